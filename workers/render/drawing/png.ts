import { crc32 } from "node:zlib";
import type { Canvas, CanvasTraits } from "./canvas.ts";
import type { Address } from "../kernels/kernels.ts";
import type { Scratch, ScratchArray } from "../kernels/scratch.ts";

/**
 * Encodes a tile as PNG. Rows are predicted from the row above and compressed by runs and Huffman codes: the
 * fastest of all measured filters, levels and strategies (docs/performance-notes.md), and half the size of
 * unfiltered level 2. Grey stays grey; up to 256 colours become an indexed image.
 */
export function encodePng(scratch: Scratch, canvas: Canvas, traits: CanvasTraits): Buffer {
  const { size } = canvas;
  return scratch.within((inner) => {
    const { colorType, rows, colors } = prepare(inner, canvas, traits);
    return assemble(size, colorType, compressed(inner, rows), colors);
  });
}

/** A zlib stream, as a view of scratch memory. */
function compressed(scratch: Scratch, rows: ScratchArray<"Uint8">): Uint8Array {
  const out = scratch.array("Uint8", rows.length + (rows.length >> 3) + 1024);
  const work = scratch.array("Uint8", DEFLATE_WORK_BYTES);
  const length = scratch.kernels.deflate(rows.address, rows.length, out.address, work.address);
  return out.values.subarray(0, length);
}

/** See assembly/deflate.ts. */
export const DEFLATE_WORK_BYTES = 144_000;

/** PNG's colour types. */
const GREY = 0;
const RGB = 2;
const INDEXED = 3;
const GREY_ALPHA = 4;
const RGBA = 6;

interface Prepared {
  readonly colorType: number;
  /** Rows with their filter byte. */
  readonly rows: ScratchArray<"Uint8">;
  /** Red, green, blue, opacity of each colour of an indexed image. */
  readonly colors: Uint8Array | undefined;
}

function prepare(scratch: Scratch, { address, size }: Canvas, { coverage, grey }: CanvasTraits): Prepared {
  const opaque = coverage === "full";
  const indexed = grey && opaque ? undefined : indexColors(scratch, address, size);
  const [colorType, channels] = grey ? (opaque ? [GREY, 1] : [GREY_ALPHA, 2]) : opaque ? [RGB, 3] : [RGBA, 4];
  return indexed
    ? { colorType: INDEXED, ...indexed }
    : { colorType, rows: filteredRows(scratch, address, size, channels), colors: undefined };
}

function filteredRows(
  scratch: Scratch,
  pixels: Address,
  size: number,
  channels: number,
): ScratchArray<"Uint8"> {
  const rows = scratch.array("Uint8", size * (size * channels + 1));
  scratch.kernels.filterUp(pixels, size, channels, rows.address);
  return rows;
}

const COLORS_MAX = 256;
/**
 * The kernel's hash table: a colour and an index of four bytes each, for four times the maximum number of
 * colours.
 */
const TABLE_BYTES = 8 * 4 * COLORS_MAX;

/** The image as indices of its colours, without a filter; undefined when it has too many. */
function indexColors(
  scratch: Scratch,
  pixels: Address,
  size: number,
): Pick<Prepared, "rows" | "colors"> | undefined {
  const indices = scratch.array("Uint8", size * size);
  const colors = scratch.array("Uint8", 4 * COLORS_MAX);
  const table = scratch.array("Uint8", TABLE_BYTES);
  const count = scratch.kernels.indexColors(
    pixels,
    size * size,
    indices.address,
    colors.address,
    table.address,
  );
  if (count < 0) return undefined;
  const rows = scratch.zeros("Uint8", size * (size + 1));
  const [to, from] = [rows.values, indices.values];
  for (let row = 0; row < size; row++) {
    to.set(from.subarray(row * size, (row + 1) * size), row * (size + 1) + 1);
  }
  return { rows, colors: colors.values.slice(0, 4 * count) };
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Length and type before a chunk's data, and the checksum behind it. */
const CHUNK_BYTES = 12;

function assemble(size: number, colorType: number, data: Uint8Array, colors: Uint8Array | undefined): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.writeUInt8(8, 8);
  header.writeUInt8(colorType, 9);
  const chunks: [string, Uint8Array][] = [
    ["IHDR", header],
    ...(colors ? paletteChunks(colors) : []),
    ["IDAT", data],
    ["IEND", Buffer.alloc(0)],
  ];
  const length = chunks.reduce((sum, [, part]) => sum + part.length + CHUNK_BYTES, SIGNATURE.length);
  const png = Buffer.allocUnsafe(length);
  SIGNATURE.copy(png);
  let at = SIGNATURE.length;
  for (const [type, part] of chunks) at = writeChunk(png, at, type, part);
  return png;
}

function paletteChunks(colors: Uint8Array): [string, Uint8Array][] {
  const count = colors.length / 4;
  const palette = Uint8Array.from(
    { length: count * 3 },
    (_, at) => colors[Math.floor(at / 3) * 4 + (at % 3)]!,
  );
  const opacities = Uint8Array.from({ length: count }, (_, at) => colors[at * 4 + 3]!);
  const isOpaque = opacities.every((opacity) => opacity === 255);
  return isOpaque
    ? [["PLTE", palette]]
    : [
        ["PLTE", palette],
        ["tRNS", opacities],
      ];
}

/** Returns where the next chunk begins. */
function writeChunk(png: Buffer, at: number, type: string, data: Uint8Array): number {
  png.writeUInt32BE(data.length, at);
  png.write(type, at + 4, "latin1");
  png.set(data, at + 8);
  const end = at + 8 + data.length;
  png.writeUInt32BE(crc32(png.subarray(at + 4, end)), end);
  return end + 4;
}
