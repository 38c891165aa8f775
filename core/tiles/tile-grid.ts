/** One cell of the WebMercatorQuad tile matrix set: XYZ, y counted from the north. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** West, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The deepest zoom level served; level 24 is 9 mm a pixel at the equator. */
export const ZOOM_MAX = 24;

/** Half the width of the EPSG:3857 square, in metres: pi times the radius of WGS 84. */
export const MERCATOR_HALF_WIDTH = 20037508.342789244;

/** The latitude where EPSG:3857 ends, in degrees. */
export const MERCATOR_LATITUDE_MAX = 85.05112877980659;

/** What is wrong with an address, and in which field; undefined when the tile exists. */
export function tileAddressFault(
  address: TileAddress,
): { field: "z" | "x" | "y"; message: string } | undefined {
  const { z, x, y } = address;
  if (!Number.isSafeInteger(z) || z < 0 || z > ZOOM_MAX) {
    return { field: "z", message: `z must be an integer from 0 to ${ZOOM_MAX}` };
  }
  const last = 2 ** z - 1;
  if (!Number.isSafeInteger(x) || x < 0 || x > last) {
    return { field: "x", message: `x must be an integer from 0 to ${last} at zoom ${z}` };
  }
  if (!Number.isSafeInteger(y) || y < 0 || y > last) {
    return { field: "y", message: `y must be an integer from 0 to ${last} at zoom ${z}` };
  }
  return undefined;
}

/** The tile's bounds in EPSG:3857 metres; neighbours share their edge to the last bit. */
export function tileMercatorBox({ z, x, y }: TileAddress): Box {
  const span = (2 * MERCATOR_HALF_WIDTH) / 2 ** z;
  const column = (index: number) => -MERCATOR_HALF_WIDTH + index * span;
  const row = (index: number) => MERCATOR_HALF_WIDTH - index * span;
  return [column(x), row(y + 1), column(x + 1), row(y)];
}

/** The tile's bounds in degrees, longitude first. */
export function tileLonLatBox(address: TileAddress): Box {
  const [west, south, east, north] = tileMercatorBox(address);
  return [mercatorToLon(west), mercatorToLat(south), mercatorToLon(east), mercatorToLat(north)];
}

/** EPSG:3857 x of a longitude in degrees, in metres. */
export function lonToMercator(lon: number): number {
  return (lon / 180) * MERCATOR_HALF_WIDTH;
}

/** EPSG:3857 y of a latitude in degrees, in metres; latitudes beyond the square are clamped to its edge. */
export function latToMercator(lat: number): number {
  const clamped = Math.max(-MERCATOR_LATITUDE_MAX, Math.min(MERCATOR_LATITUDE_MAX, lat));
  const radians = (clamped * Math.PI) / 180;
  return (Math.log(Math.tan(Math.PI / 4 + radians / 2)) / Math.PI) * MERCATOR_HALF_WIDTH;
}

/** Longitude in degrees of an EPSG:3857 x in metres. */
export function mercatorToLon(x: number): number {
  return (x / MERCATOR_HALF_WIDTH) * 180;
}

/** Latitude in degrees of an EPSG:3857 y in metres. */
export function mercatorToLat(y: number): number {
  return (Math.atan(Math.sinh((y / MERCATOR_HALF_WIDTH) * Math.PI)) * 180) / Math.PI;
}

/** Whether two boxes share more than an edge. */
export function boxesOverlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** The tile of a point at a zoom level; a point outside the square has the nearest tile. */
export function tileAt(lon: number, lat: number, z: number): TileAddress {
  const side = 2 ** z;
  const column = Math.floor(((lonToMercator(lon) / MERCATOR_HALF_WIDTH + 1) / 2) * side);
  const row = Math.floor(((1 - latToMercator(lat) / MERCATOR_HALF_WIDTH) / 2) * side);
  const clamp = (index: number) => Math.max(0, Math.min(side - 1, index));
  return { z, x: clamp(column), y: clamp(row) };
}
