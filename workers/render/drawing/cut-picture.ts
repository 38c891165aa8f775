import sharp, { type Sharp } from "sharp";
import type { PictureFrame } from "../../../core/tiles/picture-frame.ts";
import type { Encoding } from "./encoder.ts";

/** Pictures are made once and looked at often: a little more effort than for tiles. */
const WEBP_EFFORT = 3;

/**
 * Cuts a picture out of PNG tiles that lie side by side, undefined where there is no data, and brings it to
 * its size. Empty bytes: nothing has data.
 */
export async function cutPicture(
  frame: PictureFrame,
  tiles: readonly (Buffer | undefined)[],
  encoding: Encoding,
): Promise<Buffer> {
  if (tiles.every((tile) => tile === undefined)) return Buffer.alloc(0);
  const { columns, tileSize, left, top, cutWidth, cutHeight, width, height } = frame;
  const rows = Math.ceil(tiles.length / columns);
  const sheet = await sharp({
    create: { width: columns * tileSize, height: rows * tileSize, channels: 4, background: "#00000000" },
  })
    .composite(
      tiles.flatMap((input, index) =>
        input === undefined
          ? []
          : [{ input, left: (index % columns) * tileSize, top: Math.floor(index / columns) * tileSize }],
      ),
    )
    .raw()
    .toBuffer();
  const raw = { width: columns * tileSize, height: rows * tileSize, channels: 4 } as const;
  const picture = sharp(sheet, { raw })
    .extract({ left, top, width: cutWidth, height: cutHeight })
    // Colours of classes are chosen, never mixed.
    .resize(width, height, { fit: "fill", kernel: encoding.exact ? "nearest" : "lanczos3" });
  return await encode(picture, encoding).toBuffer();
}

function encode(picture: Sharp, { format, quality, background: [r, g, b] }: Encoding): Sharp {
  switch (format) {
    case "jpg":
      return picture.flatten({ background: { r, g, b } }).jpeg({ quality });
    case "webp":
      return picture.webp({ quality, effort: WEBP_EFFORT });
    case "png":
      return picture.png({ compressionLevel: 6 });
    case "avif":
    case "auto":
      throw new Error("pictures are png, jpg or webp");
  }
}
