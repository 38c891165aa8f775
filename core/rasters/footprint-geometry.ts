import type { Box } from "../tiles/tile-grid.ts";

/** A footprint as GeoJSON: a polygon, or a multipolygon across the antimeridian (RFC 7946, section 3.1.9). */
export function footprintGeometry(footprint: readonly Box[]): Record<string, unknown> {
  const polygons = footprint.map(([west, south, east, north]) => [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ]);
  return polygons.length === 1
    ? { type: "Polygon", coordinates: polygons[0] }
    : { type: "MultiPolygon", coordinates: polygons };
}

/** A footprint as one GeoJSON bbox: west > east where it crosses the antimeridian (RFC 7946 section 5.2). */
export function footprintBounds(footprint: readonly Box[]): number[] {
  const south = Math.min(...footprint.map((box) => box[1]));
  const north = Math.max(...footprint.map((box) => box[3]));
  const eastern = footprint.find((box) => box[2] === 180);
  const western = footprint.find((box) => box[0] === -180);
  const crosses = footprint.length > 1 && eastern !== undefined && western !== undefined;
  const west = crosses ? eastern[0] : Math.min(...footprint.map((box) => box[0]));
  const east = crosses ? western[2] : Math.max(...footprint.map((box) => box[2]));
  return [west, south, east, north];
}
