import type { Box } from "../../../core/tiles/tile-grid.ts";
import type { Scratch } from "../kernels/scratch.ts";
import type { Kernels } from "../kernels/kernels.ts";
import type { SourceTransform } from "./source-transform.ts";
import { NODES, transformGrid, type TransformGrid } from "./transform-grid.ts";
import { extentOfPlaces, type TileRect, type PixelExtent } from "./rectangles.ts";
import { PIECE_NUMBERS, type WarpField } from "./warp-field.ts";

/** Where a tile's pixels fall in a raster. Lives in the scratch that it was made in. */
export interface TileGeometry {
  /**
   * The raster's pixels under a rectangle of the tile; undefined when the raster's CRS has no place for any.
   */
  extentOf(rect: TileRect): PixelExtent | undefined;
  /** The parts of a rectangle on either side of a tear in the map; usually the rectangle alone. */
  sectionsOf(rect: TileRect): TileRect[];
  /**
   * Full-resolution pixel coordinates of each tile pixel, times a factor per axis. `within` is the place in
   * the pixel: 0.5 for its middle, 0 for its top left corner.
   */
  fieldOf(scratch: Scratch, rect: TileRect, factorX: number, factorY: number, within?: number): WarpField;
}

/** Of a pixel, from its top left corner. */
const MIDDLE = 0.5;

/**
 * gdalwarp takes the whole width of a raster for a tile that touches its tear, and widens the kernel
 * accordingly. So does this engine up to so many raster pixels per tile pixel, where it only smooths.
 * Beyond, that would be a blurred strip, and both sides are as sharp as everything else.
 */
const TORN_RATIO_MAX = 2;

/** The geometry of a square tile of `size` pixels over a box of EPSG:3857. */
export function tileGeometry(
  scratch: Scratch,
  transform: SourceTransform,
  box: Box,
  size: number,
): TileGeometry {
  const metersPerPixel = (box[2] - box[0]) / size;
  const place: Place = {
    turnColumns: transform.turnColumns,
    isBent: false,
    widensAtTear: transform.turnColumns !== undefined && transform.turnColumns <= TORN_RATIO_MAX * size,
    origin: box[0] === 0 && (box[1] === 0 || box[3] === 0) ? [0, box[3] === 0 ? 0 : size] : undefined,
    toPixels: (xs, ys) => {
      for (let index = 0; index < xs.length; index++) xs[index] = box[0] + xs[index]! * metersPerPixel;
      for (let index = 0; index < ys.length; index++) ys[index] = box[3] - ys[index]! * metersPerPixel;
      transform.toPixels(xs, ys);
    },
  };
  if (transform.separable) return separableGeometry(place);
  const grid = transformGrid(scratch, transform, box);
  return grid.smooth
    ? smoothGeometry(scratch.kernels, grid, size)
    : exactGeometry({ ...place, isBent: true });
}

interface Place extends Pick<SourceTransform, "turnColumns"> {
  /** See {@link TORN_RATIO_MAX}. */
  readonly widensAtTear: boolean;
  /** The map tears or bends hard somewhere in the tile, so its edges say little about its inside. */
  readonly isBent: boolean;
  /** The tile's pixel corner at 0° east, 0° north, which gdalwarp puts on the other side of the tear. */
  readonly origin: readonly [x: number, y: number] | undefined;
  /** Replaces places in tile pixels by full-resolution pixel coordinates of the raster. */
  toPixels(xs: Float64Array, ys: Float64Array): void;
}

function separableGeometry(place: Place): TileGeometry {
  return {
    extentOf: (rect) => extentOfRect(rect, place),
    sectionsOf: (rect) => sectionsOf(rect, place),
    fieldOf(scratch, rect, factorX, factorY, within = MIDDLE) {
      // The shorter axis is padded: the transform takes as many rows as columns.
      const length = Math.max(rect.width, rect.height);
      const [columns, rows] = [scratch.array("Float64", length), scratch.array("Float64", length)];
      const [xs, ys] = [columns.values, rows.values];
      for (let index = 0; index < length; index++) {
        xs[index] = rect.x + index + within;
        ys[index] = rect.y + index + within;
      }
      place.toPixels(xs, ys);
      for (let index = 0; index < length; index++) {
        xs[index]! *= factorX;
        ys[index]! *= factorY;
      }
      return { kind: "separable", columns, rows };
    },
  };
}

/** Every pixel by itself: for tiles where the map tears, which are few and at small scales. */
function exactGeometry(place: Place): TileGeometry {
  return {
    extentOf: (rect) => extentOfRect(rect, place),
    sectionsOf: (rect) => sectionsOf(rect, place),
    fieldOf(scratch, { x, y, width, height }, factorX, factorY, within = MIDDLE) {
      const count = width * height;
      const [columns, rows] = [new Float64Array(count), new Float64Array(count)];
      for (let pixel = 0; pixel < count; pixel++) {
        columns[pixel] = x + (pixel % width) + within;
        rows[pixel] = y + Math.floor(pixel / width) + within;
      }
      place.toPixels(columns, rows);
      const pieces = scratch.array("Float64", PIECE_NUMBERS * count);
      const { values } = pieces;
      for (let pixel = 0, at = 0; pixel < count; pixel++, at += PIECE_NUMBERS) {
        values[at] = 1;
        values[at + 1] = columns[pixel]! * factorX;
        values[at + 2] = 0;
        values[at + 3] = rows[pixel]! * factorY;
        values[at + 4] = 0;
      }
      return { kind: "lines", pieces, count };
    },
  };
}

function smoothGeometry(kernels: Kernels, { columns, rows }: TransformGrid, size: number): TileGeometry {
  const place: Place = {
    // A grid without a bend has no tear.
    turnColumns: undefined,
    widensAtTear: false,
    isBent: false,
    origin: undefined,
    toPixels(xs, ys) {
      const [columnGrid, rowGrid] = [columns.address, rows.address];
      for (let index = 0; index < xs.length; index++) {
        const [u, v] = [xs[index]! / size, ys[index]! / size];
        xs[index] = kernels.interpolate(columnGrid, u, v);
        ys[index] = kernels.interpolate(rowGrid, u, v);
      }
    },
  };
  return {
    extentOf: (rect) => extentOfRect(rect, place),
    sectionsOf: (rect) => sectionsOf(rect, place),
    fieldOf(scratch, { x, y, width, height }, factorX, factorY, within = MIDDLE) {
      const pieces = scratch.array("Float64", PIECE_NUMBERS * width * height);
      const count = scratch.within((inner) =>
        kernels.traceLines(
          columns.address,
          rows.address,
          x,
          y,
          width,
          height,
          size,
          within,
          factorX,
          factorY,
          pieces.address,
          inner.array("Float64", 2 * NODES).address,
        ),
      );
      return { kind: "lines", pieces, count };
    },
  };
}

/** Places along each edge that decide an extent, as gdalwarp takes them. */
const EDGE_PLACES = 21;

/** By the edges, as gdalwarp does; by places inside as well where they may reach farther. */
function extentOfRect(rect: TileRect, place: Place): PixelExtent | undefined {
  const { turnColumns, widensAtTear } = place;
  const [xs, ys] = edgesOf(rect);
  place.toPixels(xs, ys);
  if (turnColumns !== undefined && !widensAtTear) joinTurns(xs, turnColumns);
  if (turnColumns !== undefined && widensAtTear && hasOrigin(rect, place)) xs[0] = turnColumns;
  const edges = extentOfPlaces(xs, ys);
  const isWhole = xs.every(Number.isFinite) && ys.every(Number.isFinite);
  if (isWhole && (!place.isBent || turnColumns !== undefined)) return edges;
  const inside = extentOfInside(rect, place);
  if (!isWhole || !edges || !inside) return inside && widened(inside);
  return reachesFarther(inside, edges) ? widened(inside) : edges;
}

/** Places along each side of the grid inside a rectangle. */
const INSIDE_PLACES = 33;

function extentOfInside({ x, y, width, height }: TileRect, place: Place): PixelExtent | undefined {
  const columns = new Float64Array(INSIDE_PLACES ** 2);
  const rows = new Float64Array(INSIDE_PLACES ** 2);
  for (let index = 0; index < columns.length; index++) {
    columns[index] = x + ((index % INSIDE_PLACES) / (INSIDE_PLACES - 1)) * width;
    rows[index] = y + (Math.floor(index / INSIDE_PLACES) / (INSIDE_PLACES - 1)) * height;
  }
  place.toPixels(columns, rows);
  return extentOfPlaces(columns, rows);
}

/** By what may lie between two places of the grid. */
function widened({ left, top, right, bottom }: PixelExtent): PixelExtent {
  const [across, down] = [(right - left) / (INSIDE_PLACES - 1), (bottom - top) / (INSIDE_PLACES - 1)];
  return { left: left - across, top: top - down, right: right + across, bottom: bottom + down };
}

/** What rounding and straightened lines explain is no reason to leave gdalwarp's extent. */
const FARTHER_PIXELS = 2;

function reachesFarther(inside: PixelExtent, edges: PixelExtent): boolean {
  const beyond = Math.max(
    edges.left - inside.left,
    edges.top - inside.top,
    inside.right - edges.right,
    inside.bottom - edges.bottom,
  );
  return beyond > FARTHER_PIXELS;
}

function hasOrigin({ x, y, height }: TileRect, { origin }: Place): boolean {
  return origin !== undefined && x === origin[0] && (y === origin[1] || y + height === origin[1]);
}

/** Along each edge, four places at a time: above, below, left, right. */
function edgesOf({ x, y, width, height }: TileRect): [xs: Float64Array, ys: Float64Array] {
  const xs = new Float64Array(4 * EDGE_PLACES);
  const ys = new Float64Array(4 * EDGE_PLACES);
  for (let index = 0, at = 0; index < EDGE_PLACES; index++, at += 4) {
    const share = index / (EDGE_PLACES - 1);
    xs[at] = xs[at + 1] = x + share * width;
    xs[at + 2] = x;
    xs[at + 3] = x + width;
    ys[at] = y;
    ys[at + 1] = y + height;
    ys[at + 2] = ys[at + 3] = y + share * height;
  }
  return [xs, ys];
}

/**
 * Makes the columns along a section's edges continuous, from its middle outwards: a place on the tear itself
 * belongs to both sides.
 */
function joinTurns(columns: Float64Array, turn: number): void {
  const middle = EDGE_PLACES >> 1;
  const near = (column: number, other: number) => column - turn * Math.round((column - other) / turn);
  for (const side of [0, 1]) {
    if (side === 1) columns[4 * middle + 1] = near(columns[4 * middle + 1]!, columns[4 * middle]!);
    for (let index = middle + 1; index < EDGE_PLACES; index++) {
      columns[4 * index + side] = near(columns[4 * index + side]!, columns[4 * (index - 1) + side]!);
    }
    for (let index = middle - 1; index >= 0; index--) {
      columns[4 * index + side] = near(columns[4 * index + side]!, columns[4 * (index + 1) + side]!);
    }
  }
  for (let index = 0; index < EDGE_PLACES; index++) {
    columns[4 * index + 2] = near(columns[4 * index + 2]!, columns[0]!);
    columns[4 * index + 3] = near(columns[4 * index + 3]!, columns[4 * (EDGE_PLACES - 1)]!);
  }
}

function sectionsOf(rect: TileRect, place: Place): TileRect[] {
  const { turnColumns, widensAtTear } = place;
  if (turnColumns === undefined || widensAtTear) return [rect];
  const columns = Float64Array.from({ length: rect.width }, (_, index) => rect.x + index + MIDDLE);
  place.toPixels(columns, new Float64Array(rect.width).fill(rect.y + rect.height / 2));
  const sections: TileRect[] = [];
  let start = 0;
  for (let index = 1; index <= rect.width; index++) {
    const isTorn = Math.abs(columns[index]! - columns[index - 1]!) > turnColumns / 2;
    if (index < rect.width && !isTorn) continue;
    sections.push({ ...rect, x: rect.x + start, width: index - start });
    start = index;
  }
  return sections;
}
