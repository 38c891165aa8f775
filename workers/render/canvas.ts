import { kernels, type Address } from "./kernels/kernels.ts";
import { scratchZeros } from "./kernels/scratch.ts";

/** Red, green, blue and opacity of a tile in the kernels' memory, until what it was made within is released; layers are added from the top down. */
export interface Canvas {
  readonly size: number;
  readonly address: Address;
  /** Four bytes a pixel, colour not premultiplied. */
  readonly rgba: Uint8ClampedArray;
}

/** An empty, fully transparent tile. */
export function createCanvas(size: number): Canvas {
  const pixels = scratchZeros("Uint8Clamped", size * size * 4);
  return {
    size,
    address: pixels.address,
    get rgba() {
      return pixels.values;
    },
  };
}

/** How much of a tile is covered. */
export type Coverage = "empty" | "partial" | "full";

/** Whether nothing, something or everything of a tile is opaque. */
export function coverageOf(canvas: Canvas): Coverage {
  return traitsOf(canvas).coverage;
}

/** What can be said of all pixels of a tile. */
export interface CanvasTraits {
  readonly coverage: Coverage;
  /** Red, green and blue are the same everywhere. */
  readonly grey: boolean;
}

/** Looks at every pixel once. */
export function traitsOf({ address, size }: Canvas): CanvasTraits {
  const traits = kernels.traitsOf(address, size * size);
  const [someClear, someOpaque, someColored] = [1, 2, 4].map((bit) => (traits & bit) !== 0);
  return { coverage: someOpaque ? (someClear ? "partial" : "full") : "empty", grey: !someColored };
}

/** Puts another layer under what is there already. */
export function paintUnder(canvas: Canvas, under: Canvas): void {
  const { rgba } = canvas;
  const below = under.rgba;
  for (let index = 0; index < rgba.length; index += 4) {
    const top = rgba[index + 3]!;
    const bottom = below[index + 3]!;
    if (top === 255 || bottom === 0) continue;
    const share = (bottom * (255 - top)) / 255;
    const opacity = top + share;
    for (let channel = index; channel < index + 3; channel++) {
      rgba[channel] = (rgba[channel]! * top + below[channel]! * share) / opacity;
    }
    rgba[index + 3] = opacity;
  }
}

/** Every pixel over an opaque background, three bytes a pixel, in memory of its own. */
export function flatten(
  { rgba, size }: Canvas,
  coverage: Coverage,
  background: readonly [number, number, number],
): Uint8ClampedArray {
  const rgb = new Uint8ClampedArray(size * size * 3);
  if (coverage === "full") {
    for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
      rgb[to] = rgba[from]!;
      rgb[to + 1] = rgba[from + 1]!;
      rgb[to + 2] = rgba[from + 2]!;
    }
    return rgb;
  }
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const opacity = rgba[from + 3]!;
    for (let channel = 0; channel < 3; channel++) {
      rgb[to + channel] = (rgba[from + channel]! * opacity + background[channel]! * (255 - opacity)) / 255;
    }
  }
  return rgb;
}
