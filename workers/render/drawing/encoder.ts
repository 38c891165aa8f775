import sharp, { type Sharp } from "sharp";
import { QUALITY_DEFAULT, type PictureFormat } from "../../../core/tiles/tile-format.ts";
import type { Rendition } from "../../../core/tiles/tile-spec.ts";
import type { Scratch } from "../kernels/scratch.ts";
import { flatten, traitsOf, type Canvas, type CanvasTraits, type Coverage } from "./canvas.ts";
import { encodePng } from "./png.ts";

// One encoder thread per tile: render processes provide the parallelism. Tiles are distinct, so libvips'
// operation cache never hits.
sharp.concurrency(1);
sharp.cache(false);

/**
 * WebP's fastest effort: the next one takes half as long again and saves a tenth (docs/performance-notes.md).
 */
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

/** A tile outside the scratch memory: encoded, or as pixels that sharp encodes in {@link bytesOf}. */
export type Picture = Buffer | Sharp;

type Encoder = (scratch: Scratch, canvas: Canvas, traits: CanvasTraits, encoding: Encoding) => Picture;

/** How each format is written. */
const ENCODERS: Readonly<Record<PictureFormat, Encoder>> = {
  png: (scratch, canvas, traits) => encodePng(scratch, canvas, traits),
  jpg: (scratch, canvas, { coverage }, { quality, background }) => {
    const { size } = canvas;
    const raw = { width: size, height: size, channels: 3 } as const;
    return sharp(flatten(scratch, canvas, coverage, background), { raw }).jpeg({ quality });
  },
  webp: (scratch, canvas, { coverage }, { quality }) =>
    rawImage(scratch, canvas, coverage === "full").webp({ quality, effort: WEBP_EFFORT }),
  avif: (scratch, canvas, { coverage }, { quality }) =>
    rawImage(scratch, canvas, coverage === "full").avif({
      quality: Math.max(1, Math.round(quality * AVIF_QUALITY_SHARE)),
      effort: AVIF_EFFORT,
    }),
  auto: (scratch, canvas, traits, encoding) => {
    const format = smallestFormat(traits.coverage, encoding);
    return ENCODERS[format](scratch, canvas, traits, { ...encoding, format });
  },
};

/** Takes a tile out of the scratch memory; undefined when no pixel has data. */
export function takePicture(scratch: Scratch, canvas: Canvas, encoding: Encoding): Picture | undefined {
  const traits = traitsOf(scratch.kernels, canvas);
  if (traits.coverage === "empty") return undefined;
  return ENCODERS[encoding.format](scratch, canvas, traits, encoding);
}

/** The encoded tile. */
export async function bytesOf(picture: Picture): Promise<Buffer> {
  return Buffer.isBuffer(picture) ? picture : picture.toBuffer();
}

function smallestFormat(coverage: Coverage, { exact }: Encoding): "png" | "jpg" | "webp" {
  if (exact || coverage === "empty") return "png";
  return coverage === "full" ? "jpg" : "webp";
}

function rawImage(scratch: Scratch, canvas: Canvas, opaque: boolean): Sharp {
  const { size, rgba } = canvas;
  if (!opaque) return sharp(rgba.slice(), { raw: { width: size, height: size, channels: 4 } });
  return sharp(flatten(scratch, canvas, "full", [0, 0, 0]), {
    raw: { width: size, height: size, channels: 3 },
  });
}
