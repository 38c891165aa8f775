/**
 * The formats of tiles by the names that clients use: pictures, and data for programs. A new format is a row
 * here; the compiler then requires its encoder, and the API does not start without its empty picture.
 */
export const TILE_FORMATS = {
  png: { contentType: "image/png", extension: "png", is: "picture", lossy: false, inWmts: true },
  jpg: { contentType: "image/jpeg", extension: "jpg", is: "picture", lossy: true, inWmts: true },
  webp: { contentType: "image/webp", extension: "webp", is: "picture", lossy: true, inWmts: true },
  avif: { contentType: "image/avif", extension: "avif", is: "picture", lossy: true, inWmts: false },
  /**
   * The smallest without visible loss: JPEG where every pixel has data, WebP at an edge, PNG for classes. The
   * bytes say which.
   */
  auto: {
    contentType: "image/png",
    extension: "auto",
    is: "picture",
    lossy: true,
    inWmts: false,
    // As the encoder chooses where no pixel has data.
    emptyTile: "png",
  },
  /** NumPy's array of the values themselves: bands and a mask, rows, columns. */
  npy: { contentType: "application/x-npy", extension: "npy", is: "data", lossy: false, inWmts: false },
  /** A GeoTIFF of the values themselves, in EPSG:3857. */
  tif: {
    contentType: "image/tiff; application=geotiff",
    extension: "tif",
    is: "data",
    lossy: false,
    inWmts: false,
  },
} as const satisfies Record<string, TileFormatFacts>;

/** What the product knows of a format. */
export interface TileFormatFacts {
  readonly contentType: string;
  readonly extension: string;
  readonly is: "picture" | "data";
  /** Obeys `quality`. */
  readonly lossy: boolean;
  /**
   * Listed in WMTS capabilities, in the order of the rows; clients take the first one unless told otherwise.
   */
  readonly inWmts: boolean;
  /** The extension of its empty tile in `api/tiles/empty`; its own unless told. */
  readonly emptyTile?: string;
}

/** A tile format after aliases are resolved. */
export type TileFormat = keyof typeof TILE_FORMATS;

type FormatsThatAre<Kind extends TileFormatFacts["is"]> = {
  [Format in TileFormat]: (typeof TILE_FORMATS)[Format]["is"] extends Kind ? Format : never;
}[TileFormat];

/** A format whose tiles hold values in place of colours. */
export type DataFormat = FormatsThatAre<"data">;

/** A format whose tiles hold colours. */
export type PictureFormat = FormatsThatAre<"picture">;

/** Whether a format holds values in place of colours. */
export function isDataFormat(format: TileFormat): format is DataFormat {
  return TILE_FORMATS[format].is === "data";
}

/**
 * The default quality of lossy formats, from 1 to 100 on one scale for all. At 82 a Sentinel-2 tile keeps 38
 * dB in each of them; at 90 it takes two fifths more bytes for one or two dB (docs/performance-notes.md).
 */
export const QUALITY_DEFAULT = 82;

/** The quality that decides a tile's bytes: formats without loss have only one. */
export function qualityOf(format: TileFormat, requested: number | undefined): number {
  return TILE_FORMATS[format].lossy ? (requested ?? QUALITY_DEFAULT) : QUALITY_DEFAULT;
}

const ALIASES: Readonly<Record<string, TileFormat>> = { jpeg: "jpg", tiff: "tif" };

/** Resolves a format's name or alias; undefined when no such format is served. */
export function parseTileFormat(name: string): TileFormat | undefined {
  const resolved = ALIASES[name] ?? name;
  return Object.hasOwn(TILE_FORMATS, resolved) ? (resolved as TileFormat) : undefined;
}

/** The content type of a tile's bytes: that of its format, and for `auto` that of the format it became. */
export function contentTypeOf(format: TileFormat, bytes: Uint8Array): string {
  if (format !== "auto") return TILE_FORMATS[format].contentType;
  return TILE_FORMATS[FIRST_BYTES.get(bytes[0] ?? 0) ?? "png"].contentType;
}

/** Formats by their first byte: JPEG's SOI marker and the R of WebP's RIFF. */
const FIRST_BYTES: ReadonlyMap<number, TileFormat> = new Map([
  [0xff, "jpg"],
  [0x52, "webp"],
]);

/** Every accepted name, for error messages and schemas. */
export const TILE_FORMAT_NAMES: readonly string[] = [...Object.keys(TILE_FORMATS), ...Object.keys(ALIASES)];

/** Edge lengths of a tile in pixels: 256, or 512 for `@2x`. */
export const TILE_SIZES = [256, 512] as const;

/** One of {@link TILE_SIZES}. */
export type TileSize = (typeof TILE_SIZES)[number];
