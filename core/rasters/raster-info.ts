import { z } from "zod";
import { rasterWarningSchema } from "./raster-warnings.ts";

const statisticsSchema = z.object({
  min: z.number(),
  max: z.number(),
  /** Second and ninety-eighth percentile of a sample. */
  p2: z.number(),
  p98: z.number(),
});

/** A value that stands for a class, with what the file says of it. */
const classSchema = z.object({
  value: z.int(),
  /** `#rrggbb` or `#rrggbbaa`, of the band's own colour table. */
  color: z.string().optional(),
  name: z.string().optional(),
});

/** See {@link classSchema}. */
export type RasterClass = z.infer<typeof classSchema>;

const bandSchema = z.object({
  dataType: z.string(),
  colorInterpretation: z.string(),
  description: z.string().nullable(),
  nodata: z.number().or(z.literal("nan")).nullable(),
  scale: z.number(),
  offset: z.number(),
  hasPalette: z.boolean(),
  /** Of the values, such as "metre"; missing in older inspections. */
  unit: z.string().nullable().optional(),
  /** The few whole numbers that a sample of the band consists of; missing where they are many. */
  classes: z.array(classSchema).optional(),
  statistics: statisticsSchema.nullable(),
});

const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/**
 * The result of inspecting a raster, stored with its asset. Boxes are west, south, east, north with
 * longitudes in -180..180; a footprint across the antimeridian has two boxes (RFC 7946).
 */
export const rasterInfoSchema = z.object({
  driver: z.string(),
  width: z.int(),
  height: z.int(),
  /** Authority code such as "EPSG:32633", or null when the CRS has none. */
  crs: z.string().nullable(),
  bands: z.array(bandSchema),
  /** One or two boxes in degrees. */
  footprint: z.array(boxSchema).min(1),
  /**
   * The first zoom at which a pixel of a 256 px tile is no coarser than the raster's own; deeper zooms only
   * enlarge.
   */
  zoomMax: z.int(),
  /** The zoom at which the whole raster fills about one tile. */
  zoomMin: z.int(),
  hasAlpha: z.boolean(),
  overviewCount: z.int(),
  isCloudOptimized: z.boolean(),
  /** Longer side of the smallest overview, or of the raster itself; missing in older inspections. */
  coarsestSide: z.int().optional(),
  /** What is worth knowing about the file. */
  warnings: z.array(rasterWarningSchema).optional(),
});

/** See {@link rasterInfoSchema}. */
export type RasterInfo = z.infer<typeof rasterInfoSchema>;
