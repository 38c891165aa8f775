import type { Distribution } from "../client/shared-map.ts";
import { makeSvg } from "./make-svg.ts";

const [WIDTH, HEIGHT] = [96, 22];

/** How often the values of a band occur, with a mark at one of them. */
export function histogramOf({ range, counts }: Distribution, value: number, label: string): SVGElement {
  const picture = makeSvg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    class: "histogram",
    role: "img",
    "aria-label": label,
  });
  const title = makeSvg("title", {});
  title.textContent = label;
  picture.append(title);
  // Square roots: a few large bins do not flatten the others.
  const most = Math.max(1, ...counts.map(Math.sqrt));
  const width = WIDTH / counts.length;
  counts.forEach((count, at) => {
    const height = (Math.sqrt(count) / most) * HEIGHT;
    const [x, y] = [at * width, HEIGHT - height].map(String);
    picture.append(makeSvg("rect", { x: x!, y: y!, width: String(width), height: String(height) }));
  });
  const place = String(WIDTH * shareOfRange(range, value));
  picture.append(makeSvg("line", { x1: place, x2: place, y1: "0", y2: String(HEIGHT) }));
  return picture;
}

/** The share of a band's values that lie below one of them, from 0 to 1; of its own bin, a part. */
export function shareBelow({ range, counts }: Distribution, value: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return 0;
  const place = shareOfRange(range, value) * counts.length;
  const below = counts.reduce((sum, count, at) => sum + count * Math.min(1, Math.max(0, place - at)), 0);
  return below / all;
}

/** Where a value lies within a range, from 0 to 1. */
function shareOfRange([low, high]: Distribution["range"], value: number): number {
  return high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
}
