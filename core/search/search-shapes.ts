import { InputError } from "../errors.ts";

/** A ring of points in degrees, for a comparison with rectangles. */
export interface SearchShape {
  readonly ring: readonly (readonly [x: number, y: number])[];
}

/** West, south, east, north in degrees; east may lie beyond 180 where it crosses the antimeridian. */
export type SearchBox = readonly [west: number, south: number, east: number, north: number];

/** The most points of a geometry: each is compared with every item that may touch it. */
const POINTS_MAX = 1_000;

/**
 * The shapes of a GeoJSON geometry; holes are filled. Throws an InputError at the field for anything else.
 */
export function searchShapes(geometry: unknown, field: string): SearchShape[] {
  const rings = ringsOf(geometry, field, 0);
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (points === 0) throw InputError.at(field, "must hold at least one point");
  if (points > POINTS_MAX) throw InputError.at(field, `must have at most ${POINTS_MAX} points`);
  return rings.map((ring) => ({ ring }));
}

type Ring = [number, number][];

function ringsOf(geometry: unknown, field: string, depth: number): Ring[] {
  const { type, coordinates, geometries } = (geometry ?? {}) as Readonly<Record<string, unknown>>;
  const list = (value: unknown): readonly unknown[] => {
    if (Array.isArray(value) && value.length <= POINTS_MAX) return value as unknown[];
    throw InputError.at(field, `has no list of coordinates, or one longer than ${POINTS_MAX}`);
  };
  const ring = (value: unknown) => list(value).map((each) => pointOf(each, field));
  switch (type) {
    case "Point":
      return [[pointOf(coordinates, field)]];
    case "MultiPoint":
      return ring(coordinates).map((each) => [each]);
    case "LineString":
      return [thereAndBack(ring(coordinates))];
    case "MultiLineString":
      return list(coordinates).map((each) => thereAndBack(ring(each)));
    case "Polygon":
      return [ring(list(coordinates)[0])];
    case "MultiPolygon":
      return list(coordinates).map((each) => ring(list(each)[0]));
    case "GeometryCollection":
      if (depth > 0) throw InputError.at(field, "must not hold a collection in a collection");
      return list(geometries).flatMap((each) => ringsOf(each, field, depth + 1));
    default:
      throw InputError.at(field, "must be a GeoJSON geometry");
  }
}

/** A line as a ring without an area. */
function thereAndBack(points: Ring): Ring {
  return [...points, ...points.slice(1, -1).reverse()];
}

function pointOf(value: unknown, field: string): [number, number] {
  const [x, y] = Array.isArray(value) ? (value as unknown[]) : [];
  if (typeof x === "number" && typeof y === "number" && Math.abs(x) <= 360 && Math.abs(y) <= 90) {
    return [x, y];
  }
  throw InputError.at(field, "must have points of longitude and latitude in degrees");
}

/** The box around a shape. */
export function boxOf({ ring }: SearchShape): SearchBox {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The box of a `bbox`: with heights, these are left out; undefined when it holds the whole world. */
export function searchBox(bbox: readonly number[]): SearchBox | undefined {
  const [west = 0, south = 0, east = 0, north = 0] =
    bbox.length === 6 ? [bbox[0], bbox[1], bbox[3], bbox[4]] : bbox;
  if (west <= -180 && east >= 180 && south <= -90 && north >= 90) return undefined;
  return [west, south, east < west ? east + 360 : east, north];
}
