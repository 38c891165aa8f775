import { createHash } from "node:crypto";
import { z } from "zod";
import { QUALITY_DEFAULT, qualityOf, TILE_FORMATS, TILE_SIZES, type TileFormat } from "./tile-format.ts";
import type { TileAddress } from "./tile-grid.ts";

const formats = Object.keys(TILE_FORMATS) as [TileFormat, ...TileFormat[]];

/**
 * The form in which a tile is served, wherever it lies. A new property goes here, into {@link rendition} and
 * into `IN_NAME`, where the compiler requires it. Outside this file it touches the two ends: the input that
 * reads it, and the encoder or painter that obeys it.
 */
export const renditionSchema = z.object({
  /** Edge length in pixels. */
  size: z.literal(TILE_SIZES),
  format: z.enum(formats),
  /** 1 to 100; see {@link QUALITY_DEFAULT}, which every format without loss has. */
  quality: z.int().min(1).max(100),
});

/** Size, format and quality of a tile. */
export type Rendition = Readonly<z.infer<typeof renditionSchema>>;

/** One tile as it is requested; it travels whole from the URL or body to the encoder. */
export interface TileSpec extends Rendition {
  readonly address: TileAddress;
}

/** The part of a rendition that a request states. */
type Requested = { readonly [Property in keyof Rendition]?: Rendition[Property] | undefined } & Pick<
  Rendition,
  "format"
>;

/** Completes a rendition with defaults. */
export function rendition({ size = 256, format, quality }: Requested): Rendition {
  return { size, format, quality: qualityOf(format, quality) };
}

/** One tile in a rendition. */
export function tileSpec(address: TileAddress, requested: Requested): TileSpec {
  return { address, ...rendition(requested) };
}

/** The rendition of a tile, which is shared by its block. */
export function renditionOf({ address: _address, ...shared }: TileSpec): Rendition {
  return shared;
}

/**
 * How a tile's name writes each property of its rendition: a forgotten property would serve one tile in place
 * of another.
 */
const IN_NAME = {
  size: ({ size }) => `@${size}`,
  format: ({ format }) => `.${format}`,
  quality: ({ quality }) => (quality === QUALITY_DEFAULT ? "" : `q${quality}`),
} satisfies { readonly [Property in keyof Rendition]: (of: Rendition) => string };

const NAME_PARTS = Object.values(IN_NAME);

/** Names a tile among all tiles of the same layers. */
export function specName(spec: TileSpec): string {
  const { z, x, y } = spec.address;
  let name = `${z}/${x}/${y}`;
  for (const part of NAME_PARTS) name += part(spec);
  return name;
}

/** Names the bytes of one tile: 43 characters of base64url. */
export const tileKeySchema = z.string().brand<"TileKey">();

/** See {@link tileKeySchema}. */
export type TileKey = z.infer<typeof tileKeySchema>;

/** What a layer adds to the key of its tiles. */
export interface KeyedLayer {
  /** Names the file's content. */
  readonly version: string;
  /** Names the style. */
  readonly styleKey: string;
}

/**
 * The key of a tile, by its content: spec, asset versions and styles, never the link. Two links to one item
 * share tiles, and a replaced file has other keys.
 */
export function tileKey(layers: readonly KeyedLayer[], spec: TileSpec): TileKey {
  const hash = createHash("sha256").update(specName(spec));
  for (const layer of layers) hash.update(`|${layer.version}|${layer.styleKey}`);
  return hash.digest("base64url") as TileKey;
}
