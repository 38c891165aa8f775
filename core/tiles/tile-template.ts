import { z } from "zod";
import { parseTileFormat, TILE_FORMATS, type PictureFormat, type TileSize } from "./tile-format.ts";

const NAMES = ["png", "jpg", "jpeg", "webp", "avif", "auto"] as const;

/** The inputs that choose the pictures of a TileJSON document. */
export const templateInput = {
  format: z.enum(NAMES).nullable().optional().meta({
    description:
      "The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes.",
  }),
  scale: z.literal([1, 2]).nullable().optional().meta({
    description:
      "1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens.",
  }),
};

/** Which pictures the tile URLs of a document name. */
export interface TileTemplate {
  readonly format: PictureFormat;
  readonly scale: 1 | 2;
}

/** The pictures that an input chooses. */
export function chosenTemplate(
  input: { readonly [Field in keyof typeof templateInput]?: z.output<(typeof templateInput)[Field]> },
  defaultFormat: PictureFormat,
): TileTemplate {
  const format = (parseTileFormat(input.format ?? defaultFormat) ?? defaultFormat) as PictureFormat;
  return { format, scale: input.scale ?? 1 };
}

/** The last part of a tile URL, with the placeholders of map clients: `{z}/{x}/{y}@2x.png`. */
export function templatePlace({ format, scale }: TileTemplate): string {
  return `{z}/{x}/{y}${scale === 2 ? "@2x" : ""}.${TILE_FORMATS[format].extension}`;
}

/** The edge of a tile in pixels, by both names that map clients read. */
export function templateSize({ scale }: TileTemplate): {
  readonly tileSize: TileSize;
  readonly tile_size: TileSize;
} {
  const size = scale === 2 ? 512 : 256;
  return { tileSize: size, tile_size: size };
}

/** The query with which a document's own URL answers the same pictures again; empty for the usual ones. */
export function templateQuery({ format, scale }: TileTemplate, usual: PictureFormat): string {
  const query = new URLSearchParams({
    ...(format === usual ? {} : { format }),
    ...(scale === 1 ? {} : { scale: String(scale) }),
  });
  return query.size === 0 ? "" : `?${query.toString()}`;
}
