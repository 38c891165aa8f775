import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";
import { emptyDataTileOf, encodeDataTile } from "../../core/tiles/data-tile/encode.ts";
import { dataLayoutOf } from "../../core/tiles/data-tile/layout.ts";
import {
  TILE_FORMATS,
  type DataFormat,
  type TileFormat,
  type TileSize,
} from "../../core/tiles/tile-format.ts";
import type { PlanLayer } from "../../core/tiles/tile-plan.ts";
import type { TileAddress } from "../../core/tiles/tile-grid.ts";

type PictureFormat = Exclude<TileFormat, DataFormat>;

const SIZES: readonly TileSize[] = [256, 512];
const PICTURES: readonly PictureFormat[] = ["png", "webp", "jpg", "avif", "auto"];

/** What lies in the folder for a format: `auto` is a PNG where there is no data. */
const nameOf = (size: TileSize, format: PictureFormat) =>
  `${size}.${format === "auto" ? TILE_FORMATS.png.extension : TILE_FORMATS[format].extension}`;

const tiles: ReadonlyMap<string, Buffer> = new Map(
  SIZES.flatMap((size) =>
    PICTURES.map((format) => {
      const name = nameOf(size, format);
      return [name, readFileSync(join(packageRoot, "api", "tiles", "empty", name))] as const;
    }),
  ),
);

/** A picture without data: transparent, or white where the format has no transparency. */
export function emptyTile(size: TileSize, format: PictureFormat): Buffer {
  const tile = tiles.get(nameOf(size, format));
  if (tile === undefined) throw new Error(`no empty tile for ${size} ${format}`);
  return tile;
}

/** Values of no data, as many bands of the same type as other tiles of the same layers have; undefined without any layer. */
export function emptyDataTile(wanted: {
  readonly layers: readonly PlanLayer[];
  readonly size: TileSize;
  readonly address: TileAddress;
  readonly format: DataFormat;
}): Buffer | undefined {
  const [first] = wanted.layers;
  if (first === undefined) return undefined;
  return encodeDataTile(emptyDataTileOf(dataLayoutOf(first), wanted.size), wanted.address, wanted.format);
}
