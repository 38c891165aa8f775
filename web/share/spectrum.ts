import { makeSvg } from "./make-svg.ts";
import type { PointValues } from "../client/shared-map.ts";

const [WIDTH, HEIGHT] = [240, 56];

/** The values of several bands as a line over their order; undefined where they cannot be compared. */
export function spectrumOf({ values }: PointValues, label: string): SVGElement | undefined {
  const points = spectrumPoints(values);
  if (points === undefined) return undefined;
  const picture = makeSvg("svg", {
    viewBox: `-4 -4 ${WIDTH + 8} ${HEIGHT + 8}`,
    class: "spectrum",
    role: "img",
    "aria-label": label,
  });
  picture.append(makeSvg("polyline", { points: points.map((point) => point.join(",")).join(" ") }));
  for (const [cx, cy] of points)
    picture.append(makeSvg("circle", { cx: String(cx), cy: String(cy), r: "3" }));
  return picture;
}

/** Places in the picture; undefined for less than three values, values of several units, or without data. */
export function spectrumPoints(
  values: PointValues["values"],
): readonly (readonly [x: number, y: number])[] | undefined {
  const numbers = values.flatMap(({ value }) => (value === null ? [] : [value]));
  const units = new Set(values.map(({ unit }) => unit));
  if (numbers.length < 3 || numbers.length !== values.length || units.size > 1) return undefined;
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const span = high - low || 1;
  return numbers.map((value, at) => [
    Math.round((at / (numbers.length - 1)) * WIDTH),
    Math.round(HEIGHT - ((value - low) / span) * HEIGHT),
  ]);
}
