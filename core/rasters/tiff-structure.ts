import {
  ENTRIES_MAX,
  readDirectory,
  readHeader,
  readValues,
  TAG,
  type DirectoryFault,
  type TiffDirectory,
  type TiffEntry,
  type TiffHeader,
} from "./tiff-directories.ts";
import { createWindowReader, type ReadRange, type WindowReader } from "./window-reader.ts";

/** What a TIFF may claim before a library opens it, and what looking at that may cost. */
export const STRUCTURE_LIMITS = {
  /** Pages, overviews and masks together; a library opens each of them before the first pixel. */
  directoriesMax: 256,
  /** Reads of the file: three for each of the usual directories. */
  readsMax: 320,
  /** Block offsets and lengths that are read of one directory; of longer lists, the end. */
  blocksMax: 65_536,
  /** One decoded block, with all bands that are stored together in it. */
  blockBytesMax: 128 * 1024 * 1024,
} as const;

/** Why a file is not given to a library. */
export interface StructureFault {
  readonly code: "unreadable" | "block_too_large";
  /** Public: says what is wrong and what to do. */
  readonly message: string;
}

/**
 * Checks the structure of a TIFF without decoding anything: header, chain of directories, places of their
 * values and blocks, size of a block. Costs a bounded number of reads; null when nothing is wrong.
 */
export async function findStructureFault(read: ReadRange, fileBytes: number): Promise<StructureFault | null> {
  const reader = createWindowReader(read, fileBytes, STRUCTURE_LIMITS.readsMax);
  const header = await readHeader(reader);
  if (!header) return unreadable("The file is not a readable GeoTIFF; upload a GeoTIFF or COG.");
  const seen = new Set<number>();
  const open = [header.first];
  for (let offset = open.shift(); offset !== undefined; offset = open.shift()) {
    if (offset === 0) continue;
    if (seen.has(offset)) return unreadable(`The file's directories lead back to byte ${offset}. ${REWRITE}`);
    seen.add(offset);
    if (seen.size > STRUCTURE_LIMITS.directoriesMax) {
      const most = STRUCTURE_LIMITS.directoriesMax;
      return unreadable(
        `The file has more than ${most} directories (pages, overviews, masks); write one raster with its overviews (gdal_translate -of COG).`,
      );
    }
    const directory = await readDirectory(reader, header, offset);
    if ("fault" in directory) return directoryFault(directory, reader, fileBytes);
    const file = { reader, header, fileBytes };
    const fault = findValueFault(file, directory) ?? (await findBlockFault(file, directory));
    if (fault) return fault;
    open.push(directory.next, ...(await subDirectories(file, directory)));
  }
  return seen.size === 0 ? unreadable(`The file has no directory, so no raster. ${REWRITE}`) : null;
}

function directoryFault(found: DirectoryFault, reader: WindowReader, fileBytes: number): StructureFault {
  switch (found.fault) {
    case "cut":
      return reader.readsLeft === 0 ? scattered() : cutOff(found.endsAt, fileBytes);
    case "entries":
      return unreadable(
        `A directory of the file claims ${found.claimed} entries; at most ${ENTRIES_MAX} are read. ${REWRITE}`,
      );
  }
}

interface OpenTiff {
  readonly reader: WindowReader;
  readonly header: TiffHeader;
  readonly fileBytes: number;
}

const REWRITE = "Write it anew (gdal_translate -of COG) and upload that.";

const unreadable = (message: string): StructureFault => ({ code: "unreadable", message });

const scattered = (): StructureFault =>
  unreadable(`The file's directories are spread over too many places. ${REWRITE}`);

function cutOff(end: number, fileBytes: number): StructureFault {
  const missing = Math.ceil(end - fileBytes);
  return unreadable(
    `The file ends ${missing} bytes too early: it has ${fileBytes} bytes and refers to byte ${end}. Upload it again in full.`,
  );
}

/** Tags of baseline TIFF and GeoTIFF, whose values every reader needs; private ones may be damaged. */
const NEEDED_TAGS: ReadonlySet<number> = new Set([
  ...Object.values(TAG),
  317,
  320,
  338,
  339,
  347,
  33_550,
  33_922,
  34_264,
  34_735,
  34_736,
  34_737,
  42_113,
]);

function findValueFault({ fileBytes }: OpenTiff, { entries }: TiffDirectory): StructureFault | null {
  for (const [tag, { offset, bytes }] of entries) {
    if (NEEDED_TAGS.has(tag) && offset + bytes > fileBytes) return cutOff(offset + bytes, fileBytes);
  }
  return null;
}

async function subDirectories({ reader, header }: OpenTiff, directory: TiffDirectory): Promise<number[]> {
  const entry = directory.entries.get(TAG.subDirectories);
  const most = STRUCTURE_LIMITS.directoriesMax + 1;
  return entry ? ((await readValues(reader, header, entry, 0, most)) ?? []) : [];
}

/** How the pixels of a directory are cut into blocks. */
interface Blocks {
  readonly isTiled: boolean;
  readonly isCompressed: boolean;
  readonly width: number;
  readonly height: number;
  /** Values of a pixel that lie in one block. */
  readonly samples: number;
  readonly bytes: number;
  readonly offsets: TiffEntry | undefined;
  readonly byteCounts: TiffEntry | undefined;
}

async function findBlockFault(file: OpenTiff, directory: TiffDirectory): Promise<StructureFault | null> {
  const blocks = await blocksOf(file, directory);
  if (!blocks) return unreadable(`A directory of the file declares no pixels. ${REWRITE}`);
  // A strip that is not compressed is read by rows, and holds no more than the file does.
  const isWhole = blocks.isTiled || blocks.isCompressed;
  if (isWhole && blocks.bytes > STRUCTURE_LIMITS.blockBytesMax) return tooLarge(blocks);
  const end = await endOfBlocks(file, blocks);
  return end > file.fileBytes ? cutOff(end, file.fileBytes) : null;
}

function tooLarge({ width, height, samples, bytes }: Blocks): StructureFault {
  const mebibytes = Math.ceil(bytes / 2 ** 20);
  const most = STRUCTURE_LIMITS.blockBytesMax / 2 ** 20;
  return {
    code: "block_too_large",
    message: `One block of the file is ${width} x ${height} pixels of ${samples} bands (${mebibytes} MiB); at most ${most} MiB are read at once. Write it with internal tiles (gdal_translate -of COG), or with INTERLEAVE=BAND.`,
  };
}

/** Undefined when there are no pixels. */
async function blocksOf(
  { reader, header }: OpenTiff,
  { entries }: TiffDirectory,
): Promise<Blocks | undefined> {
  const first = async (tag: number, fallback: number): Promise<number> => {
    const entry = entries.get(tag);
    const [value] = entry ? ((await readValues(reader, header, entry, 0, 1)) ?? []) : [];
    return value ?? fallback;
  };
  const [width, height] = [await first(TAG.width, 0), await first(TAG.height, 0)];
  const isTiled = entries.has(TAG.tileWidth);
  const blockWidth = isTiled ? await first(TAG.tileWidth, 0) : width;
  const blockHeight = isTiled
    ? await first(TAG.tileHeight, 0)
    : Math.min(height, await first(TAG.rowsPerStrip, height));
  if (width === 0 || height === 0 || blockWidth === 0 || blockHeight === 0) return undefined;
  const isInterleaved = (await first(TAG.planarConfiguration, 1)) === 1;
  const samples = isInterleaved ? await first(TAG.samplesPerPixel, 1) : 1;
  // Bits of masks and palettes are decoded to a byte each.
  const sampleBytes = Math.max(1, (await first(TAG.bitsPerSample, 1)) / 8);
  return {
    isTiled,
    isCompressed: (await first(TAG.compression, 1)) !== 1,
    width: blockWidth,
    height: blockHeight,
    samples,
    bytes: blockWidth * blockHeight * samples * sampleBytes,
    offsets: entries.get(isTiled ? TAG.tileOffsets : TAG.stripOffsets),
    byteCounts: entries.get(isTiled ? TAG.tileByteCounts : TAG.stripByteCounts),
  };
}

/**
 * The byte after the last block, of those that are looked at; blocks without bytes are left out of a file.
 */
async function endOfBlocks({ reader, header }: OpenTiff, blocks: Blocks): Promise<number> {
  const { offsets, byteCounts, isCompressed, isTiled } = blocks;
  if (!offsets || !byteCounts) return 0;
  const count = Math.min(offsets.count, byteCounts.count);
  const start = Math.max(0, count - STRUCTURE_LIMITS.blocksMax);
  const places = (await readValues(reader, header, offsets, start, count - start)) ?? [];
  const lengths = (await readValues(reader, header, byteCounts, start, count - start)) ?? [];
  let end = 0;
  for (const [index, place] of places.entries()) {
    const length = lengths[index] ?? 0;
    if (place === 0 || length === 0) continue;
    // Some writers give the last strip, which has fewer rows, the length of the others.
    const isShort = !isCompressed && !isTiled && start + index === count - 1;
    end = Math.max(end, place + (isShort ? 0 : length));
  }
  return end;
}
