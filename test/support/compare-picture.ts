import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import sharp from "sharp";
import { packageRoot } from "../../infra/package-root.ts";

/** Set PICTURES_BLESS=1 to accept the pictures of today; look at them before committing. */
const isBlessing = process.env["PICTURES_BLESS"] === "1";

/** Where a run leaves its pictures. */
const TAKEN = join(packageRoot, ".geopera/pictures");

/**
 * Pictures are compared at a quarter of their size: where things are and which colours they have, not the
 * letters of one font.
 */
const SMALLER = 4;

/** How different two colours may be, from 0 to 1. */
const COLOUR_DIFFERENCE_MAX = 0.16;

/**
 * Keeps a picture in `.geopera/pictures`, and answers the share of its pixels that differ from the one in
 * `folder`, from 0 to 1.
 */
export async function comparePicture(folder: string, name: string, picture: Buffer): Promise<number> {
  await mkdir(TAKEN, { recursive: true });
  await writeFile(join(TAKEN, `${name}.png`), picture);
  const path = join(folder, `${name}.png`);
  const { data, info } = await small(picture);
  if (isBlessing) {
    await mkdir(folder, { recursive: true });
    await writeFile(path, await sharp(data, { raw: info }).png({ palette: true, colours: 64 }).toBuffer());
  }
  if (!existsSync(path)) throw new Error(`no picture ${path}: run with PICTURES_BLESS=1`);
  const kept = await sharp(await readFile(path))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  if (kept.info.width !== width || kept.info.height !== height) return 1;
  const options = { threshold: COLOUR_DIFFERENCE_MAX };
  return pixelmatch(data, kept.data, undefined, width, height, options) / (width * height);
}

async function small(picture: Buffer) {
  const { width } = await sharp(picture).metadata();
  const resized = sharp(picture).resize({ width: Math.round(width / SMALLER), kernel: "cubic" });
  return await resized.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}
