import { useWording } from "../../languages/translate.ts";

const [WIDTH, HEIGHT] = [620, 120];

/** A day and what was counted on it. */
export interface DayCount {
  readonly start: string;
  readonly count: number;
}

interface BarChartProps {
  readonly label: string;
  readonly days: readonly DayCount[];
  /** The places for bars, and that of each day. */
  readonly places: number;
  readonly placeOf: (day: DayCount) => number;
  /** What stands below the first and the last place. */
  readonly ends: readonly [first: string, last: string];
}

/** Counts by day as bars, with the same as a table for screen readers. */
export function BarChart({ label, days, places, placeOf, ends: [first, last] }: BarChartProps) {
  const { t, day, number } = useWording();
  const step = WIDTH / places;
  const most = Math.max(1, ...days.map(({ count }) => count));
  return (
    <figure class="chart">
      <figcaption>{label}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {days.map((each) => {
          const height = (each.count / most) * HEIGHT;
          const x = placeOf(each) * step;
          return <rect key={each.start} x={x} y={HEIGHT - height} width={step * 0.8} height={height} />;
        })}
      </svg>
      <p class="chart-days" aria-hidden="true">
        <span>{first}</span>
        <span>{t("usage.most", { count: number(most, 12) })}</span>
        <span>{last}</span>
      </p>
      <table class="visually-hidden">
        <caption>{label}</caption>
        <tbody>
          {days.map(({ start, count }) => (
            <tr key={start}>
              <th scope="row">{day(start)}</th>
              <td>{number(count, 12)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
