import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";
import { TILE_FORMATS, type TileFormat, type TileSize } from "../../core/tile-format.ts";

const SIZES: readonly TileSize[] = [256, 512];

const tiles: ReadonlyMap<string, Buffer> = new Map(
  SIZES.flatMap((size) =>
    Object.values(TILE_FORMATS).map(({ extension }) => {
      const name = `${size}.${extension}`;
      return [name, readFileSync(join(packageRoot, "api", "tiles", "empty", name))] as const;
    }),
  ),
);

/** A tile without data: transparent, or white where the format has no transparency. */
export function emptyTile(size: TileSize, format: TileFormat): Buffer {
  const tile = tiles.get(`${size}.${TILE_FORMATS[format].extension}`);
  if (tile === undefined) throw new Error(`no empty tile for ${size} ${format}`);
  return tile;
}
