import type { FastifyRequest } from "fastify";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  parseTileFormat,
  TILE_FORMATS,
  TILE_SIZES,
  type TileFormatFacts,
} from "../../core/tiles/tile-format.ts";
import { packageRoot } from "../../infra/package-root.ts";
import type { EndPicture } from "../http/answer-errors.ts";

/**
 * Pictures that say that an address is no longer valid, in three languages, by size and format: software that
 * shows whatever picture it gets then shows the reason. `npm run pictures -- end` draws them.
 */
const END_PICTURES: ReadonlyMap<string, EndPicture> = new Map(
  Object.entries<TileFormatFacts>(TILE_FORMATS)
    .filter(([, { is }]) => is === "picture")
    .flatMap(([format, { contentType, extension, emptyTile: file = extension }]) =>
      TILE_SIZES.map((size) => [
        `${size}.${format}`,
        { contentType, bytes: readFileSync(join(packageRoot, "api", "tiles", "ended", `${size}.${file}`)) },
      ]),
    ),
);

/** The picture for the address of a request, in its size and format; undefined when it is of no picture. */
export function endPicture({ url }: Pick<FastifyRequest, "url">): EndPicture | undefined {
  const [path = ""] = url.split("?");
  const [, isTwice, extension = ""] = /(@2x)?\.([a-z]{1,8})$/.exec(path) ?? [];
  const size = isTwice === undefined && !path.includes("/preview.") ? 256 : 512;
  return END_PICTURES.get(`${size}.${parseTileFormat(extension) ?? ""}`);
}
