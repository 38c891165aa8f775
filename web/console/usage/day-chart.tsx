import { useWording } from "../../languages/translate.ts";
import { BarChart } from "./bar-chart.tsx";
import type { UsageAnswer } from "./usage-answers.ts";

/** Days of the month of a time, in UTC. */
function daysOfMonth(start: string): number {
  const date = new Date(start);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** Tiles by day of a month. */
export function DayChart({ rows }: Pick<UsageAnswer, "rows">) {
  const { t } = useWording();
  const days = rows.map(({ start, tile_requests: tiles }) => ({ start, count: Number(tiles) }));
  const [first] = days;
  if (first === undefined) return null;
  const places = daysOfMonth(first.start);
  return (
    <BarChart
      label={t("usage.byDay")}
      days={days}
      places={places}
      placeOf={({ start }) => new Date(start).getUTCDate() - 1}
      ends={["1", String(places)]}
    />
  );
}
