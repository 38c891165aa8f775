import type { Palette } from "./paint.ts";
import type { RasterFile } from "../engine/raster-file.ts";

const palettes = new WeakMap<RasterFile, Palette | null>();

/** The colour table of a raster's band, read once per open file; undefined when it has none. */
export function paletteOf(file: RasterFile, band: number): Palette | undefined {
  const known = palettes.get(file);
  if (known !== undefined) return known ?? undefined;
  const table = file.bandAt(0, band).colorTable;
  const palette = table
    ? Uint8Array.from(
        Array.from({ length: table.count() }, (_, index) => table.get(index)).flatMap(
          ({ c1, c2, c3, c4 }) => [c1, c2, c3, c4],
        ),
      )
    : null;
  palettes.set(file, palette);
  return palette ?? undefined;
}
