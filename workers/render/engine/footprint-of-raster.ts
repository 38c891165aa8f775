import { findFootprint, type EarthPlaces } from "../../../core/rasters/find-footprint.ts";
import { boxesOf, type LonLat } from "../../../core/rasters/footprint.ts";
import {
  MERCATOR_HALF_WIDTH,
  mercatorToLat,
  mercatorToLon,
  type Box,
} from "../../../core/tiles/tile-grid.ts";
import { applyAffine, nativeBox } from "./affine.ts";
import { gdal } from "./configure-gdal.ts";
import type { RasterFile } from "./raster-file.ts";
import { kindOf } from "./source-transform.ts";

/** The boxes in which tiles of a raster have data; empty when it lies nowhere on the earth. */
export function footprintOfRaster(file: RasterFile): Box[] {
  const size = file.levels[0];
  const [west, south, east, north] = nativeBox(file.affine, size);
  switch (kindOf(file.crs)) {
    case "degrees":
      return boxesOf(west, east, south, north);
    case "mercator":
      return boxesOf(mercatorToLon(west), mercatorToLon(east), mercatorToLat(south), mercatorToLat(north));
    case "general":
      return file.crs.isGeographic() ? boxesOfAngles(file) : findFootprint(placesOf(file), size);
  }
}

/** Points along each side of a raster in angles of its own, whose datum shift differs little between them. */
const STEPS = 16;
/** The shift may be another one, by this much, for the point of a tile. */
const MARGIN_PIXELS = 0.5;

/** A raster in angles of any datum, prime meridian and unit, which may count beyond half a turn. */
function boxesOfAngles(file: RasterFile): Box[] {
  const { width, height } = file.levels[0];
  const unit = (file.crs.getAngularUnits().value * 180) / Math.PI;
  const toDegrees = degreesOf(file.crs);
  const [marginX, marginY] = [1, 2].map(
    (at) => MARGIN_PIXELS * (Math.abs(file.affine[at]!) + Math.abs(file.affine[at + 3]!)) * unit,
  );
  const places = gridOf(STEPS).map(([u, v]): LonLat => {
    const [x, y] = applyAffine(file.affine, u * width, v * height);
    const quarter = 90 / unit;
    const [lon, lat] = toDegrees(x, Math.max(-quarter, Math.min(quarter, y)));
    // The transformation may take turns away: they are put back around what the raster itself counts.
    return [lon - 360 * Math.round((lon - x * unit) / 360), lat];
  });
  const known = places.filter(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat));
  if (known.length === 0) return [];
  const [lons, lats] = [known.map(([lon]) => lon), known.map(([, lat]) => lat)];
  return boxesOf(
    Math.min(...lons) - marginX!,
    Math.max(...lons) + marginX!,
    Math.min(...lats) - marginY!,
    Math.max(...lats) + marginY!,
  );
}

function gridOf(steps: number): [number, number][] {
  return Array.from({ length: (steps + 1) ** 2 }, (_, index) => [
    (index % (steps + 1)) / steps,
    Math.floor(index / (steps + 1)) / steps,
  ]);
}

function placesOf(file: RasterFile): EarthPlaces {
  const toDegrees = degreesOf(file.crs);
  return {
    toDegrees: (pixels) => pixels.map(([column, row]) => toDegrees(...applyAffine(file.affine, column, row))),
    toPixels: (places) => {
      const xs = Float64Array.from(places, ([lon]) => (lon / 180) * MERCATOR_HALF_WIDTH);
      const ys = Float64Array.from(places, ([, lat]) => mercatorOf(lat));
      file.transform.toPixels(xs, ys);
      return places.map((_, index) => [xs[index]!, ys[index]!]);
    },
  };
}

/** Mercator's y without the map's edge. */
function mercatorOf(lat: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI) * MERCATOR_HALF_WIDTH;
}

/** From a CRS to degrees on WGS 84; NaN where there is no place. */
export function degreesOf(crs: gdal.SpatialReference): (x: number, y: number) => LonLat {
  const transformation = new gdal.CoordinateTransformation(crs, gdal.SpatialReference.fromEPSG(4326));
  return (x, y) => {
    try {
      const point = transformation.transformPoint(x, y);
      return [point.x, point.y];
    } catch {
      return [Number.NaN, Number.NaN];
    }
  };
}
