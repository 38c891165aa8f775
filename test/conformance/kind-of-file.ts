import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import type { FileResult } from "./compare-file.ts";

/** What a file is an example of: the first rule that fits. */
export function kindOfFile(result: FileResult): string {
  if (result.kind === "refused") return "refused";
  if (result.isWarped) return "placed by control points";
  return KINDS.find(([, fits]) => fits(result.info))?.[0] ?? "other floats and whole numbers";
}

const hasNodata = ({ bands }: RasterInfo) => bands.some(({ nodata }) => nodata !== null);
const isWorld = ({ footprint }: RasterInfo) => footprint.some(([west, , east]) => east - west > 300);
const DEGREES = "EPSG:4326";
const MAPS = new Set([DEGREES, "EPSG:3857"]);

const KINDS: readonly (readonly [string, (info: RasterInfo) => boolean])[] = [
  ["signed bytes", ({ bands }) => bands.some(({ dataType }) => dataType === "Int8")],
  [
    "alpha that is not of 8 bits",
    ({ bands }) =>
      bands.some(({ colorInterpretation: is, dataType }) => is === "Alpha" && dataType !== "Byte"),
  ],
  ["alpha and nodata", (info) => info.hasAlpha && hasNodata(info)],
  ["alpha", ({ hasAlpha }) => hasAlpha],
  ["over the antimeridian", ({ footprint }) => footprint.length > 1],
  [
    "around a pole",
    ({ footprint: [box] }) => box !== undefined && (box[1] < -89 || box[3] > 89) && box[1] * box[3] > 0,
  ],
  ["the world in degrees or Mercator", (info) => isWorld(info) && MAPS.has(info.crs ?? "")],
  [
    "the world in another projection",
    (info) => isWorld(info) || (info.footprint[0]?.[2] ?? 0) - (info.footprint[0]?.[0] ?? 0) > 90,
  ],
  ["palette", ({ bands }) => bands[0]?.hasPalette === true],
  ["nodata", hasNodata],
  ["pictures of bytes", ({ bands }) => bands.every(({ dataType }) => dataType === "Byte")],
];
