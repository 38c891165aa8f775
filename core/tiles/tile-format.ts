/** Formats a tile is served in, by the name a client asks for: pictures, and data for programs. */
export const TILE_FORMATS = {
  png: { contentType: "image/png", extension: "png", is: "picture", lossy: false },
  webp: { contentType: "image/webp", extension: "webp", is: "picture", lossy: true },
  jpg: { contentType: "image/jpeg", extension: "jpg", is: "picture", lossy: true },
  avif: { contentType: "image/avif", extension: "avif", is: "picture", lossy: true },
  /** The smallest that loses nothing one would miss: JPEG where every pixel has data, WebP at an edge, PNG for classes. The bytes say which. */
  auto: { contentType: "image/png", extension: "auto", is: "picture", lossy: true },
  /** NumPy's array of the values themselves: bands and a mask, rows, columns. */
  npy: { contentType: "application/x-npy", extension: "npy", is: "data", lossy: false },
  /** A GeoTIFF of the values themselves, in EPSG:3857. */
  tif: { contentType: "image/tiff; application=geotiff", extension: "tif", is: "data", lossy: false },
} as const satisfies Record<string, TileFormatFacts>;

interface TileFormatFacts {
  readonly contentType: string;
  readonly extension: string;
  readonly is: "picture" | "data";
  readonly lossy: boolean;
}

/** A tile format after aliases are resolved. */
export type TileFormat = keyof typeof TILE_FORMATS;

/** A format whose tiles hold values in place of colours. */
export type DataFormat = "npy" | "tif";

/** Whether a format holds values in place of colours. */
export function isDataFormat(format: TileFormat): format is DataFormat {
  return TILE_FORMATS[format].is === "data";
}

/**
 * Quality of lossy formats, 1 to 100, on one scale for all: at 82 a tile of Sentinel-2 is 38 dB from itself in each of them, at 90 it takes two fifths more
 * bytes for one or two dB (docs/performance.md).
 */
export const QUALITY_DEFAULT = 82;

/** The quality that decides a tile's bytes: formats without loss know only one. */
export function qualityOf(format: TileFormat, wanted: number | undefined): number {
  return TILE_FORMATS[format].lossy ? (wanted ?? QUALITY_DEFAULT) : QUALITY_DEFAULT;
}

const ALIASES: Readonly<Record<string, TileFormat>> = { jpeg: "jpg", tiff: "tif" };

/** Resolves a format's name or alias; undefined when no such format is served. */
export function parseTileFormat(name: string): TileFormat | undefined {
  const resolved = ALIASES[name] ?? name;
  return Object.hasOwn(TILE_FORMATS, resolved) ? (resolved as TileFormat) : undefined;
}

/** The content type of a tile's bytes: what the format says, and for `auto` what they turn out to be. */
export function contentTypeOf(format: TileFormat, bytes: Uint8Array): string {
  if (format !== "auto") return TILE_FORMATS[format].contentType;
  return TILE_FORMATS[FIRST_BYTES.get(bytes[0] ?? 0) ?? "png"].contentType;
}

/** JPEG's SOI marker and the R of WebP's RIFF. */
const FIRST_BYTES: ReadonlyMap<number, TileFormat> = new Map([
  [0xff, "jpg"],
  [0x52, "webp"],
]);

/** Every accepted name, for error messages and schemas. */
export const TILE_FORMAT_NAMES: readonly string[] = [...Object.keys(TILE_FORMATS), ...Object.keys(ALIASES)];

/** Edge length of a tile in pixels: 256, or 512 for `@2x`. */
export type TileSize = 256 | 512;
