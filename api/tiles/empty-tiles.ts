import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";
import { emptyDataTileOf, encodeDataTile } from "../../core/tiles/data-tile/encode.ts";
import { dataLayers, dataLayoutOf } from "../../core/tiles/data-tile/layout.ts";
import {
  isDataFormat,
  TILE_FORMATS,
  type TileFormatFacts,
  type TileSize,
} from "../../core/tiles/tile-format.ts";
import { colorWithoutData } from "../../core/styles/render-style.ts";
import { flatPng } from "../../core/tiles/flat-png.ts";
import type { PlanLayer } from "../../core/tiles/tile-plan.ts";
import type { TileSpec } from "../../core/tiles/tile-spec.ts";

const TILE_SIZES: readonly TileSize[] = [256, 512];

/** Pictures without data: transparent, or white where the format has no transparency. */
const EMPTY_TILES: ReadonlyMap<string, Buffer> = new Map(
  Object.entries<TileFormatFacts>(TILE_FORMATS)
    .filter(([, { is }]) => is === "picture")
    .flatMap(([format, { extension, emptyTile: picture = extension }]) =>
      TILE_SIZES.map((size) => [
        `${size}.${format}`,
        readFileSync(join(packageRoot, "api", "tiles", "empty", `${size}.${picture}`)),
      ]),
    ),
);

/**
 * A tile without data. A data tile has the bands and types of other tiles of these layers; without any layer
 * it is undefined.
 */
export function emptyTile(
  layers: readonly PlanLayer[],
  { format, size, address }: TileSpec,
): Buffer | undefined {
  const flat = layers[0] && format === "png" ? colorWithoutData(layers[0].style) : undefined;
  if (flat !== undefined) return flatPng(size, flat);
  if (!isDataFormat(format)) return EMPTY_TILES.get(`${size}.${format}`);
  const [first] = dataLayers(layers.slice(0, 1));
  if (first === undefined) return undefined;
  return encodeDataTile(emptyDataTileOf(dataLayoutOf(first), size), address, format);
}
