import type { RasterInfo } from "../../core/raster-info.ts";
import { tileMercatorBox, type TileAddress } from "../../core/tile.ts";
import { coverageOf, paintUnder, type Canvas, type Coverage } from "./canvas.ts";
import { createDatasetPool, type DatasetPool } from "./dataset-pool.ts";
import { emptyTile, encodeTile } from "./encoder.ts";
import type { AssetSource, BlockRequest, RenderedTile, RenderEngine, RenderLayer } from "./engine.ts";
import { inspectRaster } from "./inspect.ts";
import { paint } from "./paint.ts";
import { paletteOf } from "./palette.ts";
import type { RasterFile } from "./raster-file.ts";
import { readTile } from "./read-tile.ts";

/** An engine in this very process; `filesMax` bounds the open files. Reading blocks the event loop: give it a process of its own. */
export function createGdalEngine(options: { filesMax: number }): RenderEngine {
  const pool = createDatasetPool(options.filesMax);
  return {
    inspect: (source: AssetSource): Promise<RasterInfo> => promised(() => inspectRaster(pool.get(source))),
    renderBlock: (request) => renderBlock(pool, request),
    close: () => promised(() => pool.close()),
  };
}

async function promised<T>(run: () => T): Promise<T> {
  return run();
}

async function renderBlock(pool: DatasetPool, request: BlockRequest): Promise<RenderedTile[]> {
  return Promise.all(tilesOf(request).map((tile) => renderTile(pool, request, tile)));
}

function tilesOf({ z, x, y, span }: BlockRequest): TileAddress[] {
  const last = 2 ** z - 1;
  const offsets = Array.from({ length: span }, (_, offset) => offset);
  return offsets
    .flatMap((down) => offsets.map((right) => ({ z, x: x + right, y: y + down })))
    .filter((tile) => tile.x <= last && tile.y <= last);
}

async function renderTile(
  pool: DatasetPool,
  request: BlockRequest,
  tile: TileAddress,
): Promise<RenderedTile> {
  const { layers, size, format } = request;
  const background = layers[0]?.style.background ?? [255, 255, 255];
  let canvas: Canvas | undefined;
  let coverage: Coverage = "empty";
  for (const layer of layers) {
    const drawn = drawLayer(pool.get(layer.source), layer, tile, size);
    if (!drawn) continue;
    if (canvas) paintUnder(canvas, drawn);
    canvas ??= drawn;
    coverage = coverageOf(canvas);
    if (coverage === "full") break;
  }
  const empty = coverage === "empty";
  const bytes =
    canvas && !empty
      ? await encodeTile(canvas, coverage, format, background)
      : await emptyTile(format, size, background);
  return { x: tile.x, y: tile.y, empty, bytes };
}

/** One raster on one tile; undefined where it does not reach. */
function drawLayer(
  file: RasterFile,
  { style }: RenderLayer,
  tile: TileAddress,
  size: number,
): Canvas | undefined {
  const pixels = readTile(file, tileMercatorBox(tile), size, style);
  if (!pixels) return undefined;
  return paint(pixels, style, size, style.color === "palette" ? paletteOf(file, style.bands[0]!) : undefined);
}
