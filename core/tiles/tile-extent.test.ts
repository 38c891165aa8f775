import { expect, test } from "vitest";
import { tileExtent } from "./tile-extent.ts";
import { footprintBounds, footprintGeometry } from "../rasters/footprint-geometry.ts";
import type { RasterInfo } from "../rasters/raster-info.ts";

const raster = (footprint: RasterInfo["footprint"], zoomMin: number, zoomMax: number) =>
  ({ footprint, zoomMin, zoomMax }) as RasterInfo;

test("the extent holds every raster and the zoom levels at which one of them is worth looking at", () => {
  const extent = tileExtent([raster([[0, 0, 10, 10]], 5, 12), raster([[20, -5, 30, 8]], 8, 15)]);
  expect(extent).toEqual({ bounds: [0, -5, 30, 10], center: [5, 5, 5], minzoom: 2, maxzoom: 15 });
  expect(tileExtent([])).toBeUndefined();
});

test("over the antimeridian the bounds go on beyond 180, and the centre lies in the data", () => {
  const footprint: RasterInfo["footprint"] = [
    [170, -20, 180, -10],
    [-180, -20, -165, -10],
  ];
  const extent = tileExtent([raster(footprint, 3, 9)]);
  expect(extent?.bounds).toEqual([170, -20, 195, -10]);
  expect(extent?.center).toEqual([-177.5, -15, 3]);
  expect(footprintBounds(footprint)).toEqual([170, -20, -165, -10]);
  expect(footprintGeometry(footprint)).toMatchObject({ type: "MultiPolygon" });
});

test("rasters on both sides of the antimeridian are one area; the world stays the world", () => {
  const fiji = raster([[176, -19, 179, -16]], 5, 12);
  const samoa = raster([[-173, -15, -171, -13]], 5, 12);
  expect(tileExtent([samoa, fiji])?.bounds).toEqual([176, -19, 189, -13]);
  const world = raster([[-180, -90, 180, 90]], 0, 3);
  expect(tileExtent([samoa, world, fiji])).toMatchObject({ bounds: [-180, -90, 180, 90], center: [0, 0, 3] });
});

test("the centre lies in a raster, not between two", () => {
  const extent = tileExtent([raster([[0, 0, 10, 10]], 5, 12), raster([[40, 0, 44, 10]], 5, 12)]);
  expect(extent?.center).toEqual([5, 5, 5]);
  expect(tileExtent([raster([[-180, -90, 180, -88]], 0, 3)])?.center[1]).toBeCloseTo(-85.05, 2);
});
