import type { RasterClass } from "../../../core/rasters/raster-info.ts";
import type { ScratchMemory } from "../kernels/scratch.ts";
import type { Palette, RasterFile } from "./raster-file.ts";
import { sampledValues } from "./statistics.ts";

/** More than that are values, or the colours of a photograph. */
const CLASSES_MAX = 64;

/** A band beside others is part of a picture or of a measurement. */
const BANDS_MAX = 2;

/**
 * The classes of a band: the whole numbers that its sample consists of, with their colours. Undefined where
 * they are too many, where values are no whole numbers, and in rasters of many bands without a palette.
 */
export function classesOfBand(
  memory: ScratchMemory,
  file: RasterFile,
  band: number,
): RasterClass[] | undefined {
  const palette = file.paletteAt(band);
  const isFloat = file.bands[band - 1]?.dataType.startsWith("Float");
  if (palette === undefined && (isFloat === true || file.bands.length > BANDS_MAX)) return undefined;
  const values = memory.within((scratch) => fewValues(sampledValues(scratch, file, band)));
  return values?.map((value) => ({ value, ...colorOf(palette, value) }));
}

function fewValues(values: Float64Array): number[] | undefined {
  const found = new Set<number>();
  for (const value of values) {
    found.add(value);
    if (found.size > CLASSES_MAX || !Number.isSafeInteger(value)) return undefined;
  }
  return found.size === 0 ? undefined : [...found].sort((a, b) => a - b);
}

function colorOf(palette: Palette | undefined, value: number): { color?: string } {
  const entry = palette?.subarray(value * 4, value * 4 + 4);
  if (entry?.length !== 4) return {};
  const shown = entry[3] === 255 ? entry.subarray(0, 3) : entry;
  return { color: `#${Buffer.from(shown).toString("hex")}` };
}
