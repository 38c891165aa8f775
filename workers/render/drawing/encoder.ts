import sharp, { type Sharp } from "sharp";
import {
  QUALITY_DEFAULT,
  type DataFormat,
  type TileFormat,
  type TileSize,
} from "../../../core/tiles/tile-format.ts";
import { createCanvas, flatten, traitsOf, type Canvas, type CanvasTraits, type Coverage } from "./canvas.ts";
import { withinScratch } from "../kernels/scratch.ts";
import { encodePng } from "./png.ts";

// One encoder thread a tile: render processes are what is parallel. libvips' operation cache never hits, tiles are distinct.
sharp.concurrency(1);
sharp.cache(false);

/** The encoder's fastest effort: the next one takes half as long again and saves a tenth (docs/performance.md). */
const WEBP_EFFORT = 0;
/** AVIF's scale is another one: at 55 it looks as JPEG and WebP do at 82. */
const AVIF_QUALITY_SHARE = 55 / QUALITY_DEFAULT;
/** Any effort but the least takes longer than rendering the tile. */
const AVIF_EFFORT = 0;

/** How a picture becomes bytes. */
export interface Encoding {
  readonly format: PictureFormat;
  /** For lossy formats; see {@link QUALITY_DEFAULT}. */
  readonly quality: number;
  /** Under transparent pixels of formats without transparency. */
  readonly background: readonly [number, number, number];
  /** Colours stand for classes or numbers: `auto` then loses nothing. */
  readonly exact: boolean;
}

/** A format of colours. */
export type PictureFormat = Exclude<TileFormat, DataFormat>;

/** Encodes a tile; looks at the canvas before it returns, not after. */
export async function encodeTile(canvas: Canvas, traits: CanvasTraits, encoding: Encoding): Promise<Buffer> {
  const { coverage } = traits;
  const { format, quality, background } = encoding;
  switch (format) {
    case "png":
      return encodePng(canvas, traits);
    case "webp":
      return rawImage(canvas, coverage === "full")
        .webp({ quality, effort: WEBP_EFFORT })
        .toBuffer();
    case "avif":
      return rawImage(canvas, coverage === "full")
        .avif({ quality: Math.max(1, Math.round(quality * AVIF_QUALITY_SHARE)), effort: AVIF_EFFORT })
        .toBuffer();
    case "auto":
      return encodeTile(canvas, traits, { ...encoding, format: smallestFormat(coverage, encoding) });
    case "jpg": {
      const { size } = canvas;
      const raw = { width: size, height: size, channels: 3 } as const;
      return sharp(flatten(canvas, coverage, background), { raw })
        .jpeg({ quality })
        .toBuffer();
    }
  }
}

function smallestFormat(coverage: Coverage, { exact }: Encoding): PictureFormat {
  if (exact || coverage === "empty") return "png";
  return coverage === "full" ? "jpg" : "webp";
}

function rawImage(canvas: Canvas, opaque: boolean): Sharp {
  const { size, rgba } = canvas;
  // Encoded later, in another thread, when the canvas is gone.
  if (!opaque) return sharp(rgba.slice(), { raw: { width: size, height: size, channels: 4 } });
  return sharp(flatten(canvas, "full", [0, 0, 0]), { raw: { width: size, height: size, channels: 3 } });
}

const emptyTiles = new Map<string, Promise<Buffer>>();

/** The tile where nothing has data: encoded once per format, size and background. */
export function encodeEmptyTile(size: TileSize, encoding: Encoding): Promise<Buffer> {
  const key = `${encoding.format} ${size} ${encoding.background.join()}`;
  const known = emptyTiles.get(key);
  if (known) return known;
  if (emptyTiles.size >= EMPTY_TILES_MAX) emptyTiles.clear();
  const encoded = withinScratch(() => {
    const canvas = createCanvas(size);
    return encodeTile(canvas, traitsOf(canvas), encoding);
  });
  emptyTiles.set(key, encoded);
  return encoded;
}

const EMPTY_TILES_MAX = 64;
