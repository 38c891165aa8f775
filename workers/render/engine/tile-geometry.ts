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
  /**
   * Full-resolution pixel coordinates of each tile pixel, times a factor per axis. `within` is the place in
   * the pixel: 0.5 for its middle, 0 for its top left corner.
   */
  fieldOf(scratch: Scratch, rect: TileRect, factorX: number, factorY: number, within?: number): WarpField;
}

/** Of a pixel, from its top left corner. */
const MIDDLE = 0.5;

/** The geometry of a square tile of `size` pixels over a box of EPSG:3857. */
export function tileGeometry(
  scratch: Scratch,
  transform: SourceTransform,
  box: Box,
  size: number,
): TileGeometry {
  const metersPerPixel = (box[2] - box[0]) / size;
  const place: Place = {
    toPixels: (xs, ys) => {
      for (let index = 0; index < xs.length; index++) xs[index] = box[0] + xs[index]! * metersPerPixel;
      for (let index = 0; index < ys.length; index++) ys[index] = box[3] - ys[index]! * metersPerPixel;
      transform.toPixels(xs, ys);
    },
  };
  if (transform.separable) return separableGeometry(place);
  const grid = transformGrid(scratch, transform, box);
  return grid.smooth ? smoothGeometry(scratch.kernels, grid, size) : exactGeometry(place);
}

interface Place {
  /** Replaces places in tile pixels by full-resolution pixel coordinates of the raster. */
  toPixels(xs: Float64Array, ys: Float64Array): void;
}

function separableGeometry(place: Place): TileGeometry {
  return {
    extentOf: (rect) => extentOfEdges(rect, place),
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
    extentOf: (rect) => extentOfEdges(rect, place),
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
    extentOf: (rect) => extentOfEdges(rect, place),
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

function extentOfEdges({ x, y, width, height }: TileRect, place: Place): PixelExtent | undefined {
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
  place.toPixels(xs, ys);
  return extentOfPlaces(xs, ys);
}
