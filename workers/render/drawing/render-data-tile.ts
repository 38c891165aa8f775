import { dataArrayOf, encodeDataTile } from "../../../core/tiles/data-tile/encode.ts";
import { dataLayoutOf } from "../../../core/tiles/data-tile/layout.ts";
import type { DataFormat, TileSize } from "../../../core/tiles/tile-format.ts";
import { tileMercatorBox, type Box, type TileAddress } from "../../../core/tiles/tile-grid.ts";
import type { RenderedTile, RenderLayer } from "../engine/render-engine.ts";
import { calculate } from "./paint.ts";
import type { TilePixels } from "../engine/pixels.ts";
import type { RasterFile } from "../engine/raster-file.ts";
import { readTile } from "../engine/read-tile.ts";
import { roundWholeNumbers } from "../engine/resample.ts";
import { marginOf, slopeDegrees, toHeights } from "./terrain.ts";

/** What a data tile is made of. */
interface DataTask {
  /** The first layer lies on top; all have the same bands. */
  readonly layers: readonly RenderLayer[];
  readonly tile: TileAddress;
  readonly size: TileSize;
  readonly format: DataFormat;
  readonly open: (layer: RenderLayer) => RasterFile;
}

/** Values in place of colours: bands and calculations as they are resampled, from the top layer down until every pixel has data. */
export function renderDataTile({ layers, tile, size, format, open }: DataTask): RenderedTile {
  let top: TilePixels | undefined;
  for (const layer of layers) {
    const values = valuesOf(open(layer), layer, tileMercatorBox(tile), size);
    if (!values) continue;
    top = top ? over(top, values) : values;
    if (!top.opacity.includes(0)) break;
  }
  const empty = !top?.opacity.some((opacity) => opacity > 0);
  if (!top || empty) return { x: tile.x, y: tile.y, empty: true, bytes: Buffer.alloc(0) };
  const { opacity } = top;
  const layout = dataLayoutOf({ style: layers[0]!.style, raster: layers[0]!.info });
  const bands = top.bands.map((values) => dataArrayOf(values, opacity, layout));
  const bytes = encodeDataTile({ layout, size, bands, opacity }, tile, format);
  return { x: tile.x, y: tile.y, empty, bytes };
}

function valuesOf(
  file: RasterFile,
  { style, info }: RenderLayer,
  box: Box,
  size: number,
): TilePixels | undefined {
  const margin = marginOf(style);
  const by = (margin * (box[2] - box[0])) / size;
  const grown = [box[0] - by, box[1] - by, box[2] + by, box[3] + by] as const;
  const pixels = readTile(file, grown, size + 2 * margin, style);
  if (!pixels) return undefined;
  if (style.algorithm) {
    toHeights(pixels, info.bands[style.bands[0]! - 1]);
    return slopeDegrees(pixels, size, box);
  }
  if (style.expressions) return calculate(pixels, style);
  for (const [index, values] of pixels.bands.entries()) {
    roundWholeNumbers(values, file.bands[style.bands[index]! - 1]!.integerRange);
  }
  return pixels;
}

/** Fills what the upper layer leaves open; half transparent data is data. */
function over(upper: TilePixels, lower: TilePixels): TilePixels {
  const opacity = upper.opacity.map((value, pixel) => (value === 0 ? lower.opacity[pixel]! : value));
  const bands = upper.bands.map((values, band) =>
    values.map((value, pixel) => (upper.opacity[pixel] === 0 ? lower.bands[band]![pixel]! : value)),
  );
  return { bands, opacity };
}
