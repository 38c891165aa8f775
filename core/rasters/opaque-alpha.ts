import type { RasterInfo } from "./raster-info.ts";

/** gdalwarp's full alpha of a number type. */
const GDAL_MAXIMA: Readonly<Record<string, number>> = { UInt16: 65_535, Int16: 32_767 };
const GDAL_MAXIMUM = 255;

/** Full alphas of other scales than bytes: of shares, of 12 and 14 bits, and the maxima of number types. */
const SCALES = [1, 255, 4095, 16_383, 32_767, 65_535, 2 ** 31 - 1, 2 ** 32 - 1];

/** Resampling by cubic or Lanczos exceeds the full alpha of a float by up to this factor. */
const OVERSHOOT = 1.25;

/**
 * The value of an alpha band that is fully opaque. The largest value that the band holds decides between the
 * scales in use, because files of 16 bits and floats often count from 0 to 255 or to 1. GDAL's rule is taken
 * where that value is unknown: the type's maximum for 16 bits, else 255.
 */
export function opaqueAlpha(dataType: string, largest: number | null): number {
  const byRule = GDAL_MAXIMA[dataType] ?? GDAL_MAXIMUM;
  if (largest === null || !(largest > 0)) return byRule;
  const most = dataType.startsWith("Float") ? largest / OVERSHOOT : largest;
  return SCALES.find((scale) => most <= scale) ?? largest;
}

/** The {@link opaqueAlpha} of a raster's alpha band; undefined when it has none. */
export function opaqueAlphaOf({ bands }: Pick<RasterInfo, "bands">): number | undefined {
  const alpha = bands.findLast(({ colorInterpretation }) => colorInterpretation === "Alpha");
  return alpha && opaqueAlpha(alpha.dataType, alpha.statistics?.max ?? null);
}
