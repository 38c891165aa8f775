import type { RasterInfo } from "./raster-info.ts";
import { COARSEST_SIDE_PIXELS } from "./raster-warnings.ts";

/** Rasters beyond this side need tiles and overviews to be drawn in time. */
const LARGE_SIDE_PIXELS = 2_048;

/** Values that a conversion may read: about two hours of one processor. */
const CONVERTED_VALUES_MAX = 400e9;

/** What becomes of a file after its registration; with `check` it is usable at once and read to its end. */
export type IngestKind = "convert" | "check";

/** How a file is taken in. */
export type IngestPlan =
  | { readonly kind: IngestKind }
  /** It can neither be drawn nor converted within the limits. */
  | { readonly kind: "refuse"; readonly message: string };

/** What the layout of a file says about drawing it. */
type RasterLayout = Pick<RasterInfo, "width" | "height" | "isCloudOptimized" | "coarsestSide">;

/** Decides whether a raster is drawn as it is, converted first, or refused with the command that helps. */
export function planIngest(raster: RasterInfo, hasSidecars: boolean): IngestPlan {
  if (!hasSidecars && !needsConversion(raster)) return { kind: "check" };
  const values = raster.width * raster.height * raster.bands.length;
  return values > CONVERTED_VALUES_MAX ? { kind: "refuse", message: tooMuch(values) } : { kind: "convert" };
}

/** Whether a raster cannot be drawn in time at every zoom. */
export function needsConversion({ width, height, isCloudOptimized, coarsestSide }: RasterLayout): boolean {
  const side = Math.max(width, height);
  if (side <= LARGE_SIDE_PIXELS) return false;
  return !isCloudOptimized || (coarsestSide ?? side) > COARSEST_SIDE_PIXELS;
}

function tooMuch(values: number): string {
  return `The raster has ${Math.round(values / 1e9)} thousand million values and too few overviews to be drawn from far out, and at most ${CONVERTED_VALUES_MAX / 1e9} are converted here. Build overviews (gdaladdo -r average FILE 2 4 8 16 32 64 128 256) or write it as a COG (gdal_translate -of COG), and register it again.`;
}

/** What stands for a raster whose place is only known once it is converted: it is not drawn until then. */
export function unplacedRaster(driver: string): RasterInfo {
  return {
    driver,
    width: 1,
    height: 1,
    crs: null,
    bands: [
      {
        dataType: "Byte",
        colorInterpretation: "Undefined",
        description: null,
        nodata: null,
        scale: 1,
        offset: 0,
        hasPalette: false,
        statistics: null,
      },
    ],
    footprint: [[-180, -85, 180, 85]],
    zoomMax: 0,
    zoomMin: 0,
    hasAlpha: false,
    overviewCount: 0,
    isCloudOptimized: false,
  };
}

/** Whether a raster is one of {@link unplacedRaster}. */
export function isUnplaced({ width, height, crs }: RasterInfo): boolean {
  return width === 1 && height === 1 && crs === null;
}
