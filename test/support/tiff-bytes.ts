/** One entry of a directory: tag, type (3: 16 bits, 4: 32 bits, 16: 64 bits), count, value or its place. */
export type Entry = readonly [tag: number, type: number, count: number, value: number];

/** How the numbers of a TIFF are written. */
export interface TiffForm {
  readonly isBig?: boolean;
  readonly littleEndian?: boolean;
}

/** The header of a TIFF whose first directory lies behind it. */
export function headerBytes({ isBig = false, littleEndian = true }: TiffForm = {}): Buffer {
  const bytes = Buffer.alloc(isBig ? 16 : 8);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  bytes.write(littleEndian ? "II" : "MM", 0, "latin1");
  view.setUint16(2, isBig ? 43 : 42, littleEndian);
  if (isBig) view.setUint16(4, 8, littleEndian);
  if (isBig) view.setBigUint64(8, 16n, littleEndian);
  else view.setUint32(4, 8, littleEndian);
  return bytes;
}

/** A directory with the place of the next one. */
export function directoryBytes(entries: readonly Entry[], next: number, form: TiffForm = {}): Buffer {
  const { isBig = false, littleEndian = true } = form;
  const [countBytes, entryBytes, wordBytes] = isBig ? [8, 20, 8] : [2, 12, 4];
  const bytes = Buffer.alloc(countBytes + entries.length * entryBytes + wordBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const word = (at: number, value: number) =>
    isBig ? view.setBigUint64(at, BigInt(value), littleEndian) : view.setUint32(at, value, littleEndian);
  if (isBig) view.setBigUint64(0, BigInt(entries.length), littleEndian);
  else view.setUint16(0, entries.length, littleEndian);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = countBytes + index * entryBytes;
    view.setUint16(at, tag, littleEndian);
    view.setUint16(at + 2, type, littleEndian);
    word(at + 4, count);
    const valueAt = at + 4 + wordBytes;
    if (type === 3 && count === 1) view.setUint16(valueAt, value, littleEndian);
    else if (type === 4 && count === 1) view.setUint32(valueAt, value, littleEndian);
    else word(valueAt, value);
  }
  word(bytes.length - wordBytes, next);
  return bytes;
}

/** Entries of a small raster of bytes in one uncompressed strip at `place`. */
export function rasterEntries(place: number, changes: Readonly<Record<number, Entry>> = {}): Entry[] {
  const plain: Entry[] = [
    [256, 4, 1, 16],
    [257, 4, 1, 16],
    [258, 3, 1, 8],
    [259, 3, 1, 1],
    [262, 3, 1, 1],
    [273, 4, 1, place],
    [277, 3, 1, 1],
    [278, 4, 1, 16],
    [279, 4, 1, 256],
  ];
  const others = Object.values(changes).filter(([tag]) => !plain.some(([known]) => known === tag));
  return [...plain.map((entry) => changes[entry[0]] ?? entry), ...others].sort(([a], [b]) => a - b);
}

/** A raster followed by a chain of `length` further directories; the last leads to `lastNext`. */
export function directoryChain(length: number, lastNext = 0): Buffer {
  const head = headerBytes();
  const size = directoryBytes(rasterEntries(0), 0).length;
  const place = head.length + size * (length + 1);
  const directories = Array.from({ length: length + 1 }, (_, index) => {
    const next = index === length ? lastNext : head.length + size * (index + 1);
    return directoryBytes(rasterEntries(place), next);
  });
  return Buffer.concat([head, ...directories, Buffer.alloc(256)]);
}
