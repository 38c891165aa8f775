import type { Algorithm, RenderStyle } from "../../../core/styles/render-style.ts";
import type { Box } from "../../../core/tiles/tile-grid.ts";
import type { TilePixels } from "../engine/pixels.ts";
import type { Canvas } from "./canvas.ts";
import { colorAt } from "./color-table.ts";
import { eachGradient, lightOf } from "./terrain.ts";

/** How dark the darkest slope is, and how white the brightest one: colours stay what the legend says. */
const SHADOW = 0.7;
const GLOSS = 0.4;

/**
 * Averages over large cells flatten mountains: slopes are exaggerated by a power of the cell's edge beyond
 * this one, about as MapLibre does.
 */
const EXAGGERATED_BEYOND_METERS = 10;
const EXAGGERATION_POWER = 0.3;

/** Draws heights in their colours, lit from one side; a plain has exactly the colour of its height. */
export function drawRelief(
  { rgba, size }: Canvas,
  pixels: TilePixels,
  { color, rescale }: Pick<RenderStyle, "color" | "rescale">,
  algorithm: Extract<Algorithm, { name: "relief" }>,
  box: Box,
): void {
  if (typeof color !== "object") return;
  const { table, entryOf } = colorAt(color, rescale[0] ?? [0, 255]);
  const { lightOn, onPlain } = lightOf(algorithm);
  const heights = pixels.bands[0]!;
  eachGradient(pixels, size, box, (pixel, east, north, dense, cellMeters, middle) => {
    const entry = entryOf(heights[middle]!) * 4;
    if (entry < 0) return;
    const factor = Math.max(1, cellMeters / EXAGGERATED_BEYOND_METERS) ** EXAGGERATION_POWER;
    const light = lightOn(east * factor, north * factor) / onPlain;
    const dim = light < 1 ? 1 - SHADOW * (1 - light) : 1;
    const white = light > 1 ? (GLOSS * (light - 1) * onPlain) / (1 - onPlain + 0.01) : 0;
    const target = pixel * 4;
    for (let channel = 0; channel < 3; channel += 1) {
      const own = table[entry + channel]! * dim;
      rgba[target + channel] = own + (255 - own) * white;
    }
    rgba[target + 3] = (table[entry + 3]! * dense) / 255;
  });
}
