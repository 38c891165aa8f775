import { tileAt, type TileAddress } from "../../core/tiles/tile-grid.ts";
import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import { inspectRaster } from "../../workers/render/engine/inspect-raster.ts";
import { openRaster, type RasterFile } from "../../workers/render/engine/raster-file.ts";
import { convertToCog } from "../../workers/ingest/convert-to-cog.ts";
import { RasterRefused } from "../../workers/render/errors.ts";
import type { ScratchMemory } from "../../workers/render/kernels/scratch.ts";
import { compareTile, type TileResult } from "./compare-tile.ts";
import type { Reference } from "./reference-command.ts";

/** One file: refused, or compared. */
export type FileResult =
  | { readonly kind: "refused"; readonly code: string; readonly message: string }
  | {
      readonly kind: "compared";
      readonly tiles: readonly TileResult[];
      readonly info: RasterInfo;
      /** The file names no geotransform: it was warped first, as uploads are. */
      readonly isWarped?: boolean;
    };

/** What every comparison shares. */
export interface Comparison {
  readonly memory: ScratchMemory;
  readonly reference: Reference;
  /** At most this many tiles of a file, evenly taken; all unless given. */
  readonly tilesMax?: number;
  /** A file that conversions are written to. */
  readonly converted: string;
}

/** What is warped before it is drawn. */
const WARPED_CODES = new Set(["gcp_only", "rpc_only"]);

/** Registers a file as the service does, and compares tiles from all over it with gdalwarp's. */
export async function compareFile(comparison: Comparison, location: string): Promise<FileResult> {
  const result = await compareRaster(comparison, location);
  if (result.kind === "compared" || !WARPED_CODES.has(result.code)) return result;
  await convertToCog(location, comparison.converted);
  const warped = await compareRaster(comparison, comparison.converted);
  return warped.kind === "compared" ? { ...warped, isWarped: true } : warped;
}

async function compareRaster(comparison: Comparison, location: string): Promise<FileResult> {
  const { memory, reference, tilesMax } = comparison;
  let file: RasterFile | undefined;
  try {
    file = openRaster(location);
    const info = inspectRaster(memory, file);
    const tiles: TileResult[] = [];
    for (const tile of tilesOf(info, tilesMax)) {
      const result = await compareTile(memory, reference, { file, info, location }, tile);
      if (result) tiles.push(result);
    }
    return { kind: "compared", tiles, info };
  } catch (error) {
    if (error instanceof RasterRefused) return { kind: "refused", code: error.code, message: error.message };
    throw error;
  } finally {
    file?.close();
  }
}

/** Zooms 0 to 2 whole; middle, corner and just outside at the least, middle, deepest and enlarged zoom. */
function tilesOf({ footprint, zoomMin, zoomMax }: RasterInfo, tilesMax = Infinity): TileAddress[] {
  const world = [0, 1, 2].flatMap((z) => squareOf(z));
  const zooms = new Set([zoomMin, (zoomMin + zoomMax) >> 1, zoomMax, Math.min(24, zoomMax + 2)]);
  const near = [...zooms].flatMap((z) => footprint.flatMap((box) => tilesOfBox(box, z)));
  const named = [...world, ...near].map((tile) => [`${tile.z}/${tile.x}/${tile.y}`, tile] as const);
  const tiles = [...new Map(named).values()];
  const step = Math.max(1, tiles.length / tilesMax);
  return tiles.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function squareOf(z: number): TileAddress[] {
  return Array.from({ length: 4 ** z }, (_, index) => ({ z, x: index % 2 ** z, y: index >> z }));
}

function tilesOfBox([west, south, east, north]: RasterInfo["footprint"][number], z: number): TileAddress[] {
  const middle = tileAt((west + east) / 2, (south + north) / 2, z);
  const corners = [tileAt(west, north, z), tileAt(east, south, z)];
  const edge = tileAt(west, (south + north) / 2, z);
  const outside = { ...edge, x: (edge.x + 2 ** z - 1) % 2 ** z };
  return [middle, ...corners, edge, outside];
}
