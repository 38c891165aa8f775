import type { RenderStyle } from "../../core/render-style.ts";
import { createCanvas, type Canvas } from "./canvas.ts";
import type { TilePixels } from "./pixels.ts";

/** Red, green, blue, opacity of each class, four bytes each. */
export type Palette = Uint8Array;

/** Draws band values as colours. */
export function paint(
  pixels: TilePixels,
  style: RenderStyle,
  size: number,
  palette: Palette | undefined,
): Canvas {
  const canvas = createCanvas(size);
  if (style.color === "palette" && palette) paintPalette(canvas, pixels, palette);
  else paintBands(canvas, pixels, style);
  return canvas;
}

function paintPalette({ rgba }: Canvas, { bands, opacity }: TilePixels, palette: Palette): void {
  const values = bands[0]!;
  for (let pixel = 0; pixel < values.length; pixel++) {
    const entry = values[pixel]! * 4;
    if (opacity[pixel] === 0 || entry < 0 || entry + 3 >= palette.length) continue;
    const target = pixel * 4;
    rgba[target] = palette[entry]!;
    rgba[target + 1] = palette[entry + 1]!;
    rgba[target + 2] = palette[entry + 2]!;
    rgba[target + 3] = (palette[entry + 3]! * opacity[pixel]!) / 255;
  }
}

function paintBands({ rgba }: Canvas, { bands, opacity }: TilePixels, style: RenderStyle): void {
  const [red, green = red, blue = red] = bands;
  if (!red || !green || !blue) return;
  const stretches = bands.map((_, index) => stretchOf(style.rescale[index] ?? null));
  const [first, second = first, third = first] = stretches;
  if (!first || !second || !third) return;
  for (let pixel = 0, target = 0; pixel < opacity.length; pixel++, target += 4) {
    if (opacity[pixel] === 0) continue;
    // The array rounds and clamps to bytes.
    rgba[target] = (red[pixel]! - first.low) * first.factor;
    rgba[target + 1] = (green[pixel]! - second.low) * second.factor;
    rgba[target + 2] = (blue[pixel]! - third.low) * third.factor;
    rgba[target + 3] = opacity[pixel]!;
  }
}

/** What makes 0..255 of a range; without one, values are bytes already. */
function stretchOf(range: readonly [number, number] | null): { low: number; factor: number } {
  return range ? { low: range[0], factor: 255 / (range[1] - range[0]) } : { low: 0, factor: 1 };
}
