import { pixelsOf } from "./paint.ts";

// The kernels of ../assembly/png.ts in plain TypeScript: what they mean, not how they are fast.

/** Which bytes of a pixel are written, by how many there are. */
const CHANNELS = { 1: [0], 2: [0, 3], 3: [0, 1, 2], 4: [0, 1, 2, 3] } as const;

/** Rows of an image as PNG's filter 2 (Up) leaves them, behind their filter byte. */
export function filterUp(rgba: readonly number[], size: number, channels: keyof typeof CHANNELS): number[] {
  const pixels = pixelsOf(rgba);
  return Array.from({ length: size }, (_, row) => [
    2,
    ...Array.from({ length: size }, (__, column) => {
      const here = pixels[row * size + column] ?? [];
      const above = pixels[(row - 1) * size + column] ?? [];
      return CHANNELS[channels].map((channel) => ((here[channel] ?? 0) - (above[channel] ?? 0)) & 255);
    }).flat(),
  ]).flat();
}

/** The bits of what an image is: 1, not opaque; 2, not transparent; 4, not grey. */
export function traitsOf(rgba: readonly number[]): number {
  const pixels = pixelsOf(rgba);
  return (
    (pixels.some(([, , , dense]) => dense !== 255) ? 1 : 0) |
    (pixels.some(([, , , dense]) => dense !== 0) ? 2 : 0) |
    (pixels.some(([red, green, blue]) => red !== green || green !== blue) ? 4 : 0)
  );
}

/** Each pixel as the index of its colour, in order of appearance; null when there are more than 256. */
export function indexColors(
  colors: readonly number[],
): { readonly palette: number[]; readonly indices: number[] } | null {
  const palette = [...new Set(colors)];
  if (palette.length > 256) return null;
  return { palette, indices: colors.map((color) => palette.indexOf(color)) };
}
