import gdal from "gdal-async";
import { refuseOtherOverviews } from "../render/engine/raster-checks.ts";

/** Where a file cannot be decoded. */
export interface BlockFault {
  readonly message: string;
}

/**
 * Decodes every block of a raster, its overviews and its mask. Null when all of them can be read. Reading
 * blocks the event loop: `onProgress` is called with the share that is done.
 */
export function readEveryBlock(path: string, onProgress: (share: number) => void): BlockFault | null {
  const dataset = gdal.open(path, "r", ["GTiff"]);
  try {
    refuseOtherOverviews(dataset);
    const bands = dataset.bands.map((band) => band);
    const levels = [0, ...Array.from({ length: bands[0]?.overviews.count() ?? 0 }, (_, index) => index + 1)];
    const parts = levels.map((level) => ({
      level,
      bands: bands.map((band) => (level === 0 ? band : band.overviews.get(level - 1))),
    }));
    const total = parts.reduce((sum, { bands: [first] }) => sum + (first ? blocksOf(first).count : 0), 0);
    let done = 0;
    for (const part of parts) {
      const fault = readLevel(part, () => onProgress(++done / Math.max(1, total)));
      if (fault !== null) return fault;
    }
    return null;
  } finally {
    dataset.close();
  }
}

interface Level {
  readonly level: number;
  readonly bands: readonly gdal.RasterBand[];
}

/** Blocks of all bands at one place after the other: those stored together are decoded once. */
function readLevel({ level, bands }: Level, onBlock: () => void): BlockFault | null {
  const [first] = bands;
  if (first === undefined) return null;
  const mask = hasOwnMask(first) ? first.getMaskBand() : null;
  const { across, down } = blocksOf(first);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      try {
        for (const band of bands) band.pixels.readBlock(x, y);
        if (mask !== null) readPart(mask, first, x, y);
      } catch (error) {
        const where = level === 0 ? "the raster" : `overview ${level}`;
        return { message: `block ${x}, ${y} of ${where} cannot be decoded (${firstLine(error)})` };
      }
      onBlock();
    }
  }
  return null;
}

/** GDAL's flag of a mask that a file holds for all of its bands. */
const MASK_PER_DATASET = 2;
const MASK_ALPHA = 4;

function hasOwnMask(band: gdal.RasterBand): boolean {
  const flags = band.getMaskFlags();
  return (flags & MASK_PER_DATASET) !== 0 && (flags & MASK_ALPHA) === 0;
}

/** A mask may have blocks of another size than its raster. */
function readPart(mask: gdal.RasterBand, raster: gdal.RasterBand, x: number, y: number): void {
  const { x: width, y: height } = raster.blockSize ?? raster.size;
  const [left, top] = [x * width, y * height];
  mask.pixels.read(left, top, Math.min(width, raster.size.x - left), Math.min(height, raster.size.y - top));
}

function blocksOf(band: gdal.RasterBand): { across: number; down: number; count: number } {
  const { x: width, y: height } = band.blockSize ?? band.size;
  const [across, down] = [Math.ceil(band.size.x / width), Math.ceil(band.size.y / height)];
  return { across, down, count: across * down };
}

/** GDAL's errors run over several lines and name its own internals after the first. */
function firstLine(error: unknown): string {
  const [first = "unknown error"] = (error instanceof Error ? error.message : String(error)).split("\n");
  return first.trim().replace(/\.$/, "");
}
