import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { ChoiceField } from "../choice-field.tsx";
import { DataTable, type Column } from "../data-table.tsx";
import { useAnswer } from "../owner-context.ts";
import { Problem } from "../problem.tsx";
import { BarChart } from "../usage/bar-chart.tsx";

/** What `share.link.usage` answers of a day in UTC. */
interface LinkDay {
  readonly date: string;
  readonly views: number;
  readonly tiles: number;
  readonly bytes: number;
  readonly unique_clients: number;
}

const DAYS = 30;

const COUNTS = {
  visitors: ({ unique_clients: visitors }: LinkDay) => visitors,
  views: ({ views }: LinkDay) => views,
  tiles: ({ tiles }: LinkDay) => tiles,
} as const;

type CountName = keyof typeof COUNTS;

/** The use of a link by day: how many looked, how often, and at how much. */
export function LinkUsage({ linkId }: { linkId: string }) {
  const { t, day, bytes } = useWording();
  const { value, problem } = useAnswer<{ days: readonly LinkDay[] }>("share.link.usage", {
    link_id: linkId,
    days: DAYS,
  });
  const [shown, setShown] = useState<CountName>("visitors");
  const names = {
    visitors: t("linkUsage.visitors"),
    views: t("links.views"),
    tiles: t("usage.tiles"),
  } as const satisfies Record<CountName, string>;
  const count = (name: CountName): Column<LinkDay> => ({
    title: names[name],
    value: COUNTS[name],
    isNumber: true,
  });
  const columns: readonly Column<LinkDay>[] = [
    { title: t("linkUsage.day"), value: ({ date }) => date, cell: ({ date }) => day(date) },
    count("visitors"),
    count("views"),
    count("tiles"),
    {
      title: t("usage.bytes"),
      value: ({ bytes: size }) => size,
      cell: ({ bytes: size }) => bytes(size),
      isNumber: true,
    },
  ];
  const days = value?.days ?? [];
  const used = days.filter(({ views, tiles }) => views + tiles > 0).reverse();
  return (
    <section aria-labelledby="link-usage-title">
      <h2 id="link-usage-title">{t("linkUsage.title")}</h2>
      <p class="hint">{t("linkUsage.text")}</p>
      <Problem text={problem} />
      {value ? (
        <>
          {used.length === 0 ? null : (
            <>
              {" "}
              <ChoiceField
                id="link-usage-count"
                label={t("linkUsage.count")}
                value={shown}
                choices={(["visitors", "views", "tiles"] as const).map((name) => [name, names[name]])}
                onChoose={setShown}
              />
              <BarChart
                label={names[shown]}
                days={days.map((each) => ({ start: each.date, count: COUNTS[shown](each) }))}
                places={DAYS}
                placeOf={({ start }) => days.findIndex(({ date }) => date === start)}
                ends={[day(days[0]?.date ?? ""), day(days.at(-1)?.date ?? "")]}
              />
            </>
          )}
          <DataTable
            label={t("linkUsage.title")}
            columns={columns}
            rows={used}
            keyOf={({ date }) => date}
            fileName="link.csv"
            empty={t("linkUsage.none")}
          />
        </>
      ) : null}
    </section>
  );
}
