import type { Kernels, Address } from "../kernels/kernels.ts";
import type { Scratch } from "../kernels/scratch.ts";

/**
 * Red, green, blue and opacity of a tile. Lives in the scratch that it was made in. Layers are added from the
 * top down.
 */
export interface Canvas {
  readonly size: number;
  readonly address: Address;
  /** Four bytes a pixel, colour not premultiplied. */
  readonly rgba: Uint8ClampedArray;
}

/** An empty, fully transparent tile. */
export function createCanvas(scratch: Scratch, size: number): Canvas {
  const pixels = scratch.zeros("Uint8Clamped", size * size * 4);
  return {
    size,
    get address() {
      return pixels.address;
    },
    get rgba() {
      return pixels.values;
    },
  };
}

/** How much of a tile has data. */
export type Coverage = "empty" | "partial" | "full";

/** Whether nothing, something or everything of a tile is opaque. */
export function coverageOf(kernels: Kernels, canvas: Canvas): Coverage {
  return traitsOf(kernels, canvas).coverage;
}

/** What can be said of all pixels of a tile. */
export interface CanvasTraits {
  readonly coverage: Coverage;
  /** Red, green and blue are the same everywhere. */
  readonly grey: boolean;
}

/** Looks at every pixel once. */
export function traitsOf(kernels: Kernels, { address, size }: Canvas): CanvasTraits {
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

/** Every pixel over an opaque background, three bytes per pixel, copied out of the scratch. */
export function flatten(
  scratch: Scratch,
  { address, size }: Canvas,
  coverage: Coverage,
  [red, green, blue]: readonly [number, number, number],
): Uint8Array {
  return scratch.within((inner) => {
    const { kernels } = inner;
    const rgb = inner.array("Uint8", size * size * 3);
    if (coverage === "full") kernels.dropOpacity(address, size * size, rgb.address);
    else kernels.flatten(address, size * size, red, green, blue, rgb.address);
    return rgb.values.slice();
  });
}
