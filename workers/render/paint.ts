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
  const [red, green = red, blue = red] = bands.map((values, index) =>
    toBytes(values, style.rescale[index] ?? null),
  );
  if (!red || !green || !blue) return;
  for (let pixel = 0, target = 0; pixel < opacity.length; pixel++, target += 4) {
    if (opacity[pixel] === 0) continue;
    rgba[target] = red[pixel]!;
    rgba[target + 1] = green[pixel]!;
    rgba[target + 2] = blue[pixel]!;
    rgba[target + 3] = opacity[pixel]!;
  }
}

/** Values stretched so that the range becomes 0..255; without a range, values are bytes already. */
function toBytes(values: Float64Array, range: readonly [number, number] | null): Uint8Array {
  const bytes = new Uint8Array(values.length);
  const low = range ? range[0] : 0;
  const factor = range ? 255 / (range[1] - range[0]) : 1;
  for (let index = 0; index < values.length; index++) {
    const value = (values[index]! - low) * factor;
    bytes[index] = value <= 0 ? 0 : value >= 255 ? 255 : value + 0.5;
  }
  return bytes;
}
