import { useWording } from "../../languages/translate.ts";
import type { UsageAnswer } from "./usage-answers.ts";

const [WIDTH, HEIGHT] = [620, 120];

/** A chart has room for the longest month. */
const STEP = WIDTH / 31;

/** Tiles by day as bars, with the same as a table for screen readers. */
export function DayChart({ rows }: Pick<UsageAnswer, "rows">) {
  const { t, day, number } = useWording();
  const days = rows.map(({ start, tile_requests: tiles }) => ({ start, tiles: Number(tiles) }));
  if (days.length === 0) return null;
  const most = Math.max(1, ...days.map(({ tiles }) => tiles));
  return (
    <figure class="chart">
      <figcaption>{t("usage.byDay")}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {days.map(({ start, tiles }) => {
          const height = (tiles / most) * HEIGHT;
          const x = (new Date(start).getUTCDate() - 1) * STEP;
          return <rect key={start} x={x} y={HEIGHT - height} width={STEP * 0.8} height={height} />;
        })}
      </svg>
      <p class="chart-days" aria-hidden="true">
        <span>1</span>
        <span>{t("usage.most", { count: number(most, 12) })}</span>
        <span>31</span>
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
