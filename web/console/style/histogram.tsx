import { useWording } from "../../languages/translate.ts";

/** Counts in bins of equal width, as far as the console reads them. */
export interface Histogram {
  readonly counts: readonly number[];
  readonly range: readonly [number, number];
}

const HEIGHT = 80;

/** How often values occur, with the ends of the stretch. */
export function HistogramOf({
  histogram,
  low,
  high,
}: {
  histogram: Histogram;
  low: number | undefined;
  high: number | undefined;
}) {
  const { t, number } = useWording();
  const { counts, range } = histogram;
  const [from, to] = range;
  // Square roots: a few large bins do not flatten the others.
  const most = Math.max(1, ...counts.map(Math.sqrt));
  const width = 100 / counts.length;
  const placeOf = (value: number) => ((value - from) / (to - from || 1)) * 100;
  return (
    <figure class="chart histogram">
      <svg
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t("style.histogram")}
      >
        {counts.map((count, at) => {
          const height = (Math.sqrt(count) / most) * HEIGHT;
          return <rect key={at} x={at * width} y={HEIGHT - height} width={width} height={height} />;
        })}
        {[low, high].map((value) =>
          value === undefined ? null : (
            <line key={value} class="end" x1={placeOf(value)} x2={placeOf(value)} y1={0} y2={HEIGHT} />
          ),
        )}
      </svg>
      <p class="chart-days" aria-hidden="true">
        <span>{number(from)}</span>
        <span>{number(to)}</span>
      </p>
    </figure>
  );
}
