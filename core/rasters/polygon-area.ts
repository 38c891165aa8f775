import type { Box } from "../tiles/tile-grid.ts";

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** A polygon: its outer ring, then its holes. */
export type Polygon = readonly (readonly Position[])[];

/** A geometry that is no area, described for its author. */
export class AreaFault extends Error {
  override readonly name = "AreaFault";
}

/**
 * The polygons of a GeoJSON geometry (Polygon, MultiPolygon, or a Feature of one); throws an AreaFault for
 * everything else.
 */
export function polygonsOf(value: unknown, positionsMax: number): Polygon[] {
  const { type, geometry, coordinates } = membersOf(value);
  if (type === "Feature") return polygonsOf(geometry, positionsMax);
  if (type !== "Polygon" && type !== "MultiPolygon") {
    throw new AreaFault("must be a GeoJSON Polygon, MultiPolygon, or a Feature of one");
  }
  let positions = 0;
  const ringOf = (ring: unknown): Position[] => {
    const list = listOf(ring);
    positions += list.length;
    if (positions > positionsMax) throw new AreaFault(`must have at most ${positionsMax} positions`);
    if (list.length < 4) throw new AreaFault("has a ring of fewer than four positions");
    return list.map(positionOf);
  };
  const polygonOf = (rings: unknown) => listOf(rings).map(ringOf);
  const polygons =
    type === "Polygon" ? [polygonOf(coordinates)] : listOf(coordinates).map((each) => polygonOf(each));
  if (polygons.every((rings) => rings.length === 0)) throw new AreaFault("has no positions");
  return polygons;
}

function membersOf(value: unknown): { type?: unknown; geometry?: unknown; coordinates?: unknown } {
  return typeof value === "object" && value !== null ? value : {};
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new AreaFault("has coordinates that are no list of rings");
  return value;
}

function positionOf(value: unknown): Position {
  const [longitude, latitude]: unknown[] = Array.isArray(value) ? value : [];
  const isPlace =
    typeof longitude === "number" &&
    typeof latitude === "number" &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90;
  if (!isPlace) throw new AreaFault("has a position that is not [longitude, latitude] in degrees");
  return [longitude, latitude];
}

/** A box as a polygon. */
export function polygonOfBox([west, south, east, north]: Box): Polygon {
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ],
  ];
}

/** The box around polygons; undefined where there are none. */
export function boundsOfPolygons(polygons: readonly Polygon[]): Box | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of polygons.flat(2)) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return west <= east ? [west, south, east, north] : undefined;
}

/**
 * The parts of polygons within a box (Sutherland and Hodgman 1974). Parts that hang together outside stay
 * joined along the edge of the box, by lines without an area.
 */
export function clipPolygons(polygons: readonly Polygon[], [west, south, east, north]: Box): Polygon[] {
  const sides: readonly [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ];
  const clipRing = (ring: readonly Position[]) =>
    sides.reduce((left, [axis, limit, sign]) => clipSide(left, axis, limit, sign), ring);
  return polygons
    .map((rings) => rings.map(clipRing).filter((ring) => ring.length > 2))
    .filter((rings) => rings.length > 0);
}

function clipSide(ring: readonly Position[], axis: 0 | 1, limit: number, sign: 1 | -1): Position[] {
  const isIn = (place: Position) => (place[axis] - limit) * sign >= 0;
  return ring.flatMap((place, index) => {
    const before = ring.at(index - 1)!;
    const crossing = isIn(before) === isIn(place) ? [] : [cut(before, place, axis, limit)];
    return isIn(place) ? [...crossing, place] : crossing;
  });
}

function cut(from: Position, to: Position, axis: 0 | 1, limit: number): Position {
  const share = (limit - from[axis]) / (to[axis] - from[axis]);
  const other = from[1 - axis]! + (to[1 - axis]! - from[1 - axis]!) * share;
  return axis === 0 ? [limit, other] : [other, limit];
}

/** Longer pieces of a straight edge would bend visibly in another projection. */
const PIECE_DEGREES = 0.005;
const PIECES_PER_EDGE_MAX = 256;

/** Polygons whose edges are cut into pieces: in GeoJSON they are straight in degrees. */
export function inPieces(polygons: readonly Polygon[]): Polygon[] {
  return polygons.map((rings) => rings.map((ring) => ring.flatMap((_, index) => piecesOf(ring, index))));
}

function piecesOf(ring: readonly Position[], index: number): Position[] {
  const [from, to] = [ring[index]!, ring[(index + 1) % ring.length]!];
  const [across, up] = [to[0] - from[0], to[1] - from[1]];
  const long = Math.max(Math.abs(across), Math.abs(up));
  const pieces = Math.max(1, Math.min(PIECES_PER_EDGE_MAX, Math.ceil(long / PIECE_DEGREES)));
  return Array.from({ length: pieces }, (_, piece): Position => [
    from[0] + (across * piece) / pieces,
    from[1] + (up * piece) / pieces,
  ]);
}
