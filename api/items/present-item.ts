import { z } from "zod";
import type { AssetRow } from "../../storage/catalog/assets.ts";
import { RASTER_WARNINGS } from "../../core/rasters/raster-warnings.ts";
import type { ItemRow, ItemWarning } from "../../storage/catalog/items.ts";
import { answeredTimestamp, nextOffset } from "../operations/schemas.ts";
import { answeredTags } from "../operations/tag-schemas.ts";
import { toWire } from "../operations/wire.ts";

/** The types of an item. */
export const ITEM_TYPES = [
  "satellite_capture",
  "derived_raster",
  "derived_vector",
  "clip",
  "user_raster",
  "user_vector",
  "external_reference",
] as const;

/** The lifecycle states of an item. */
export const LIFECYCLE_STATES = ["active", "expiring", "archived", "expired", "deleted"] as const;

/** What is worth knowing about a file of an item, and what to do. */
const warningSchema = z.object({
  code: z.string(),
  /** The key of the file. */
  asset: z.string(),
  text: z.string(),
  remedy: z.string(),
  /** What it is about: names of files, bands. */
  detail: z.string().optional(),
});

/** An item as it is answered. */
export const itemResponseSchema = z.object({
  id: z.string(),
  project_id: z.string(),
  collection_id: z.string().nullable().optional(),
  stac_id: z.string(),
  type: z.enum(ITEM_TYPES),
  geometry: z.record(z.string(), z.unknown()).nullable().optional(),
  bbox: z.array(z.number()).nullable().optional(),
  datetime: answeredTimestamp.nullable().optional(),
  start_datetime: answeredTimestamp.nullable().optional(),
  end_datetime: answeredTimestamp.nullable().optional(),
  cloud_cover: z.number().nullable().optional(),
  gsd: z.number().nullable().optional(),
  name: z.string(),
  description: z.string().nullable().optional(),
  attribution: z.string().nullable().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  stac_extensions: z.array(z.string()).optional(),
  tags: answeredTags.optional(),
  lifecycle_state: z.enum(LIFECYCLE_STATES).default("active"),
  expires_at: answeredTimestamp.nullable().optional(),
  archived_at: answeredTimestamp.nullable().optional(),
  previous_version_id: z.string().nullable().optional(),
  duplicated_from_id: z.string().nullable().optional(),
  order_id: z.string().nullable().optional(),
  upload_id: z.string().nullable().optional(),
  job_id: z.string().nullable().optional(),
  deleted_at: answeredTimestamp.nullable().optional(),
  created_by: z.string().nullable().optional(),
  created_at: answeredTimestamp,
  updated_at: answeredTimestamp,
  warnings: z.array(warningSchema).optional(),
});

const { warnings: _warnings, ...plainShape } = itemResponseSchema.shape;
const PLAIN_FIELDS = Object.keys(plainShape) as (keyof typeof plainShape)[];

/** See {@link itemResponseSchema}. */
export function presentItem(row: ItemRow) {
  return { ...toWire(row, PLAIN_FIELDS), warnings: row.warnings.map(presentWarning) };
}

function presentWarning({ code, asset, detail }: ItemWarning): z.input<typeof warningSchema> {
  return { code, asset, ...RASTER_WARNINGS[code], ...(detail === undefined ? {} : { detail }) };
}

/** An item for the holder of a link: what it shows, and nothing internal to the organization. */
export function presentSharedItem(row: ItemRow) {
  return toWire(row, [
    "id",
    "type",
    "name",
    "description",
    "attribution",
    "geometry",
    "bbox",
    "datetime",
    "start_datetime",
    "end_datetime",
    "cloud_cover",
    "gsd",
    "properties",
  ]);
}

/** A file of an item as it is answered; its place in the store stays internal. */
export function presentAsset(row: AssetRow) {
  const { raster } = row;
  return {
    ...toWire(row, ["id", "item_id", "key", "version", "bytes", "media_type", "created_at"]),
    raster: {
      width: raster.width,
      height: raster.height,
      crs: raster.crs,
      bands: raster.bands,
      footprint: raster.footprint,
      min_zoom: raster.zoomMin,
      max_zoom: raster.zoomMax,
      is_cloud_optimized: raster.isCloudOptimized,
    },
  };
}

/** A page of items as it is answered. */
export const itemPageSchema = z.object({
  items: z.array(itemResponseSchema),
  total: z.int(),
  limit: z.int(),
  offset: z.int(),
  next_offset: nextOffset,
});
