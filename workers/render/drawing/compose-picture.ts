import sharp from "sharp";
import type { Composition } from "../../../core/tiles/tile-composition.ts";
import type { Scratch, ScratchMemory } from "../kernels/scratch.ts";
import { createCanvas, paintUnder, type Canvas } from "./canvas.ts";
import { bytesOf, takePicture, type Encoding } from "./encoder.ts";

/** The edge of each of the four children. */
const CHILD = 256;

/** Red, green, blue and opacity of a picture; undefined: it has no data. */
type Pixels = Uint8Array | undefined;

/**
 * Makes a tile of other tiles, which are PNG; undefined parts have no data. Empty bytes: nothing has data.
 */
export async function composePicture(
  memory: ScratchMemory,
  arrangement: Composition["arrangement"],
  parts: readonly (Buffer | undefined)[],
  encoding: Encoding,
): Promise<Buffer> {
  const pixels: Pixels[] = await Promise.all(
    parts.map(async (part) => part && (await sharp(part).ensureAlpha().raw().toBuffer())),
  );
  const encode = (scratch: Scratch, canvas: Canvas) => ({ picture: takePicture(scratch, canvas, encoding) });
  const { picture } = memory.within((scratch) => {
    const canvas = createCanvas(scratch, encoding.size);
    if (arrangement === "stack") stack(scratch, canvas, pixels);
    else join(canvas, pixels, encoding.exact);
    return encode(scratch, canvas);
  });
  return picture === undefined ? Buffer.alloc(0) : await bytesOf(picture);
}

function stack(scratch: Scratch, canvas: Canvas, pixels: readonly Pixels[]): void {
  for (const part of pixels) {
    if (part === undefined) continue;
    scratch.within((inner) => {
      const under = createCanvas(inner, canvas.size);
      under.rgba.set(part);
      paintUnder(canvas, under);
    });
  }
}

/** Puts four pictures side by side, at their own size or at half of it. */
function join({ rgba, size }: Canvas, pixels: readonly Pixels[], exact: boolean): void {
  const share = size / 2;
  for (const [index, part] of pixels.entries()) {
    if (part === undefined) continue;
    const corner = ((index >> 1) * size + (index % 2)) * share * 4;
    for (let row = 0; row < share; row += 1) {
      const target = corner + row * size * 4;
      if (share === CHILD) rgba.set(part.subarray(row * CHILD * 4, (row + 1) * CHILD * 4), target);
      else if (exact) chooseRow(rgba, target, part, row);
      else averageRow(rgba, target, part, row);
    }
  }
}

/** A row of half the size, each pixel the mean of four, weighted by their opacity. */
function averageRow(rgba: Uint8ClampedArray, target: number, part: Uint8Array, row: number): void {
  const line = CHILD * 4;
  let at = 2 * row * line;
  for (let to = target; to < target + line / 2; to += 4, at += 8) {
    const [a, b, c, d] = [part[at + 3]!, part[at + 7]!, part[at + line + 3]!, part[at + line + 7]!];
    const opacity = a + b + c + d;
    if (opacity === 0) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      const from = at + channel;
      rgba[to + channel] =
        (part[from]! * a + part[from + 4]! * b + part[from + line]! * c + part[from + line + 4]! * d) /
        opacity;
    }
    rgba[to + 3] = opacity / 4;
  }
}

/** A row of half the size, each pixel the first of four that has data: classes are never blended. */
function chooseRow(rgba: Uint8ClampedArray, target: number, part: Uint8Array, row: number): void {
  const line = CHILD * 4;
  let at = 2 * row * line;
  for (let to = target; to < target + line / 2; to += 4, at += 8) {
    const from = [at, at + 4, at + line, at + line + 4].find((pixel) => part[pixel + 3]! > 0);
    if (from !== undefined) rgba.set(part.subarray(from, from + 4), to);
  }
}
