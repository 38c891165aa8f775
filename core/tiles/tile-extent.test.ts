import { expect, test } from "vitest";
import { tileExtent } from "./tile-extent.ts";
import { footprintBounds, footprintGeometry } from "../rasters/footprint-geometry.ts";
import type { RasterInfo } from "../rasters/raster-info.ts";

const raster = (footprint: RasterInfo["footprint"], zoomMin: number, zoomMax: number) =>
  ({ footprint, zoomMin, zoomMax }) as RasterInfo;

test("the extent holds every raster and the zoom levels at which one of them is worth looking at", () => {
  const extent = tileExtent([raster([[0, 0, 10, 10]], 5, 12), raster([[20, -5, 30, 8]], 8, 15)]);
  expect(extent).toEqual({ bounds: [0, -5, 30, 10], center: [15, 2.5, 5], minzoom: 2, maxzoom: 15 });
  expect(tileExtent([])).toBeUndefined();
});

test("over the antimeridian TileJSON spans all longitudes, GeoJSON says west > east", () => {
  const footprint: RasterInfo["footprint"] = [
    [170, -20, 180, -10],
    [-180, -20, -165, -10],
  ];
  expect(tileExtent([raster(footprint, 3, 9)])?.bounds).toEqual([-180, -20, 180, -10]);
  expect(footprintBounds(footprint)).toEqual([170, -20, -165, -10]);
  expect(footprintGeometry(footprint)).toMatchObject({ type: "MultiPolygon" });
});
