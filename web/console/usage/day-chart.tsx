import { useWording } from "../../languages/translate.ts";
import type { UsageAnswer } from "./usage-answers.ts";

const [WIDTH, HEIGHT] = [620, 120];

/** Days of the month of a time, in UTC. */
function daysOfMonth(start: string): number {
  const date = new Date(start);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** Tiles by day as bars, with the same as a table for screen readers. */
export function DayChart({ rows }: Pick<UsageAnswer, "rows">) {
  const { t, day, number } = useWording();
  const days = rows.map(({ start, tile_requests: tiles }) => ({ start, tiles: Number(tiles) }));
  const [first] = days;
  if (first === undefined) return null;
  const last = daysOfMonth(first.start);
  const step = WIDTH / last;
  const most = Math.max(1, ...days.map(({ tiles }) => tiles));
  return (
    <figure class="chart">
      <figcaption>{t("usage.byDay")}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {days.map(({ start, tiles }) => {
          const height = (tiles / most) * HEIGHT;
          const x = (new Date(start).getUTCDate() - 1) * step;
          return <rect key={start} x={x} y={HEIGHT - height} width={step * 0.8} height={height} />;
        })}
      </svg>
      <p class="chart-days" aria-hidden="true">
        <span>1</span>
        <span>{t("usage.most", { count: number(most, 12) })}</span>
        <span>{last}</span>
      </p>
      <table class="visually-hidden">
        <caption>{t("usage.byDay")}</caption>
        <tbody>
          {days.map(({ start, tiles }) => (
            <tr key={start}>
              <th scope="row">{day(start)}</th>
              <td>{number(tiles, 12)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
