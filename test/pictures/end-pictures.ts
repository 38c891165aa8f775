import { join } from "node:path";
import sharp from "sharp";
import { TILE_SIZES } from "../../core/tiles/tile-format.ts";
import { packageRoot } from "../../infra/package-root.ts";

const LINES = [
  "This map address is no longer valid.",
  "Diese Kartenadresse gilt nicht mehr.",
  "Cette adresse de carte n’est plus valable.",
];

/** A tile with a sign of an ended clock and the text, readable on dark and on light. */
function tile(size: number): string {
  const text = LINES.map(
    (line, index) => `<text x="128" y="${150 + index * 17}" text-anchor="middle">${line}</text>`,
  ).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 256 256">
  <rect x="8" y="62" width="240" height="136" rx="10" fill="#fbfaf6" stroke="#c9c4b4"/>
  <circle cx="128" cy="101" r="21" fill="none" stroke="#a8431f" stroke-width="4"/>
  <path d="M128 89v12l9 6M113 116l30-30" fill="none" stroke="#a8431f" stroke-width="4" stroke-linecap="round"/>
  <g font-family="DejaVu Sans" font-size="11" fill="#26302f">${text}</g>
</svg>`;
}

/** Draws `api/tiles/ended`: the pictures of addresses that are no longer valid. */
export async function drawEndPictures(): Promise<void> {
  const folder = join(packageRoot, "api", "tiles", "ended");
  for (const size of TILE_SIZES) {
    const drawn = sharp(Buffer.from(tile(size)));
    const path = (format: string) => join(folder, `${size}.${format}`);
    await drawn.clone().png({ palette: true, compressionLevel: 9 }).toFile(path("png"));
    await drawn.clone().webp({ lossless: true }).toFile(path("webp"));
    await drawn.clone().avif({ quality: 60 }).toFile(path("avif"));
    await drawn.clone().flatten({ background: "#ffffff" }).jpeg({ quality: 85 }).toFile(path("jpg"));
  }
}
