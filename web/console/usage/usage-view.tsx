import { useEffect } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { DataTable, type Column } from "../data-table.tsx";
import type { Link } from "../owned.ts";
import { useAnswer } from "../owner-context.ts";
import { linkName } from "../links/link-name.ts";
import { useAllLinks } from "../links/use-all-links.ts";
import { Adjustments } from "./adjustments.tsx";
import { Budgets } from "./budgets.tsx";
import { DayChart } from "./day-chart.tsx";
import { Exports } from "./exports.tsx";
import { Statements } from "./statements.tsx";
import { costsOf, type MonthUsage, type UsageAnswer, type UsageRow } from "./usage-answers.ts";
import { Problem } from "../problem.tsx";

/** The month so far: what was used and what it costs, by link; budgets, statements and exports. */
export function UsageView() {
  const { t } = useWording();
  const { value: rules, problem } = useAnswer<{ organization_id: string }>("organizations.rules.get", {});
  useEffect(() => {
    document.title = t("usage.title");
  }, [t]);
  return (
    <section aria-labelledby="view-title">
      <h1 id="view-title">{t("usage.title")}</h1>
      <Problem text={problem} />
      {rules ? <Usage organizationId={rules.organization_id} /> : null}
    </section>
  );
}

function Usage({ organizationId }: { organizationId: string }) {
  const organization = { organization_id: organizationId };
  const current = useAnswer<MonthUsage>("usage.current", organization);
  const byLink = useAnswer<UsageAnswer>("usage.query", {
    ...organization,
    window: "month",
    group_by: ["link", "target"],
  });
  const byDay = useAnswer<UsageAnswer>("usage.query", { ...organization, window: "day" });
  const links = useAllLinks();
  return (
    <>
      <Problem text={current.problem || byLink.problem} />
      {current.value ? <MonthSoFar usage={current.value} totals={byLink.value?.totals ?? []} /> : null}
      {byDay.value ? <DayChart rows={byDay.value.rows} /> : null}
      {byLink.value ? <ByLink rows={byLink.value.rows} links={links} /> : null}
      <Budgets />
      <Statements organizationId={organizationId} />
      <Adjustments organizationId={organizationId} />
      <Exports organizationId={organizationId} />
    </>
  );
}

function MonthSoFar({ usage, totals }: { usage: MonthUsage; totals: UsageAnswer["totals"] }) {
  const wording = useWording();
  const { t, number, bytes, day } = wording;
  const facts = [
    [t("usage.since"), day(usage.period_start)],
    [t("usage.tiles"), number(Number(usage.tile_requests), 12)],
    [t("usage.bytes"), bytes(Number(usage.tile_bytes))],
    [t("links.views"), number(Number(usage.link_accesses), 12)],
    [t("usage.cost"), costsOf({ totals }, wording)],
    [t("usage.storage"), bytes(usage.storage_bytes)],
  ] as const;
  return (
    <dl class="tiles-of-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function ByLink({ rows, links }: { rows: readonly UsageRow[]; links: readonly Link[] }) {
  const wording = useWording();
  const { t, bytes } = wording;
  const known = new Map(links.map((link) => [link.id, link]));
  const nameOf = ({ link_id: id }: UsageRow) => {
    const link = known.get(id ?? "");
    return link === undefined ? "…" : linkName(link, wording);
  };
  const columns: readonly Column<UsageRow>[] = [
    { title: t("usage.link"), value: nameOf },
    {
      title: t("link.shares"),
      value: ({ link_id: id, target_id: target }) => known.get(id ?? "")?.target_name ?? target,
    },
    { title: t("usage.tiles"), value: ({ tile_requests: tiles }) => Number(tiles), isNumber: true },
    {
      title: t("usage.bytes"),
      value: ({ tile_bytes: size }) => Number(size),
      cell: ({ tile_bytes: size }) => bytes(Number(size)),
      isNumber: true,
    },
    { title: t("links.views"), value: ({ link_accesses: views }) => Number(views), isNumber: true },
    {
      title: t("usage.cost"),
      value: ({ amount }) => amount,
      cell: ({ amount, currency }) => (amount === null ? "" : `${amount} ${currency ?? ""}`),
      isNumber: true,
    },
  ];
  return (
    <>
      <h2>{t("usage.byLink")}</h2>
      <DataTable
        label={t("usage.byLink")}
        columns={columns}
        rows={rows}
        keyOf={({ link_id: link, target_id: target, start }) => `${link} ${target} ${start}`}
        fileName="usage.csv"
        empty={t("usage.nothing")}
      />
    </>
  );
}
