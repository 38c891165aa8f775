import type { WindowReader } from "./window-reader.ts";

// Directories (IFDs) of TIFF 6.0 and BigTIFF, in both byte orders, as far as their structure goes.

/** One entry of a directory. */
export interface TiffEntry {
  readonly type: number;
  readonly count: number;
  /** Where its values lie in the file. */
  readonly offset: number;
  /** Bytes of all its values. */
  readonly bytes: number;
}

/** One directory: its entries by tag, and where the next one of the chain lies (0: nowhere). */
export interface TiffDirectory {
  readonly entries: ReadonlyMap<number, TiffEntry>;
  readonly next: number;
}

/** How numbers are written in a file, and where its first directory lies. */
export interface TiffHeader {
  readonly littleEndian: boolean;
  readonly isBig: boolean;
  readonly first: number;
}

/** The values of a tag that the structure needs. */
export const TAG = {
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  stripOffsets: 273,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  planarConfiguration: 284,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  subDirectories: 330,
} as const;

/** Bytes of one value by TIFF type: byte, ascii, short, long, rational … long8, slong8, ifd8. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

/** A directory has about twenty entries; libtiff would sort and check each of these. */
export const ENTRIES_MAX = 1_000;

/** Reads the header; undefined when the file is no TIFF. */
export async function readHeader(reader: WindowReader): Promise<TiffHeader | undefined> {
  const start = await reader.view(0, 8);
  if (!start) return undefined;
  const order = start.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const littleEndian = order === 0x4949;
  const version = start.getUint16(2, littleEndian);
  if (version === 42) return { littleEndian, isBig: false, first: start.getUint32(4, littleEndian) };
  const isBig = version === 43 && start.getUint16(4, littleEndian) === 8;
  const rest = isBig ? await reader.view(8, 8) : undefined;
  return rest && { littleEndian, isBig: true, first: Number(rest.getBigUint64(0, littleEndian)) };
}

/** Why a directory could not be read: where it would end, or what it claims. */
export type DirectoryFault =
  | { readonly fault: "cut"; readonly endsAt: number }
  | { readonly fault: "entries"; readonly claimed: number };

/** Reads the directory at an offset. */
export async function readDirectory(
  reader: WindowReader,
  { littleEndian, isBig }: TiffHeader,
  offset: number,
): Promise<TiffDirectory | DirectoryFault> {
  const [countBytes, entryBytes, wordBytes] = isBig ? [8, 20, 8] : [2, 12, 4];
  const head = await reader.view(offset, countBytes);
  if (!head) return { fault: "cut", endsAt: offset + countBytes };
  const count = isBig ? Number(head.getBigUint64(0, littleEndian)) : head.getUint16(0, littleEndian);
  if (count > ENTRIES_MAX) return { fault: "entries", claimed: count };
  const bodyBytes = count * entryBytes + wordBytes;
  const body = await reader.view(offset + countBytes, bodyBytes);
  if (!body) return { fault: "cut", endsAt: offset + countBytes + bodyBytes };
  const word = (at: number) =>
    isBig ? Number(body.getBigUint64(at, littleEndian)) : body.getUint32(at, littleEndian);
  const entries = new Map<number, TiffEntry>();
  for (let index = 0; index < count; index++) {
    const at = index * entryBytes;
    const type = body.getUint16(at + 2, littleEndian);
    const values = word(at + 4);
    const bytes = values * (TYPE_BYTES[type] ?? 0);
    const valueAt = at + 4 + wordBytes;
    const isInline = bytes <= wordBytes;
    entries.set(body.getUint16(at, littleEndian), {
      type,
      count: values,
      bytes,
      offset: isInline ? offset + countBytes + valueAt : word(valueAt),
    });
  }
  return { entries, next: word(count * entryBytes) };
}

/** Whole-number values of an entry, `most` of them from `start` on; undefined where they cannot be read. */
export async function readValues(
  reader: WindowReader,
  { littleEndian }: TiffHeader,
  entry: TiffEntry,
  start: number,
  most: number,
): Promise<number[] | undefined> {
  const size = TYPE_BYTES[entry.type] ?? 0;
  const count = Math.max(0, Math.min(most, entry.count - start));
  const view = await reader.view(entry.offset + start * size, count * size);
  if (!view) return undefined;
  const read = (at: number): number => {
    if (size === 1) return view.getUint8(at);
    if (size === 2) return view.getUint16(at, littleEndian);
    if (size === 4) return view.getUint32(at, littleEndian);
    return Number(view.getBigUint64(at, littleEndian));
  };
  return size === 0 ? undefined : Array.from({ length: count }, (_, index) => read(index * size));
}
