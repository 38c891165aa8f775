import { MERCATOR_HALF_WIDTH } from "../../../core/tiles/tile-grid.ts";
import { invertAffine, type Affine } from "./affine.ts";
import { gdal } from "./configure-gdal.ts";

/** From EPSG:3857 to the pixel coordinates of one raster; 0, 0 is the outer corner of its first pixel. */
export interface SourceTransform {
  /** The column depends on x alone and the row on y alone. */
  readonly separable: boolean;
  /**
   * Columns of a whole turn, in a raster that counts beyond half a turn: the map then tears at its edge.
   * Undefined for all others.
   */
  readonly turnColumns: number | undefined;
  /** Replaces each place in metres by column and row, NaN where there is none. */
  toPixels(xs: Float64Array, ys: Float64Array): void;
}

/** The transform of a raster by its CRS and geotransform; undefined when its pixels have no area. */
export function createSourceTransform(
  crs: gdal.SpatialReference,
  affine: Affine,
  size: { readonly width: number; readonly height: number },
): SourceTransform | undefined {
  const inverse = invertAffine(affine);
  if (!inverse) return undefined;
  const kind = kindOf(crs);
  const project = projectionOf(kind, crs);
  const wrap = wrapOf(kind, crs, affine, size);
  const [a, b, c, d, e, f] = inverse;
  return {
    separable: kind !== "general" && b !== 0 && f !== 0 && c === 0 && e === 0,
    turnColumns: wrap && c === 0 ? Math.abs(wrap.turn * b) : undefined,
    toPixels(xs, ys) {
      project(xs, ys);
      if (wrap) wrapAround(xs, wrap);
      for (let index = 0; index < xs.length; index++) {
        const x = xs[index]!;
        const y = ys[index]!;
        xs[index] = a + x * b + y * c;
        ys[index] = d + x * e + y * f;
      }
    },
  };
}

type Project = (xs: Float64Array, ys: Float64Array) => void;

/** How far a CRS is from the map: the map itself, degrees that need no transformation, or anything else. */
export function kindOf(crs: gdal.SpatialReference): "mercator" | "degrees" | "general" {
  const code = crs.getAuthorityName(null) === "EPSG" ? crs.getAuthorityCode(null) : undefined;
  if (code === "3857") return "mercator";
  return code === "4326" ? "degrees" : "general";
}

function projectionOf(kind: ReturnType<typeof kindOf>, crs: gdal.SpatialReference): Project {
  if (kind === "mercator") return () => undefined;
  if (kind === "degrees") return mercatorToDegrees;
  const forward = new gdal.CoordinateTransformation(gdal.SpatialReference.fromEPSG(3857), crs);
  return (xs, ys) => transformAll(forward, xs, ys);
}

function mercatorToDegrees(xs: Float64Array, ys: Float64Array): void {
  for (let index = 0; index < xs.length; index++) {
    xs[index] = (xs[index]! / MERCATOR_HALF_WIDTH) * 180;
    ys[index] = (Math.atan(Math.sinh((ys[index]! / MERCATOR_HALF_WIDTH) * Math.PI)) * 180) / Math.PI;
  }
}

/**
 * Transforms all points in one call, as a binary line. Falls back to single points when some have no place in
 * the CRS.
 */
function transformAll(forward: gdal.CoordinateTransformation, xs: Float64Array, ys: Float64Array): void {
  const input = writeLine(xs, ys);
  try {
    const line = gdal.Geometry.fromWKB(input);
    line.transform(forward);
    readLine(line.toWKB("LSB"), xs, ys);
  } catch {
    transformEach(forward, xs, ys);
  }
}

const WKB_HEADER_BYTES = 9;
const WKB_LINE_STRING = 2;

function writeLine(xs: Float64Array, ys: Float64Array): Buffer {
  const buffer = Buffer.allocUnsafe(WKB_HEADER_BYTES + 16 * xs.length);
  buffer.writeUInt8(1, 0);
  buffer.writeUInt32LE(WKB_LINE_STRING, 1);
  buffer.writeUInt32LE(xs.length, 5);
  for (let index = 0; index < xs.length; index++) {
    buffer.writeDoubleLE(xs[index]!, WKB_HEADER_BYTES + 16 * index);
    buffer.writeDoubleLE(ys[index]!, WKB_HEADER_BYTES + 16 * index + 8);
  }
  return buffer;
}

function readLine(buffer: Buffer, xs: Float64Array, ys: Float64Array): void {
  for (let index = 0; index < xs.length; index++) {
    xs[index] = buffer.readDoubleLE(WKB_HEADER_BYTES + 16 * index);
    ys[index] = buffer.readDoubleLE(WKB_HEADER_BYTES + 16 * index + 8);
  }
}

function transformEach(forward: gdal.CoordinateTransformation, xs: Float64Array, ys: Float64Array): void {
  for (let index = 0; index < xs.length; index++) {
    try {
      const point = forward.transformPoint(xs[index]!, ys[index]!);
      xs[index] = Number.isFinite(point.x) ? point.x : Number.NaN;
      ys[index] = Number.isFinite(point.y) ? point.y : Number.NaN;
    } catch {
      xs[index] = Number.NaN;
      ys[index] = Number.NaN;
    }
  }
}

interface Wrap {
  readonly center: number;
  readonly turn: number;
}

/**
 * PROJ returns longitudes in -180..180, while a raster may count 0..360 or go beyond 180. Longitudes are
 * shifted into the turn around the raster's middle, as gdalwarp does for geographic sources.
 */
function wrapOf(
  kind: ReturnType<typeof kindOf>,
  crs: gdal.SpatialReference,
  affine: Affine,
  { width, height }: { readonly width: number; readonly height: number },
): Wrap | undefined {
  const turn = kind === "mercator" ? 2 * MERCATOR_HALF_WIDTH : turnOf(crs);
  if (turn === undefined) return undefined;
  const corners = [0, width * affine[1], height * affine[2], width * affine[1] + height * affine[2]];
  const west = affine[0] + Math.min(...corners);
  const east = affine[0] + Math.max(...corners);
  const within = west >= -turn / 2 - turn * 1e-6 && east <= turn / 2 + turn * 1e-6;
  return within ? undefined : { center: (west + east) / 2, turn };
}

function turnOf(crs: gdal.SpatialReference): number | undefined {
  return crs.isGeographic() ? (2 * Math.PI) / crs.getAngularUnits().value : undefined;
}

function wrapAround(xs: Float64Array, { center, turn }: Wrap): void {
  for (let index = 0; index < xs.length; index++) {
    const x = xs[index]!;
    xs[index] = x - turn * Math.round((x - center) / turn);
  }
}
