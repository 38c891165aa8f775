import { footprintOf, boxesOf, type LonLat } from "../../../core/rasters/footprint.ts";
import type { RasterInfo } from "../../../core/rasters/raster-info.ts";
import { bandWarnings, SMALL_SIDE_PIXELS, structureWarnings } from "../../../core/rasters/raster-warnings.ts";
import {
  latToMercator,
  lonToMercator,
  MERCATOR_HALF_WIDTH,
  MERCATOR_LATITUDE_MAX,
  ZOOM_MAX,
  type Box,
} from "../../../core/tiles/tile-grid.ts";
import { applyAffine, nativeBox } from "./affine.ts";
import { RasterRefused } from "../errors.ts";
import type { ScratchMemory } from "../kernels/scratch.ts";
import { gdal } from "./configure-gdal.ts";
import type { RasterFile } from "./raster-file.ts";
import { bandStatistics } from "./statistics.ts";

/** Bands beyond this many get no statistics: drawing them takes an explicit style. */
const STATISTICS_BANDS_MAX = 64;

/** Everything the system keeps about a raster; throws RasterRefused when no part of it lies on the earth. */
export function inspectRaster(memory: ScratchMemory, file: RasterFile): RasterInfo {
  const { width, height } = file.levels[0];
  const footprint = footprintOfRaster(file);
  if (footprint.length === 0) {
    throw new RasterRefused("no_georeference", "The raster's georeference puts it nowhere on the earth.");
  }
  const { zoomMin, zoomMax } = zoomsOf(footprint, file);
  const bands = file.bands.map((band, index) => inspectBand(memory, file, band, index + 1));
  const coarsestSide = coarsestSideOf(file);
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
    isCloudOptimized: isCloudOptimized(file),
    coarsestSide,
    warnings: [
      ...structureWarnings({ width, height, isTiled: isTiled(file), coarsestSide }),
      ...bandWarnings(bands),
    ],
  };
}

function inspectBand(
  memory: ScratchMemory,
  file: RasterFile,
  band: RasterFile["bands"][number],
  index: number,
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
    statistics: index <= STATISTICS_BANDS_MAX ? bandStatistics(memory, file, index) : null,
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

const EDGE_STEPS = 32;

function footprintOfRaster(file: RasterFile): Box[] {
  if (file.crs.isGeographic()) {
    const degrees = (file.crs.getAngularUnits().value * 180) / Math.PI;
    const [west, south, east, north] = nativeBox(file.affine, file.levels[0]);
    return boxesOf(west * degrees, east * degrees, south * degrees, north * degrees);
  }
  const toDegrees = new gdal.CoordinateTransformation(file.crs, gdal.SpatialReference.fromEPSG(4326));
  const { width, height } = file.levels[0];
  const place = (u: number, v: number): LonLat => {
    const [x, y] = applyAffine(file.affine, (u / EDGE_STEPS) * width, (v / EDGE_STEPS) * height);
    try {
      const point = toDegrees.transformPoint(x, y);
      return [point.x, point.y];
    } catch {
      return [Number.NaN, Number.NaN];
    }
  };
  const steps = Array.from({ length: EDGE_STEPS }, (_, step) => step);
  const ring = [
    ...steps.map((step) => place(step, 0)),
    ...steps.map((step) => place(EDGE_STEPS, step)),
    ...steps.map((step) => place(EDGE_STEPS - step, EDGE_STEPS)),
    ...steps.map((step) => place(0, EDGE_STEPS - step)),
  ];
  const inside = steps.flatMap((u) => steps.map((v) => place(u, v)));
  return footprintOf(ring, inside);
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
  const pixelMeters = middlePixelMeters(file) ?? Math.min(metersWide / width, metersHigh / height);
  const zoomMax = clampZoom(Math.ceil(Math.log2(PIXEL_METERS_AT_ZOOM_0 / pixelMeters) - ZOOM_TOLERANCE));
  return { zoomMin: Math.min(zoomMin, zoomMax), zoomMax };
}

/** A raster 2 % finer than a zoom level is served at that level. */
const ZOOM_TOLERANCE = 0.03;

function clampZoom(zoom: number): number {
  return Math.max(0, Math.min(ZOOM_MAX, zoom));
}

/**
 * The shorter side of the raster's middle pixel in metres of EPSG:3857; undefined when it is not on the map.
 */
function middlePixelMeters(file: RasterFile): number | undefined {
  const { width, height } = file.levels[0];
  const toMercator = new gdal.CoordinateTransformation(file.crs, gdal.SpatialReference.fromEPSG(4326));
  const place = (column: number, row: number): [number, number] => {
    const point = toMercator.transformPoint(...applyAffine(file.affine, column, row));
    const lat = Math.max(-MERCATOR_LATITUDE_MAX, Math.min(MERCATOR_LATITUDE_MAX, point.y));
    return [lonToMercator(point.x), latToMercator(lat)];
  };
  try {
    const [column, row] = [width / 2, height / 2];
    const [middle, right, below] = [place(column, row), place(column + 1, row), place(column, row + 1)];
    const sides = [right, below].map(([x, y]) => Math.hypot(x - middle[0], y - middle[1]));
    const shorter = Math.min(...sides);
    return Number.isFinite(shorter) && shorter > 0 ? shorter : undefined;
  } catch {
    return undefined;
  }
}
