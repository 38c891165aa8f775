/** Image formats a tile is served in, by the name a client asks for. */
export const TILE_FORMATS = {
  png: { contentType: "image/png", extension: "png", transparent: true },
  webp: { contentType: "image/webp", extension: "webp", transparent: true },
  jpg: { contentType: "image/jpeg", extension: "jpg", transparent: false },
  avif: { contentType: "image/avif", extension: "avif", transparent: true },
  /** JPEG where every pixel has data, PNG elsewhere: small imagery without losing its edge. The bytes say which. */
  auto: { contentType: "image/png", extension: "auto", transparent: true },
} as const satisfies Record<string, { contentType: string; extension: string; transparent: boolean }>;

/** A tile format after aliases are resolved. */
export type TileFormat = keyof typeof TILE_FORMATS;

const ALIASES: Readonly<Record<string, TileFormat>> = { jpeg: "jpg" };

/** Resolves a format's name or alias; undefined when no such format is served. */
export function parseTileFormat(name: string): TileFormat | undefined {
  const resolved = ALIASES[name] ?? name;
  return Object.hasOwn(TILE_FORMATS, resolved) ? (resolved as TileFormat) : undefined;
}

/** The content type of a tile's bytes: what the format says, and for `auto` what they turn out to be. */
export function contentTypeOf(format: TileFormat, bytes: Uint8Array): string {
  return format === "auto" && bytes[0] === JPEG_FIRST_BYTE
    ? TILE_FORMATS.jpg.contentType
    : TILE_FORMATS[format].contentType;
}

const JPEG_FIRST_BYTE = 0xff;

/** Every accepted name, for error messages and schemas. */
export const TILE_FORMAT_NAMES: readonly string[] = [...Object.keys(TILE_FORMATS), ...Object.keys(ALIASES)];

/** Edge length of a tile in pixels: 256, or 512 for `@2x`. */
export type TileSize = 256 | 512;
