import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";
import { TILE_FORMATS, type TileFormat, type TileSize } from "../../core/tile-format.ts";

const SIZES: readonly TileSize[] = [256, 512];

/** What lies in the folder for a format: `auto` is a PNG where there is no data. */
const nameOf = (size: TileSize, format: TileFormat) =>
  `${size}.${format === "auto" ? TILE_FORMATS.png.extension : TILE_FORMATS[format].extension}`;

const tiles: ReadonlyMap<string, Buffer> = new Map(
  SIZES.flatMap((size) =>
    (Object.keys(TILE_FORMATS) as TileFormat[]).map((format) => {
      const name = nameOf(size, format);
      return [name, readFileSync(join(packageRoot, "api", "tiles", "empty", name))] as const;
    }),
  ),
);

/** A tile without data: transparent, or white where the format has no transparency. */
export function emptyTile(size: TileSize, format: TileFormat): Buffer {
  const tile = tiles.get(nameOf(size, format));
  if (tile === undefined) throw new Error(`no empty tile for ${size} ${format}`);
  return tile;
}
