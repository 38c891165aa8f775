import { Geodesic } from "geographiclib-geodesic";

/** A place in degrees: longitude, latitude. */
export type Position = readonly [lng: number, lat: number];

/** The ellipsoid of GPS. */
const EARTH = Geodesic.WGS84;

/** Lines bend on the map: they are drawn with a point at least every so many metres. */
const STEP_METRES = 50_000;

/** The points that a line has at most between two places. */
const STEPS_MAX = 200;

/** The length of a path in metres, along shortest lines on the WGS84 ellipsoid (Karney 2013). */
export function pathLength(path: readonly Position[]): number {
  return pairsOf(path).reduce((sum, [from, to]) => sum + distance(from, to), 0);
}

/** The area within a ring in square metres, whichever way round it runs; its sides are shortest lines. */
export function ringArea(ring: readonly Position[]): number {
  if (ring.length < 3) return 0;
  const polygon = EARTH.Polygon(false);
  for (const [lng, lat] of ring) polygon.AddPoint(lat, lng);
  return Math.abs(polygon.Compute(false, true).area ?? 0);
}

/** A path as it runs over the map: with points between its places. Longitudes go on beyond 180 degrees. */
export function shortestLines(path: readonly Position[]): [number, number][] {
  const [first] = path;
  if (first === undefined) return [];
  const points: [number, number][] = [[first[0], first[1]]];
  for (const [[lng0, lat0], [lng1, lat1]] of pairsOf(path)) {
    const line = EARTH.InverseLine(lat0, lng0, lat1, lng1);
    const steps = Math.min(STEPS_MAX, Math.max(1, Math.ceil(line.s13 / STEP_METRES)));
    for (let step = 1; step <= steps; step += 1) {
      const { lat2 = 0, lon2 = 0 } = line.Position((line.s13 * step) / steps);
      points.push([near(lon2, points.at(-1)?.[0] ?? 0), lat2]);
    }
  }
  return points;
}

function distance([lng0, lat0]: Position, [lng1, lat1]: Position): number {
  return EARTH.Inverse(lat0, lng0, lat1, lng1).s12 ?? 0;
}

function pairsOf(path: readonly Position[]): (readonly [Position, Position])[] {
  return path.slice(1).map((to, at) => [path[at] ?? to, to] as const);
}

/** The same longitude, within half a turn of another one. */
function near(lng: number, other: number): number {
  return lng + 360 * Math.round((other - lng) / 360);
}
