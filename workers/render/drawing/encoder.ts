import sharp, { type Sharp } from "sharp";
import { QUALITY_DEFAULT, type PictureFormat } from "../../../core/tiles/tile-format.ts";
import type { Rendition } from "../../../core/tiles/tile-spec.ts";
import { flatten, type Canvas, type CanvasTraits, type Coverage } from "./canvas.ts";
import { encodePng } from "./png.ts";

// One encoder thread per tile: render processes provide the parallelism. Tiles are distinct, so libvips'
// operation cache never hits.
sharp.concurrency(1);
sharp.cache(false);

/** WebP's fastest effort: the next one takes half as long again and saves a tenth (docs/performance.md). */
const WEBP_EFFORT = 0;
/** AVIF has another scale: its 55 looks like 82 of JPEG and WebP. */
const AVIF_QUALITY_SHARE = 55 / QUALITY_DEFAULT;
/** Any effort above the least takes longer than rendering the tile. */
const AVIF_EFFORT = 0;

/** How a picture is encoded. */
export interface Encoding extends Rendition {
  readonly format: PictureFormat;
  /** The colour of transparent pixels in formats without transparency. */
  readonly background: readonly [number, number, number];
  /** Colours stand for classes or numbers: `auto` then chooses a format without loss. */
  readonly exact: boolean;
}

type Encoder = (canvas: Canvas, traits: CanvasTraits, encoding: Encoding) => Buffer | Promise<Buffer>;

/**
 * The encoder of each format. It must read the canvas before it returns: the canvas lies in scratch memory.
 */
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

/** Encodes a tile. It reads the canvas before it returns its promise, not later. */
export async function encodeTile(canvas: Canvas, traits: CanvasTraits, encoding: Encoding): Promise<Buffer> {
  return ENCODERS[encoding.format](canvas, traits, encoding);
}

function smallestFormat(coverage: Coverage, { exact }: Encoding): "png" | "jpg" | "webp" {
  if (exact || coverage === "empty") return "png";
  return coverage === "full" ? "jpg" : "webp";
}

function rawImage(canvas: Canvas, opaque: boolean): Sharp {
  const { size, rgba } = canvas;
  // Another thread encodes this later, when the canvas is gone: it needs a copy.
  if (!opaque) return sharp(rgba.slice(), { raw: { width: size, height: size, channels: 4 } });
  return sharp(flatten(canvas, "full", [0, 0, 0]), { raw: { width: size, height: size, channels: 3 } });
}
