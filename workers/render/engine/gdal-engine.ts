import type { RasterInfo } from "../../../core/rasters/raster-info.ts";
import { DEFAULT_BACKGROUND, isExact } from "../../../core/styles/render-style.ts";
import { isDataFormat, type PictureFormat } from "../../../core/tiles/tile-format.ts";
import { tileMercatorBox, type Box, type TileAddress } from "../../../core/tiles/tile-grid.ts";
import { coverageOf, createCanvas, paintUnder, traitsOf, type Canvas } from "../drawing/canvas.ts";
import { createDatasetPool, type DatasetPool } from "./dataset-pool.ts";
import { renderDataTile } from "../drawing/render-data-tile.ts";
import { encodeTile, type Encoding } from "../drawing/encoder.ts";
import type { AssetSource, BlockRequest, RenderedTile, RenderEngine, RenderLayer } from "./render-engine.ts";
import { withinScratch } from "../kernels/scratch.ts";
import { RASTER_LIMITS } from "./raster-limits.ts";
import { toHeights } from "../drawing/terrain.ts";
import { expressionStatistics } from "./statistics.ts";
import { bandsOf, parseExpression } from "../../../core/styles/expression.ts";
import { inspectRaster } from "./inspect-raster.ts";
import { marginOf, paint } from "../drawing/paint.ts";
import { paletteOf } from "../drawing/palette.ts";
import type { RasterFile } from "./raster-file.ts";
import { checkBands, readTiles } from "./read-tile.ts";

/** An engine in this very process; `filesMax` bounds the open files. Reading blocks the event loop: give it a process of its own. */
export function createGdalEngine(options: { filesMax: number }): RenderEngine {
  const pool = createDatasetPool(options.filesMax);
  return {
    inspect: (source: AssetSource): Promise<RasterInfo> => promised(() => inspectRaster(pool.get(source))),
    statistics: (source, expression) =>
      promised(() => {
        const file = pool.get(source);
        checkBands(file, bandsOf(parseExpression(expression, Array<null>(BANDS_MAX).fill(null))));
        return expressionStatistics(file, expression);
      }),
    renderBlock: (request) => renderBlock(pool, request),
    close: () => promised(() => pool.close()),
  };
}

const BANDS_MAX = RASTER_LIMITS.bandsMax;

async function promised<T>(run: () => T): Promise<T> {
  return run();
}

async function renderBlock(pool: DatasetPool, request: BlockRequest): Promise<RenderedTile[]> {
  const tiles = request.tiles.map(({ x, y }) => ({ z: request.z, x, y }));
  const { layers, rendition } = request;
  const { size, format } = rendition;
  if (isDataFormat(format)) {
    const open = (layer: RenderLayer) => pool.get(layer.source);
    return tiles.map((tile) => renderDataTile({ layers, tile, size, format, open }));
  }
  const encoding = encodingOf(request, format);
  if (layers.length !== 1) {
    return Promise.all(
      tiles.map((tile) => withinScratch(() => encode(encoding, tile, drawMosaic(pool, request, tile)))),
    );
  }
  const [layer] = layers as readonly [RenderLayer];
  // Lossy formats are encoded, in another thread, while the next tile is drawn.
  const drawings = drawLayer(pool.get(layer.source), layer, tiles, size);
  const encodings: Promise<RenderedTile>[] = [];
  for (const drawing of drawings) encodings.push(encode(encoding, tiles[encodings.length]!, drawing));
  return Promise.all(encodings);
}

/** Layers from the top down, until every pixel is covered. */
function drawMosaic(
  pool: DatasetPool,
  { layers, rendition: { size } }: BlockRequest,
  tile: TileAddress,
): Canvas | undefined {
  const canvas = createCanvas(size);
  let isDrawn = false;
  for (const layer of layers) {
    for (const drawn of drawLayer(pool.get(layer.source), layer, [tile], size)) {
      if (!drawn) continue;
      paintUnder(canvas, drawn);
      isDrawn = true;
    }
    if (isDrawn && coverageOf(canvas) === "full") break;
  }
  return isDrawn ? canvas : undefined;
}

function encodingOf({ layers, rendition }: BlockRequest, format: PictureFormat): Encoding {
  return {
    ...rendition,
    format,
    background: layers[0]?.style.background ?? DEFAULT_BACKGROUND,
    exact: layers.some(({ style }) => isExact(style)),
  };
}

/** Looks at the canvas before it returns, not after. */
async function encode(
  encoding: Encoding,
  { x, y }: TileAddress,
  canvas: Canvas | undefined,
): Promise<RenderedTile> {
  const traits = canvas && traitsOf(canvas);
  if (!canvas || !traits || traits.coverage === "empty") {
    return { x, y, empty: true, bytes: Buffer.alloc(0) };
  }
  return { x, y, empty: false, bytes: await encodeTile(canvas, traits, encoding) };
}

/** One raster on each of some neighbouring tiles; undefined where it does not reach. */
function* drawLayer(
  file: RasterFile,
  { style, info }: RenderLayer,
  tiles: readonly TileAddress[],
  size: number,
): Generator<Canvas | undefined> {
  const palette = style.color === "palette" ? paletteOf(file, style.bands[0]!) : undefined;
  const boxes = tiles.map(tileMercatorBox);
  const margin = marginOf(style);
  const grown = boxes.map((box) => growBox(box, (margin * (box[2] - box[0])) / size));
  let index = 0;
  for (const pixels of readTiles(file, grown, size + 2 * margin, style)) {
    const box = boxes[index++]!;
    if (pixels && style.algorithm) toHeights(pixels, info.bands[style.bands[0]! - 1]);
    yield pixels && paint(pixels, style, size, box, palette);
  }
}

function growBox([west, south, east, north]: Box, by: number): Box {
  return [west - by, south - by, east + by, north + by];
}
