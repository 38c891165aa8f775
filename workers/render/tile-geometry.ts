import type { Box } from "../../core/tile.ts";
import { fillLine } from "./approximate-line.ts";
import type { SourceTransform } from "./source-transform.ts";
import { interpolateGrid, transformGrid, type TransformGrid } from "./transform-grid.ts";

/** A rectangle of tile pixels, from its top left corner. */
export interface TileRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The full-resolution pixels something spans, unclipped. */
export interface PixelExtent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a tile's pixels fall in a raster. */
export interface TileGeometry {
  /** The raster's pixels under a rectangle of the tile; undefined when none of it has a place in the raster's CRS. */
  extentOf(rect: TileRect): PixelExtent | undefined;
  /** Full-resolution pixel coordinates of the middle of each tile pixel, or of its top left corner, times a factor for each axis. */
  fieldOf(rect: TileRect, factorX: number, factorY: number, within?: number): WarpField;
}

/** Of a pixel, from its top left corner. */
const MIDDLE = 0.5;

/** Coordinates in the raster of the pixels of a rectangle. */
export interface WarpField {
  /** The column depends on x alone and the row on y alone: one number for each; otherwise one for each pixel, in rows. */
  readonly separable: boolean;
  /** NaN: no such place. */
  readonly columns: Float64Array;
  readonly rows: Float64Array;
}

/** The geometry of a square tile of `size` pixels over a box of EPSG:3857. */
export function tileGeometry(transform: SourceTransform, box: Box, size: number): TileGeometry {
  const metersPerPixel = (box[2] - box[0]) / size;
  const place: Place = {
    toPixels: (xs, ys) => {
      for (let index = 0; index < xs.length; index++) xs[index] = box[0] + xs[index]! * metersPerPixel;
      for (let index = 0; index < ys.length; index++) ys[index] = box[3] - ys[index]! * metersPerPixel;
      transform.toPixels(xs, ys);
    },
  };
  if (transform.separable) return separableGeometry(place);
  const grid = transformGrid(transform, box);
  return grid.smooth ? smoothGeometry(grid, size) : exactGeometry(place);
}

interface Place {
  /** Replaces places in tile pixels by full-resolution pixel coordinates of the raster. */
  toPixels(xs: Float64Array, ys: Float64Array): void;
}

function separableGeometry(place: Place): TileGeometry {
  return {
    extentOf: (rect) => extentOfEdges(rect, place),
    fieldOf(rect, factorX, factorY, within = MIDDLE) {
      // Longer or shorter axes are padded: the transform takes as many rows as columns.
      const length = Math.max(rect.width, rect.height);
      const columns = Float64Array.from({ length }, (_, index) => rect.x + index + within);
      const rows = Float64Array.from({ length }, (_, index) => rect.y + index + within);
      place.toPixels(columns, rows);
      scaleBy(columns, factorX);
      scaleBy(rows, factorY);
      return { separable: true, columns, rows };
    },
  };
}

/** Every pixel by itself: for tiles where the map tears, which are few and at small scales. */
function exactGeometry(place: Place): TileGeometry {
  return {
    extentOf: (rect) => extentOfEdges(rect, place),
    fieldOf({ x, y, width, height }, factorX, factorY, within = MIDDLE) {
      const columns = Float64Array.from(
        { length: width * height },
        (_, pixel) => x + (pixel % width) + within,
      );
      const rows = Float64Array.from(
        { length: width * height },
        (_, pixel) => y + Math.floor(pixel / width) + within,
      );
      place.toPixels(columns, rows);
      scaleBy(columns, factorX);
      scaleBy(rows, factorY);
      return { separable: false, columns, rows };
    },
  };
}

function smoothGeometry(grid: TransformGrid, size: number): TileGeometry {
  const place: Place = {
    toPixels(xs, ys) {
      for (let index = 0; index < xs.length; index++) {
        const [u, v] = [xs[index]! / size, ys[index]! / size];
        xs[index] = interpolateGrid(grid.columns, u, v);
        ys[index] = interpolateGrid(grid.rows, u, v);
      }
    },
  };
  return {
    extentOf: (rect) => extentOfEdges(rect, place),
    fieldOf({ x, y, width, height }, factorX, factorY, within = MIDDLE) {
      const columns = new Float64Array(width * height);
      const rows = new Float64Array(width * height);
      for (let line = 0; line < height; line++) {
        const v = (y + line + within) / size;
        fillLine({
          columnAt: (pixel) => interpolateGrid(grid.columns, (x + pixel + within) / size, v) * factorX,
          rowAt: (pixel) => interpolateGrid(grid.rows, (x + pixel + within) / size, v) * factorY,
          columns: columns.subarray(line * width, (line + 1) * width),
          rows: rows.subarray(line * width, (line + 1) * width),
        });
      }
      return { separable: false, columns, rows };
    },
  };
}

function scaleBy(values: Float64Array, factor: number): void {
  for (let index = 0; index < values.length; index++) values[index]! *= factor;
}

/** Places along each edge that decide an extent, as gdalwarp takes them. */
const EDGE_PLACES = 21;

function extentOfEdges({ x, y, width, height }: TileRect, place: Place): PixelExtent | undefined {
  const xs = new Float64Array(4 * EDGE_PLACES);
  const ys = new Float64Array(4 * EDGE_PLACES);
  for (let index = 0; index < EDGE_PLACES; index++) {
    const share = index / (EDGE_PLACES - 1);
    xs.set([x + share * width, x + share * width, x, x + width], 4 * index);
    ys.set([y, y + height, y + share * height, y + share * height], 4 * index);
  }
  place.toPixels(xs, ys);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < xs.length; index++) {
    const [column, row] = [xs[index]!, ys[index]!];
    if (!Number.isFinite(column) || !Number.isFinite(row)) continue;
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  return right >= left ? { left, top, right, bottom } : undefined;
}
