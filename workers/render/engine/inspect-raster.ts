import { needsConversion } from "../../../core/rasters/ingest-plan.ts";
import type { RasterInfo } from "../../../core/rasters/raster-info.ts";
import {
  bandWarnings,
  SMALL_SIDE_PIXELS,
  structureWarnings,
  type RasterWarning,
} from "../../../core/rasters/raster-warnings.ts";
import {
  latToMercator,
  lonToMercator,
  MERCATOR_HALF_WIDTH,
  MERCATOR_LATITUDE_MAX,
  ZOOM_MAX,
  type Box,
} from "../../../core/tiles/tile-grid.ts";
import { applyAffine } from "./affine.ts";
import { degreesOf, footprintOfRaster } from "./footprint-of-raster.ts";
import { RasterRefused } from "../errors.ts";
import type { ScratchMemory } from "../kernels/scratch.ts";
import type { gdal } from "./configure-gdal.ts";
import type { RasterFile } from "./raster-file.ts";
import { classesOfBand } from "./classes-of-band.ts";
import { bandStatistics } from "./statistics.ts";

/** Bands beyond this many get no statistics: drawing them takes an explicit style. */
const STATISTICS_BANDS_MAX = 64;

/**
 * Everything the system keeps about a raster; throws RasterRefused when no part of it lies on the earth. A
 * quick inspection leaves out the statistics of a file that is converted afterwards: over a network, a sample
 * of strips takes longer than an inspection may.
 */
export function inspectRaster(memory: ScratchMemory, file: RasterFile, isQuick = false): RasterInfo {
  const { width, height } = file.levels[0];
  const footprint = footprintOfRaster(file);
  if (footprint.length === 0) {
    throw new RasterRefused("no_georeference", "The raster's georeference puts it nowhere on the earth.");
  }
  const { zoomMin, zoomMax } = zoomsOf(footprint, file);
  const coarsestSide = coarsestSideOf(file);
  const layout = { width, height, isCloudOptimized: isCloudOptimized(file), coarsestSide };
  const hasStatistics = !(isQuick && needsConversion(layout));
  const statisticsOf = (index: number) =>
    hasStatistics && index <= STATISTICS_BANDS_MAX ? bandStatistics(memory, file, index) : null;
  const bands = file.bands.map((band, index) => {
    const inspected = inspectBand(file, band, index + 1, statisticsOf);
    const classes = hasStatistics ? classesOfBand(memory, file, index + 1) : undefined;
    return classes === undefined ? inspected : { ...inspected, classes };
  });
  return {
    driver: file.dataset.driver.description,
    width,
    height,
    crs: authorityCode(file.crs),
    bands,
    footprint: footprint.map(([west, south, east, north]) => [west, south, east, north]),
    zoomMin,
    zoomMax,
    hasAlpha: file.mask?.kind === "alpha",
    overviewCount: file.levels.length - 1,
    isCloudOptimized: layout.isCloudOptimized,
    coarsestSide,
    warnings: [
      ...signedWarnings(file),
      ...structureWarnings({ width, height, isTiled: isTiled(file), coarsestSide }),
      ...(hasStatistics ? bandWarnings(bands) : []),
    ],
  };
}

function inspectBand(
  file: RasterFile,
  band: RasterFile["bands"][number],
  index: number,
  statisticsOf: (index: number) => RasterInfo["bands"][number]["statistics"],
): RasterInfo["bands"][number] {
  const source = file.bandAt(0, index);
  return {
    dataType: band.dataType,
    colorInterpretation: source.colorInterpretation ?? "Undefined",
    description: source.description === "" ? null : source.description,
    nodata: band.nodata,
    scale: source.scale ?? 1,
    offset: source.offset ?? 0,
    hasPalette: Boolean(source.colorTable),
    unit: source.unitType || null,
    statistics: statisticsOf(index),
  };
}

function authorityCode(crs: gdal.SpatialReference): string | null {
  const [name, code] = [crs.getAuthorityName(null), crs.getAuthorityCode(null)];
  return name && code ? `${name}:${code}` : null;
}

/** Tiled and either small or with overviews: what a tile needs can be read in a few ranges. */
function isCloudOptimized(file: RasterFile): boolean {
  const { width, height } = file.levels[0];
  return isTiled(file) && (file.levels.length > 1 || Math.max(width, height) <= SMALL_SIDE_PIXELS);
}

function isTiled(file: RasterFile): boolean {
  const { width } = file.levels[0];
  const { x: blockWidth } = file.bandAt(0, 1).blockSize ?? { x: width };
  return blockWidth < width || width <= SMALL_SIDE_PIXELS;
}

function coarsestSideOf({ levels }: RasterFile): number {
  const { width, height } = levels.at(-1) ?? levels[0];
  return Math.max(width, height);
}

/** A tile's pixel at zoom 0, in metres at the equator. */
const PIXEL_METERS_AT_ZOOM_0 = (2 * MERCATOR_HALF_WIDTH) / 256;

/** Zooms from "fits about one tile" to "no coarser than the raster's own pixels". */
function zoomsOf(footprint: readonly Box[], file: RasterFile): { zoomMin: number; zoomMax: number } {
  const { width, height } = file.levels[0];
  const metersWide = footprint.reduce(
    (sum, [west, , east]) => sum + lonToMercator(east) - lonToMercator(west),
    0,
  );
  const south = Math.min(...footprint.map((box) => box[1]));
  const north = Math.max(...footprint.map((box) => box[3]));
  const metersHigh = latToMercator(north) - latToMercator(south);
  const zoomMin = clampZoom(
    Math.floor(Math.log2((2 * MERCATOR_HALF_WIDTH) / Math.max(metersWide, metersHigh, 1e-3))),
  );
  const pixelMeters = pixelMetersOf(file) ?? Math.min(metersWide / width, metersHigh / height);
  const zoomMax = clampZoom(Math.ceil(Math.log2(PIXEL_METERS_AT_ZOOM_0 / pixelMeters) - ZOOM_TOLERANCE));
  return { zoomMin: Math.min(zoomMin, zoomMax), zoomMax };
}

/** A raster 2 % finer than a zoom level is served at that level. */
const ZOOM_TOLERANCE = 0.03;

function clampZoom(zoom: number): number {
  return Math.max(0, Math.min(ZOOM_MAX, zoom));
}

/**
 * The shorter side of a pixel in metres of EPSG:3857: of the middle one, or the finest of a few where the
 * middle lies beyond the map, as in a raster around a pole. Undefined when none is on the map.
 */
function pixelMetersOf(file: RasterFile): number | undefined {
  const { width, height } = file.levels[0];
  const toDegrees = degreesOf(file.crs);
  const place = (column: number, row: number) => toDegrees(...applyAffine(file.affine, column, row));
  const metersAt = (u: number, v: number): number | undefined => {
    const [column, row] = [u * width, v * height];
    const [here, right, below] = [place(column, row), place(column + 1, row), place(column, row + 1)];
    if (!(Math.abs(here[1]) <= MERCATOR_LATITUDE_MAX)) return undefined;
    const sides = [right, below].map(([lon, lat]) => {
      const turned = lon - here[0] - 360 * Math.round((lon - here[0]) / 360);
      return Math.hypot(lonToMercator(turned), latToMercator(lat) - latToMercator(here[1]));
    });
    const shorter = Math.min(...sides);
    return Number.isFinite(shorter) && shorter > 0 ? shorter : undefined;
  };
  const middle = metersAt(1 / 2, 1 / 2);
  if (middle !== undefined) return middle;
  const others = QUARTERS.flatMap((u) => QUARTERS.flatMap((v) => metersAt(u, v) ?? []));
  return others.length === 0 ? undefined : Math.min(...others);
}

const QUARTERS = [1 / 4, 1 / 2, 3 / 4];

/** Signed bytes are read as what they are; programs that do not know them show other values. */
function signedWarnings({ bands }: RasterFile): RasterWarning[] {
  const signed = bands.flatMap(({ isStoredUnsigned }, index) => (isStoredUnsigned ? [index + 1] : []));
  return signed.length === 0 ? [] : [{ code: "signed_bytes", detail: `band ${signed.join(", ")}` }];
}
