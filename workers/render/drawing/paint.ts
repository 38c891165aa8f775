import { parseExpression } from "../../../core/styles/expression.ts";
import type { RenderStyle } from "../../../core/styles/render-style.ts";
import type { Box } from "../../../core/tiles/tile-grid.ts";
import { createCanvas, type Canvas } from "./canvas.ts";
import { colorAt, type ColorTable } from "./color-table.ts";
import { evaluate } from "./evaluate.ts";
import type { Kernels } from "../kernels/kernels.ts";
import type { Scratch } from "../kernels/scratch.ts";
import type { PixelArray, TilePixels } from "../engine/pixels.ts";
import type { Palette } from "../engine/raster-file.ts";
import { drawRelief } from "./relief.ts";
import { drawTerrain, marginOf, slopeDegrees } from "./terrain.ts";

/**
 * Draws band values as colours on a new canvas. Styles that read neighbours need pixels with a {@link
 * marginOf} around.
 */
export function paint(
  scratch: Scratch,
  pixels: TilePixels,
  style: RenderStyle,
  size: number,
  box: Box,
  palette: Palette | undefined,
): Canvas {
  const canvas = createCanvas(scratch, size);
  const { algorithm } = style;
  if (algorithm?.name === "relief") {
    drawRelief(canvas, pixels, style, algorithm, box);
    if (style.adjust) adjust(canvas, style.adjust);
    return canvas;
  }
  if (algorithm && algorithm.name !== "slope") {
    drawTerrain(canvas, pixels, algorithm, box);
    return canvas;
  }
  const drawn = algorithm ? slopeDegrees(pixels, size, box) : calculate(pixels, style);
  if (style.color === "palette" && palette) paintPalette(canvas, drawn, palette);
  else if (typeof style.color === "object")
    paintColors(canvas, drawn, colorAt(style.color, style.rescale[0] ?? [0, 255]));
  else paintBands(scratch.kernels, canvas, drawn, style);
  if (style.adjust) adjust(canvas, style.adjust);
  return canvas;
}

export { marginOf };

/** Expressions in place of bands; a result that is no number has no data. */
export function calculate(pixels: TilePixels, { expressions, bands }: RenderStyle): TilePixels {
  if (!expressions) return pixels;
  const { opacity } = pixels;
  const names = Array.from({ length: Math.max(...bands) }, () => null);
  const bandAt = (band: number): PixelArray => pixels.bands[bands.indexOf(band)]!;
  const results = expressions.map((text) => {
    const values = evaluate(parseExpression(text, names), bandAt, opacity.length);
    for (let pixel = 0; pixel < values.length; pixel++)
      if (!Number.isFinite(values[pixel])) opacity[pixel] = 0;
    return values;
  });
  return { bands: results, opacity };
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

function paintColors({ rgba }: Canvas, { bands, opacity }: TilePixels, { table, entryOf }: ColorTable): void {
  const values = bands[0]!;
  for (let pixel = 0; pixel < values.length; pixel++) {
    const entry = opacity[pixel] === 0 ? -1 : entryOf(values[pixel]!);
    if (entry < 0) continue;
    const target = pixel * 4;
    const from = entry * 4;
    rgba[target] = table[from]!;
    rgba[target + 1] = table[from + 1]!;
    rgba[target + 2] = table[from + 2]!;
    rgba[target + 3] = (table[from + 3]! * opacity[pixel]!) / 255;
  }
}

function paintBands(kernels: Kernels, canvas: Canvas, pixels: TilePixels, style: RenderStyle): void {
  const stretches = pixels.bands.map((_, index) => stretchOf(style.rescale[index] ?? null));
  const [red, green = red, blue = red] = stretches;
  if (!red || !green || !blue) return;
  const { inScratch } = pixels;
  if (inScratch?.planes.every(({ type }) => type === "Float32")) {
    paintPlanes(kernels, canvas, inScratch, [red, green, blue]);
  } else {
    paintNumbers(canvas, pixels, [red, green, blue]);
  }
}

type Stretch = ReturnType<typeof stretchOf>;

/** By the kernel, in single precision. */
function paintPlanes(
  kernels: Kernels,
  { address, size }: Canvas,
  { planes: [red, green = red, blue = red], opacity }: NonNullable<TilePixels["inScratch"]>,
  [ofRed, ofGreen, ofBlue]: readonly [Stretch, Stretch, Stretch],
): void {
  if (!red || !green || !blue) return;
  kernels.paintBands(
    red.address,
    green.address,
    blue.address,
    opacity.address,
    address,
    size * size,
    ofRed.low,
    ofRed.factor,
    ofGreen.low,
    ofGreen.factor,
    ofBlue.low,
    ofBlue.factor,
  );
}

function paintNumbers(
  { rgba }: Canvas,
  { bands: [red, green = red, blue = red], opacity }: TilePixels,
  [ofRed, ofGreen, ofBlue]: readonly [Stretch, Stretch, Stretch],
): void {
  if (!red || !green || !blue) return;
  for (let pixel = 0, target = 0; pixel < opacity.length; pixel++, target += 4) {
    if (opacity[pixel] === 0) continue;
    // The array rounds and clamps to bytes.
    rgba[target] = (red[pixel]! - ofRed.low) * ofRed.factor;
    rgba[target + 1] = (green[pixel]! - ofGreen.low) * ofGreen.factor;
    rgba[target + 2] = (blue[pixel]! - ofBlue.low) * ofBlue.factor;
    rgba[target + 3] = opacity[pixel]!;
  }
}

/** What makes 0..255 of a range; without one, values are bytes already. */
function stretchOf(range: readonly [number, number] | null): { low: number; factor: number } {
  return range ? { low: range[0], factor: 255 / (range[1] - range[0]) } : { low: 0, factor: 1 };
}

/** Gamma and sigmoidal contrast of each channel, then saturation against Rec. 709 luma. */
function adjust(
  { rgba }: Canvas,
  { gamma, contrast, middle, saturation }: NonNullable<RenderStyle["adjust"]>,
): void {
  const curve = Uint8ClampedArray.from(
    { length: 256 },
    (_, byte) => 255 * sigmoid((byte / 255) ** (1 / gamma), contrast, middle),
  );
  for (let at = 0; at < rgba.length; at += 4) {
    const red = curve[rgba[at]!]!;
    const green = curve[rgba[at + 1]!]!;
    const blue = curve[rgba[at + 2]!]!;
    const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    rgba[at] = luma + (red - luma) * saturation;
    rgba[at + 1] = luma + (green - luma) * saturation;
    rgba[at + 2] = luma + (blue - luma) * saturation;
  }
}

/** A logistic curve through 0, 0 and 1, 1, steepest at the middle. */
function sigmoid(value: number, contrast: number, middle: number): number {
  if (contrast === 0) return value;
  const at = (place: number) => 1 / (1 + Math.exp(contrast * (middle - place)));
  return (at(value) - at(0)) / (at(1) - at(0));
}
