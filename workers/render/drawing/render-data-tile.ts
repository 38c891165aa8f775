import { dataArrayOf, encodeDataTile } from "../../../core/tiles/data-tile/encode.ts";
import { dataLayoutOf } from "../../../core/tiles/data-tile/layout.ts";
import type { DataFormat, TileSize } from "../../../core/tiles/tile-format.ts";
import { tileMercatorBox, type Box, type TileAddress } from "../../../core/tiles/tile-grid.ts";
import type { RenderedTile, RenderLayer } from "../engine/render-engine.ts";
import { clipValues } from "./clip.ts";
import { calculate } from "./paint.ts";
import type { PixelArray, TilePixels } from "../engine/pixels.ts";
import type { RasterFile } from "../engine/raster-file.ts";
import type { ScratchMemory } from "../kernels/scratch.ts";
import { readingOf, readTile } from "../engine/read-tile.ts";
import { roundWholeNumbers } from "../engine/resample.ts";
import { marginOf, slopeDegrees, toHeights } from "./terrain.ts";

/** What a data tile is made of. */
interface DataTask {
  readonly memory: ScratchMemory;
  /** The first layer lies on top; all have the same bands. */
  readonly layers: readonly RenderLayer[];
  readonly tile: TileAddress;
  readonly size: TileSize;
  readonly format: DataFormat;
  readonly open: (layer: RenderLayer) => RasterFile;
}

/** A tile of values instead of colours. Layers are read from the top down until every pixel has data. */
export function renderDataTile({ memory, layers, tile, size, format, open }: DataTask): RenderedTile {
  const { x, y } = tile;
  let top: TilePixels | undefined;
  for (const layer of layers) {
    const values = valuesOf(memory, open(layer), layer, tileMercatorBox(tile), size);
    if (!values) continue;
    clipValues(values, layer.style, tile, size);
    top = top ? over(top, values) : values;
    if (!top.opacity.includes(0)) break;
  }
  const [first] = layers;
  const isEmpty = !top?.opacity.some((opacity) => opacity > 0);
  if (!first || !top || isEmpty) return { x, y, empty: true, bytes: Buffer.alloc(0) };
  const { opacity } = top;
  const layout = dataLayoutOf({ style: first.style, raster: first.info });
  const bands = top.bands.map((values) => dataArrayOf(values, opacity, layout));
  return { x, y, empty: false, bytes: encodeDataTile({ layout, size, bands, opacity }, tile, format) };
}

function valuesOf(
  memory: ScratchMemory,
  file: RasterFile,
  { style, info }: RenderLayer,
  box: Box,
  size: number,
): TilePixels | undefined {
  const margin = marginOf(style);
  const by = (margin * (box[2] - box[0])) / size;
  const grown = [box[0] - by, box[1] - by, box[2] + by, box[3] + by] as const;
  const pixels = readTile(memory, file, grown, size + 2 * margin, readingOf(style, info));
  if (!pixels) return undefined;
  if (style.algorithm) {
    const [band = 1] = style.bands;
    toHeights(pixels, info.bands[band - 1]);
    return slopeDegrees(pixels, size, box);
  }
  if (style.expressions) return calculate(pixels, style);
  for (const [index, band] of style.bands.entries()) {
    const values = pixels.bands[index];
    if (values) roundWholeNumbers(values, file.bands[band - 1]?.integerRange ?? null);
  }
  return pixels;
}

/** Fills what the upper layer leaves open; half transparent data is data. */
function over(upper: TilePixels, lower: TilePixels): TilePixels {
  return {
    bands: upper.bands.map((values, band) => fillOpen(upper.opacity, values, lower.bands[band] ?? values)),
    opacity: fillOpen(upper.opacity, upper.opacity, lower.opacity),
  };
}

/** A copy of `values` with those of `below` where the opacity is zero. */
function fillOpen<Values extends PixelArray | Uint8Array>(
  opacity: Uint8Array,
  values: Values,
  below: ArrayLike<number>,
): Values {
  const filled = values.slice() as Values;
  for (const [pixel, dense] of opacity.entries()) if (dense === 0) filled[pixel] = below[pixel] ?? 0;
  return filled;
}
