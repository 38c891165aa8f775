import { colorWithoutData, DEFAULT_BACKGROUND, isExact } from "../../../core/styles/render-style.ts";
import { isDataFormat, type PictureFormat } from "../../../core/tiles/tile-format.ts";
import { tileMercatorBox, type Box, type TileAddress } from "../../../core/tiles/tile-grid.ts";
import { coverageOf, createCanvas, paintUnder, type Canvas } from "../drawing/canvas.ts";
import { clipCanvas } from "../drawing/clip.ts";
import { createDatasetPool, type DatasetPool } from "./dataset-pool.ts";
import { renderDataTile } from "../drawing/render-data-tile.ts";
import { bytesOf, takePicture, type Encoding, type Picture } from "../drawing/encoder.ts";
import type { BlockRequest, BlockTimes, RenderedTile, RenderEngine, RenderLayer } from "./render-engine.ts";
import { createScratchMemory, type Scratch, type ScratchMemory } from "../kernels/scratch.ts";
import { RASTER_LIMITS } from "./raster-limits.ts";
import { fillTransparent, toHeights } from "../drawing/terrain.ts";
import { areaStatistics } from "./area-statistics.ts";
import { expressionStatistics } from "./statistics.ts";
import { bandsOf, parseExpression } from "../../../core/styles/expression.ts";
import { inspectRaster } from "./inspect-raster.ts";
import { marginOf, paint } from "../drawing/paint.ts";
import type { RasterFile } from "./raster-file.ts";
import { checkBands, mapTiles, readingOf } from "./read-tile.ts";

/**
 * An engine in this process; `filesMax` bounds the open files. Reading blocks the event loop: run it in its
 * own process.
 */
export function createGdalEngine(options: {
  readonly filesMax: number;
  /** See {@link createScratchMemory}. */
  readonly strictScratch?: boolean;
}): RenderEngine {
  const memory = createScratchMemory({ strict: options.strictScratch ?? false });
  const parts: Parts = { pool: createDatasetPool(options.filesMax), memory };
  const { pool } = parts;
  return {
    inspect: async (source, run) => inspectRaster(memory, pool.get(source), run?.isQuick ?? false),
    statistics: async (source, { expression, histogram }) => {
      const file = pool.get(source);
      checkBands(file, bandsOf(parseExpression(expression, Array<null>(BANDS_MAX).fill(null))));
      return expressionStatistics(memory, file, expression, histogram);
    },
    areaStatistics: async (source, task) => {
      const file = pool.get(source);
      const names = Array<null>(BANDS_MAX).fill(null);
      checkBands(
        file,
        task.expressions.flatMap((text) => bandsOf(parseExpression(text, names))),
      );
      return areaStatistics(memory, file, task);
    },
    renderBlock: async (request, run) => {
      const watch = new DrawWatch();
      const tiles = await renderBlock({ ...parts, watch }, request);
      run?.onTimes?.(watch.end());
      return tiles;
    },
    close: async () => pool.close(),
  };
}

const BANDS_MAX = RASTER_LIMITS.bandsMax;

/** What one engine keeps. */
interface Parts {
  readonly pool: DatasetPool;
  readonly memory: ScratchMemory;
}

/** Tells reading, painting and encoding of a block apart. */
class DrawWatch {
  readonly #began = performance.now();
  #painted = 0;
  #drawnAt: number | undefined;

  /** Runs what turns pixels into pictures. */
  painting(paintTile: () => void): void {
    const began = performance.now();
    paintTile();
    this.#painted += performance.now() - began;
  }

  /** All tiles are drawn; what follows is encoding alone. */
  drawn(): void {
    this.#drawnAt = performance.now();
  }

  end(): BlockTimes {
    const ended = performance.now();
    const drawnAt = this.#drawnAt ?? ended;
    const paintMs = this.#painted;
    return { readMs: drawnAt - this.#began - paintMs, paintMs, encodeMs: ended - drawnAt };
  }
}

interface Drawing extends Parts {
  readonly watch: DrawWatch;
}

async function renderBlock(parts: Drawing, request: BlockRequest): Promise<RenderedTile[]> {
  const { pool, memory, watch } = parts;
  const tiles = request.tiles.map(({ x, y }) => ({ z: request.z, x, y }));
  const { layers, rendition } = request;
  const { size, format } = rendition;
  const open = (layer: RenderLayer) => pool.get(layer.source);
  if (isDataFormat(format)) {
    return tiles.map((tile) => renderDataTile({ memory, layers, tile, size, format, open }));
  }
  const encoding = encodingOf(request, format);
  const withoutData = layers[0] && colorWithoutData(layers[0].style);
  const encodings: Promise<RenderedTile>[] = [];
  /**
   * Takes the picture out of the scratch. Sharp then encodes in its own threads while the next tile is drawn.
   */
  const encode: UseCanvas = (scratch, canvas, tile) => {
    if (canvas && withoutData) fillTransparent(canvas, withoutData);
    encodings.push(renderedTile(tile, canvas && takePicture(scratch, canvas, encoding)));
  };
  const [only, ...others] = layers;
  if (only && others.length === 0) drawLayer({ memory, watch }, open(only), only, tiles, size, encode);
  else for (const tile of tiles) drawMosaic({ memory, watch }, open, layers, tile, size, encode);
  watch.drawn();
  return Promise.all(encodings);
}

async function renderedTile({ x, y }: TileAddress, picture: Picture | undefined): Promise<RenderedTile> {
  if (picture === undefined) return { x, y, empty: true, bytes: Buffer.alloc(0) };
  return { x, y, empty: false, bytes: await bytesOf(picture) };
}

/** Uses a tile's canvas while it lives; undefined: no raster reaches there. */
type UseCanvas = (scratch: Scratch, canvas: Canvas | undefined, tile: TileAddress) => void;

/** Where a layer is drawn. */
interface Place {
  readonly memory: ScratchMemory;
  readonly watch: DrawWatch;
}

/** Layers from the top down, until every pixel is covered. */
function drawMosaic(
  { memory, watch }: Place,
  open: (layer: RenderLayer) => RasterFile,
  layers: readonly RenderLayer[],
  tile: TileAddress,
  size: number,
  use: UseCanvas,
): void {
  memory.within((scratch) => {
    const canvas = createCanvas(scratch, size);
    let isDrawn = false;
    for (const layer of layers) {
      drawLayer({ memory: scratch, watch }, open(layer), layer, [tile], size, (_, drawn) => {
        if (!drawn) return;
        paintUnder(canvas, drawn);
        isDrawn = true;
      });
      if (isDrawn && coverageOf(scratch.kernels, canvas) === "full") break;
    }
    use(scratch, isDrawn ? canvas : undefined, tile);
  });
}

function encodingOf({ layers, rendition }: BlockRequest, format: PictureFormat): Encoding {
  return {
    ...rendition,
    format,
    background: layers[0]?.style.background ?? DEFAULT_BACKGROUND,
    exact: layers.some(({ style }) => isExact(style)),
  };
}

/** Draws one raster on each of some neighbouring tiles. */
function drawLayer(
  { memory, watch }: Place,
  file: RasterFile,
  { style, info }: RenderLayer,
  tiles: readonly TileAddress[],
  size: number,
  use: UseCanvas,
): void {
  const [band = 1] = style.bands;
  const palette = style.color === "palette" ? file.paletteAt(band) : undefined;
  const margin = marginOf(style);
  const squares = tiles.map((tile) => {
    const inner = tileMercatorBox(tile);
    return { tile, inner, box: growBox(inner, (margin * (inner[2] - inner[0])) / size) };
  });
  const reading = readingOf(style, info);
  mapTiles(memory, file, squares, size + 2 * margin, reading, (scratch, pixels, { tile, inner }) => {
    watch.painting(() => {
      if (pixels && style.algorithm) toHeights(pixels, info.bands[band - 1]);
      const canvas = pixels && paint(scratch, pixels, style, size, inner, palette);
      use(scratch, canvas && clipCanvas(canvas, style, tile), tile);
    });
  });
}

function growBox([west, south, east, north]: Box, by: number): Box {
  return [west - by, south - by, east + by, north + by];
}
