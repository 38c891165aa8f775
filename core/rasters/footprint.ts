import type { Box } from "../tiles/tile-grid.ts";

/** Longitude and latitude in degrees; longitudes need not be normalized. */
export type LonLat = readonly [lon: number, lat: number];

/**
 * The boxes that a raster covers, with longitudes in -180..180: two where it crosses the antimeridian (RFC
 * 7946, 3.1.9). `ring` runs once around the edge; neighbouring points must be less than half the world apart.
 * `inside` are points within the raster, for latitudes beyond those of the edge. All sides move out by
 * `margin` degrees. The result is empty when no point is finite.
 */
export function footprintOf(
  ring: readonly LonLat[],
  inside: readonly LonLat[],
  margin: LonLat = [0, 0],
): Box[] {
  const edge = ring.filter(isFinitePoint);
  const first = edge[0];
  if (!first) return [];
  let lon = first[0];
  let [west, east] = [lon, lon];
  let [south, north] = [first[1], first[1]];
  for (const [nextLon, lat] of [...edge.slice(1), first]) {
    lon += shortestTurn(nextLon - lon);
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  for (const [, lat] of inside.filter(isFinitePoint)) {
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  south -= margin[1];
  north += margin[1];
  // A ring that does not return to its first longitude encloses a pole.
  if (Math.abs(lon - first[0]) > 180) {
    if (north + south >= 0) north = 90;
    else south = -90;
    return boxesOf(-180, 180, south, north);
  }
  return boxesOf(west - margin[0], east + margin[0], south, north);
}

/** One box, or two when longitudes reach across the antimeridian; 360 degrees or more are the whole world. */
export function boxesOf(west: number, east: number, south: number, north: number): Box[] {
  const [bottom, top] = [Math.max(-90, south), Math.min(90, north)];
  if (east - west >= 360 - LONGITUDE_EPSILON) return [[-180, bottom, 180, top]];
  const shift = Math.floor((west + 180 + LONGITUDE_EPSILON) / 360) * 360;
  const [start, end] = [Math.max(-180, west - shift), east - shift];
  if (end <= 180 + LONGITUDE_EPSILON) return [[start, bottom, Math.min(180, end), top]];
  return [
    [start, bottom, 180, top],
    [-180, bottom, end - 360, top],
  ];
}

/** About a millimetre: a rounded origin of a global raster must not make a second, empty box. */
const LONGITUDE_EPSILON = 1e-8;

const isFinitePoint = ([lon, lat]: LonLat) => Number.isFinite(lon) && Number.isFinite(lat);

function shortestTurn(degrees: number): number {
  return degrees - 360 * Math.round(degrees / 360);
}
