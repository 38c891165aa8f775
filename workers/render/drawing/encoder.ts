import sharp, { type Sharp } from "sharp";
import { QUALITY_DEFAULT, type PictureFormat } from "../../../core/tiles/tile-format.ts";
import type { Rendition } from "../../../core/tiles/tile-spec.ts";
import { flatten, type Canvas, type CanvasTraits, type Coverage } from "./canvas.ts";
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
export interface Encoding extends Rendition {
  readonly format: PictureFormat;
  /** Under transparent pixels of formats without transparency. */
  readonly background: readonly [number, number, number];
  /** Colours stand for classes or numbers: `auto` then loses nothing. */
  readonly exact: boolean;
}

type Encoder = (canvas: Canvas, traits: CanvasTraits, encoding: Encoding) => Buffer | Promise<Buffer>;

/** How each format is written. An encoder looks at the canvas before it returns, not after. */
const ENCODERS: Readonly<Record<PictureFormat, Encoder>> = {
  png: (canvas, traits) => encodePng(canvas, traits),
  jpg: (canvas, { coverage }, { quality, background }) => {
    const { size } = canvas;
    const raw = { width: size, height: size, channels: 3 } as const;
    return sharp(flatten(canvas, coverage, background), { raw })
      .jpeg({ quality })
      .toBuffer();
  },
  webp: (canvas, { coverage }, { quality }) =>
    rawImage(canvas, coverage === "full")
      .webp({ quality, effort: WEBP_EFFORT })
      .toBuffer(),
  avif: (canvas, { coverage }, { quality }) =>
    rawImage(canvas, coverage === "full")
      .avif({ quality: Math.max(1, Math.round(quality * AVIF_QUALITY_SHARE)), effort: AVIF_EFFORT })
      .toBuffer(),
  auto: (canvas, traits, encoding) => {
    const format = smallestFormat(traits.coverage, encoding);
    return ENCODERS[format](canvas, traits, { ...encoding, format });
  },
};

/** Encodes a tile; looks at the canvas before it returns, not after. */
export async function encodeTile(canvas: Canvas, traits: CanvasTraits, encoding: Encoding): Promise<Buffer> {
  return ENCODERS[encoding.format](canvas, traits, encoding);
}

function smallestFormat(coverage: Coverage, { exact }: Encoding): "png" | "jpg" | "webp" {
  if (exact || coverage === "empty") return "png";
  return coverage === "full" ? "jpg" : "webp";
}

function rawImage(canvas: Canvas, opaque: boolean): Sharp {
  const { size, rgba } = canvas;
  // Encoded later, in another thread, when the canvas is gone.
  if (!opaque) return sharp(rgba.slice(), { raw: { width: size, height: size, channels: 4 } });
  return sharp(flatten(canvas, "full", [0, 0, 0]), { raw: { width: size, height: size, channels: 3 } });
}
