import { latToMercator, lonToMercator, tileMercatorBox, type Box, type TileAddress } from "./tile-grid.ts";

/** Bounds as boxes that do not cross the antimeridian: one, or two for west > east. */
export function boxesOfBounds([west = 0, south = 0, east = 0, north = 0]: readonly number[]): Box[] {
  if (west <= east) return [[west, south, east, north]];
  return [
    [west, south, 180, north],
    [-180, south, east, north],
  ];
}

/** The parts of boxes that lie within others; an edge alone is no part. */
export function intersectBoxes(boxes: readonly Box[], area: readonly Box[]): Box[] {
  return boxes.flatMap((box) =>
    area
      .map((other): Box => [
        Math.max(box[0], other[0]),
        Math.max(box[1], other[1]),
        Math.min(box[2], other[2]),
        Math.min(box[3], other[3]),
      ])
      .filter(([west, south, east, north]) => west < east && south < north),
  );
}

/** Columns and rows of a tile, from the first on and before the last. */
interface PixelRectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether a pixel's centre lies in an area in degrees; undefined when all of the tile does. */
export function pixelsWithin(
  area: readonly Box[],
  address: TileAddress,
  size: number,
): ((column: number, row: number) => boolean) | undefined {
  const [west, , east, north] = tileMercatorBox(address);
  const pixel = (east - west) / size;
  const first = (distance: number) => Math.max(0, Math.ceil(distance / pixel - 0.5));
  const last = (distance: number) => Math.min(size, Math.ceil(distance / pixel - 0.5));
  const rectangles = area.map((box): PixelRectangle => ({
    left: first(lonToMercator(box[0]) - west),
    right: last(lonToMercator(box[2]) - west),
    top: first(north - latToMercator(box[3])),
    bottom: last(north - latToMercator(box[1])),
  }));
  const isWhole = ({ left, top, right, bottom }: PixelRectangle) =>
    left === 0 && top === 0 && right === size && bottom === size;
  if (rectangles.some(isWhole)) return undefined;
  return (column, row) =>
    rectangles.some(
      ({ left, top, right, bottom }) => column >= left && column < right && row >= top && row < bottom,
    );
}
