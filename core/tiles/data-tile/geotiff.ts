import { deflateSync } from "node:zlib";
import type { Box } from "../tile-grid.ts";
import type { DataTile } from "./data-tile.ts";
import { DATA_TYPES, type DataBand } from "./layout.ts";
import { escapeXml } from "../../xml.ts";

/** Speed matters more than size: a tile is used once. */
const COMPRESSION_LEVEL = 1;

const ADOBE_DEFLATE = 8;
const BLACK_IS_ZERO = 1;
const TRANSPARENCY_MASK = 4;
const SEPARATE_PLANES = 2;

/** GeoTIFF 1.1: a projected raster whose pixels are areas, in EPSG:3857. */
const GEO_KEYS = [1, 1, 1, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 3857];

/**
 * A GeoTIFF with one block per band. Pixels without data hold the nodata value. Without such a value, a
 * second directory is the mask (the transparency mask of TIFF 6.0, GDAL's internal mask).
 */
export function encodeGeoTiff({ layout, size, bands, opacity }: DataTile, box: Box): Buffer {
  const { bits, sampleFormat } = DATA_TYPES[layout.dataType];
  const count = bands.length;
  const blocks = bands.map((band) => compress(Buffer.from(band.buffer, band.byteOffset, band.byteLength)));
  const pixelMeters = (box[2] - box[0]) / size;
  const picture: Directory = {
    blocks,
    tags: [
      short(258, Array<number>(count).fill(bits)),
      short(262, [BLACK_IS_ZERO]),
      short(277, [count]),
      short(284, [SEPARATE_PLANES]),
      ...(count > 1 ? [short(338, Array<number>(count - 1).fill(0))] : []),
      short(339, Array<number>(count).fill(sampleFormat)),
      double(33_550, [pixelMeters, pixelMeters, 0]),
      double(33_922, [0, 0, 0, box[0], box[3], 0]),
      short(34_735, GEO_KEYS),
      ...metadata(layout.bands),
      ...(layout.nodata === null ? [] : [ascii(42_113, String(layout.nodata))]),
    ],
  };
  const masked = layout.nodata === null && opacity.includes(0);
  return assemble(masked ? [picture, maskDirectory(opacity)] : [picture], size);
}

function maskDirectory(opacity: Uint8Array): Directory {
  const bits = Buffer.alloc(opacity.length / 8);
  for (let pixel = 0; pixel < opacity.length; pixel++) {
    if (opacity[pixel] !== 0) bits[pixel >> 3]! |= 0x80 >> (pixel & 7);
  }
  return {
    blocks: [compress(bits)],
    tags: [long(254, [TRANSPARENCY_MASK]), short(258, [1]), short(262, [TRANSPARENCY_MASK]), short(277, [1])],
  };
}

/** GDAL's own tag, for metadata without a TIFF tag. */
function metadata(bands: readonly DataBand[]): Tag[] {
  const items = bands.flatMap(({ description, scale, offset }, sample) => [
    ...(description === null ? [] : [item("DESCRIPTION", "description", sample, escapeXml(description))]),
    ...(scale === 1 && offset === 0
      ? []
      : [item("OFFSET", "offset", sample, String(offset)), item("SCALE", "scale", sample, String(scale))]),
  ]);
  return items.length === 0 ? [] : [ascii(42_112, `<GDALMetadata>${items.join("")}</GDALMetadata>`)];
}

function item(name: string, role: string, sample: number, text: string): string {
  return `<Item name="${name}" sample="${sample}" role="${role}">${text}</Item>`;
}

function compress(bytes: Buffer): Buffer {
  return deflateSync(bytes, { level: COMPRESSION_LEVEL });
}

interface Directory {
  /** One block for each band. */
  readonly blocks: readonly Buffer[];
  /** All entries except size, compression and the places of the blocks. */
  readonly tags: readonly Tag[];
}

interface Tag {
  readonly id: number;
  readonly type: number;
  readonly count: number;
  readonly bytes: Buffer;
}

function short(id: number, values: readonly number[]): Tag {
  const bytes = Buffer.from(Uint16Array.from(values).buffer);
  return { id, type: 3, count: values.length, bytes };
}

function long(id: number, values: readonly number[]): Tag {
  return { id, type: 4, count: values.length, bytes: Buffer.from(Uint32Array.from(values).buffer) };
}

function double(id: number, values: readonly number[]): Tag {
  return { id, type: 12, count: values.length, bytes: Buffer.from(Float64Array.from(values).buffer) };
}

function ascii(id: number, text: string): Tag {
  const bytes = Buffer.from(`${text}\0`, "utf8");
  return { id, type: 2, count: bytes.length, bytes };
}

const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;

/**
 * The header; then, for each directory, its blocks, its entries and the values that do not fit into entries.
 */
function assemble(directories: readonly Directory[], size: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write("II*\0", 0, "latin1");
  const parts: Buffer[] = [header];
  let at = HEADER_BYTES;
  const append = (bytes: Buffer): number => {
    const start = at;
    const padded = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
    parts.push(padded);
    at += padded.length;
    return start;
  };
  let [linkIn, linkAt] = [header, 4];
  for (const { blocks, tags } of directories) {
    const offsets = blocks.map(append);
    const all = [
      ...tags,
      short(256, [size]),
      short(257, [size]),
      short(259, [ADOBE_DEFLATE]),
      short(322, [size]),
      short(323, [size]),
      long(324, offsets),
      long(
        325,
        blocks.map((block) => block.length),
      ),
    ].sort((a, b) => a.id - b.id);
    const directory = Buffer.alloc(2 + all.length * ENTRY_BYTES + 4);
    directory.writeUInt16LE(all.length, 0);
    for (const [index, { id, type, count, bytes }] of all.entries()) {
      const entry = 2 + index * ENTRY_BYTES;
      directory.writeUInt16LE(id, entry);
      directory.writeUInt16LE(type, entry + 2);
      directory.writeUInt32LE(count, entry + 4);
      if (bytes.length <= 4) bytes.copy(directory, entry + 8);
      else directory.writeUInt32LE(append(bytes), entry + 8);
    }
    linkIn.writeUInt32LE(append(directory), linkAt);
    [linkIn, linkAt] = [directory, directory.length - 4];
  }
  return Buffer.concat(parts);
}
