import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";
import { emptyDataTileOf, encodeDataTile } from "../../core/tiles/data-tile/encode.ts";
import { dataLayers, dataLayoutOf } from "../../core/tiles/data-tile/layout.ts";
import { isDataFormat, type PictureFormat, type TileSize } from "../../core/tiles/tile-format.ts";
import type { PlanLayer } from "../../core/tiles/tile-plan.ts";
import type { TileSpec } from "../../core/tiles/tile-spec.ts";

function pictures(extension: string): Readonly<Record<TileSize, Buffer>> {
  const read = (size: TileSize) =>
    readFileSync(join(packageRoot, "api", "tiles", "empty", `${size}.${extension}`));
  return { 256: read(256), 512: read(512) };
}

/** Pictures without data: transparent, or white where the format has no transparency. */
const EMPTY_TILES = {
  png: pictures("png"),
  jpg: pictures("jpg"),
  webp: pictures("webp"),
  avif: pictures("avif"),
  // As the encoder chooses for `auto` where no pixel has data.
  auto: pictures("png"),
} satisfies Record<PictureFormat, Readonly<Record<TileSize, Buffer>>>;

/**
 * A tile without data. A data tile has the bands and types of other tiles of these layers; without any layer
 * it is undefined.
 */
export function emptyTile(
  layers: readonly PlanLayer[],
  { format, size, address }: TileSpec,
): Buffer | undefined {
  if (!isDataFormat(format)) return EMPTY_TILES[format][size];
  const [first] = dataLayers(layers.slice(0, 1));
  if (first === undefined) return undefined;
  return encodeDataTile(emptyDataTileOf(dataLayoutOf(first), size), address, format);
}
