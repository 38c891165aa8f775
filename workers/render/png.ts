import { promisify } from "node:util";
import { constants, crc32, deflate } from "node:zlib";
import type { Canvas } from "./canvas.ts";

const compress = promisify(deflate);

/**
 * PNG through Node's zlib. Rows are predicted from the row above and compressed by run lengths: of all filters, levels and strategies that
 * were measured (docs/performance.md) the fastest, and half the size of unfiltered level 2. Up to 256 colours become an indexed image.
 */
export async function encodePng({ rgba, size }: Canvas, opaque: boolean): Promise<Buffer> {
  const indexed = indexColors(rgba);
  if (indexed) {
    const rows = withFilter(indexed.pixels, size, 1, 1, FILTER_NONE);
    return assemble(size, COLOR_INDEXED, await compress(rows, OPTIONS), indexed.colors);
  }
  const rows = withFilter(rgba, size, 4, opaque ? 3 : 4, FILTER_UP);
  return assemble(size, opaque ? COLOR_RGB : COLOR_RGBA, await compress(rows, OPTIONS), undefined);
}

const OPTIONS = { level: 1, memLevel: 9, strategy: constants.Z_RLE } as const;
const FILTER_NONE = 0;
const FILTER_UP = 2;
const COLOR_RGB = 2;
const COLOR_INDEXED = 3;
const COLOR_RGBA = 6;

/** Rows with their filter byte; `stride` bytes a pixel come in, the first `kept` of them go out. */
function withFilter(
  pixels: Uint8Array | Uint8ClampedArray,
  size: number,
  stride: number,
  kept: number,
  filter: typeof FILTER_NONE | typeof FILTER_UP,
): Buffer {
  const out = Buffer.allocUnsafe(size * (size * kept + 1));
  const above = size * stride;
  for (let row = 0, from = 0, to = 0; row < size; row++) {
    const plain = row === 0 || filter === FILTER_NONE;
    out[to++] = plain ? FILTER_NONE : FILTER_UP;
    for (let column = 0; column < size; column++, from += stride) {
      for (let channel = from; channel < from + kept; channel++) {
        out[to++] = plain ? pixels[channel]! : pixels[channel]! - pixels[channel - above]!;
      }
    }
  }
  return out;
}

interface Indexed {
  readonly pixels: Uint8Array;
  /** Red, green, blue, opacity of each colour. */
  readonly colors: Uint8Array;
}

const COLORS_MAX = 256;

/** The image as indices of its colours; undefined when it has too many. */
function indexColors(rgba: Uint8ClampedArray): Indexed | undefined {
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
  const indices = new Map<number, number>();
  const pixels = new Uint8Array(words.length);
  let last = words[0]!;
  let lastIndex = 0;
  indices.set(last, 0);
  for (let pixel = 0; pixel < words.length; pixel++) {
    const word = words[pixel]!;
    if (word !== last) {
      let index = indices.get(word);
      if (index === undefined) {
        index = indices.size;
        if (index === COLORS_MAX) return undefined;
        indices.set(word, index);
      }
      last = word;
      lastIndex = index;
    }
    pixels[pixel] = lastIndex;
  }
  return { pixels, colors: new Uint8Array(Uint32Array.from(indices.keys()).buffer) };
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function assemble(size: number, colorType: number, data: Buffer, colors: Uint8Array | undefined): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.writeUInt8(8, 8);
  header.writeUInt8(colorType, 9);
  const parts: Uint8Array[] = [SIGNATURE, ...chunk("IHDR", header)];
  if (colors) {
    const count = colors.length / 4;
    const palette = Uint8Array.from(
      { length: count * 3 },
      (_, at) => colors[Math.floor(at / 3) * 4 + (at % 3)]!,
    );
    parts.push(...chunk("PLTE", palette));
    const opacities = Uint8Array.from({ length: count }, (_, at) => colors[at * 4 + 3]!);
    if (opacities.some((opacity) => opacity < 255)) parts.push(...chunk("tRNS", opacities));
  }
  parts.push(...chunk("IDAT", data), ...chunk("IEND", Buffer.alloc(0)));
  return Buffer.concat(parts);
}

function chunk(type: string, data: Uint8Array): Uint8Array[] {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, "latin1");
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(data, crc32(head.subarray(4))), 0);
  return [head, data, sum];
}
