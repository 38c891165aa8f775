import sharp, { type Sharp } from "sharp";
import type { TileFormat, TileSize } from "../../core/tile-format.ts";
import { coverageOf, createCanvas, flatten, type Canvas, type Coverage } from "./canvas.ts";
import { encodePng } from "./png.ts";

// One encoder thread a tile: render processes are what is parallel. libvips' operation cache never hits, tiles are distinct.
sharp.concurrency(1);
sharp.cache(false);

/** JPEG quality: 85 keeps imagery free of visible blocks at map scale. */
const JPEG_QUALITY = 85;
/** WebP quality of imagery, at the encoder's fastest effort. */
const WEBP_QUALITY = 82;
const WEBP_EFFORT = 0;
/** AVIF looks at 55 as JPEG does at 85; any effort but the least takes longer than rendering the tile. */
const AVIF_QUALITY = 55;
const AVIF_EFFORT = 0;

/** Encodes a tile. Formats without transparency get the background under transparent pixels. */
export async function encodeTile(
  canvas: Canvas,
  coverage: Coverage,
  format: TileFormat,
  background: readonly [number, number, number],
): Promise<Buffer> {
  switch (format) {
    case "png":
      return encodePng(canvas, coverage === "full");
    case "webp":
      return rawImage(canvas, coverage === "full")
        .webp({ quality: WEBP_QUALITY, effort: WEBP_EFFORT })
        .toBuffer();
    case "avif":
      return rawImage(canvas, coverage === "full")
        .avif({ quality: AVIF_QUALITY, effort: AVIF_EFFORT })
        .toBuffer();
    case "auto":
      return encodeTile(canvas, coverage, coverage === "full" ? "jpg" : "png", background);
    case "jpg": {
      const { size } = canvas;
      const raw = { width: size, height: size, channels: 3 } as const;
      return sharp(flatten(canvas, coverage, background), { raw })
        .jpeg({ quality: JPEG_QUALITY })
        .toBuffer();
    }
  }
}

function rawImage(canvas: Canvas, opaque: boolean): Sharp {
  const { size, rgba } = canvas;
  if (!opaque) return sharp(rgba, { raw: { width: size, height: size, channels: 4 } });
  return sharp(flatten(canvas, "full", [0, 0, 0]), { raw: { width: size, height: size, channels: 3 } });
}

const emptyTiles = new Map<string, Promise<Buffer>>();

/** The tile where nothing has data: encoded once per format, size and background. */
export function emptyTile(
  format: TileFormat,
  size: TileSize,
  background: readonly [number, number, number],
): Promise<Buffer> {
  const key = `${format} ${size} ${background.join()}`;
  const known = emptyTiles.get(key);
  if (known) return known;
  if (emptyTiles.size >= EMPTY_TILES_MAX) emptyTiles.clear();
  const canvas = createCanvas(size);
  const encoded = encodeTile(canvas, coverageOf(canvas), format, background);
  emptyTiles.set(key, encoded);
  return encoded;
}

const EMPTY_TILES_MAX = 64;
