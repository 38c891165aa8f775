import { z } from "zod";
import { MOSAIC_RULES } from "../../core/tiles/mosaic.ts";
import type { CollectionRow } from "../../storage/catalog/collections.ts";
import { omittedItems } from "../../storage/links/share-targets.ts";
import { answeredTimestamp } from "../operations/schemas.ts";
import { answeredTags } from "../operations/tag-schemas.ts";
import { toWire } from "../operations/wire.ts";

/** A collection as it is answered. */
export const collectionResponseSchema = z.object({
  id: z.string(),
  project_id: z.string(),
  name: z.string(),
  description: z.string().nullable().optional(),
  attribution: z.string().nullable().optional(),
  color: z.string().nullable().optional(),
  show_on_map: z.boolean().default(true),
  layer_order: z.int().default(0),
  mosaic_rule: z.enum(MOSAIC_RULES).default("last"),
  mosaic_property: z.string().nullable().optional(),
  tags: answeredTags.optional(),
  auto_created: z.boolean().default(false),
  source_type: z.string().nullable().optional(),
  source_id: z.string().nullable().optional(),
  item_count: z.int().default(0),
  items_omitted: z.int().optional().meta({
    description: "Items beyond the 1,000 that a mosaic shows, the topmost.",
  }),
  deleted_at: answeredTimestamp.nullable().optional(),
  created_at: answeredTimestamp,
  updated_at: answeredTimestamp,
});

/** See {@link collectionResponseSchema}. */
export function presentCollection(row: CollectionRow) {
  const shown = toWire(row, [
    "id",
    "project_id",
    "name",
    "description",
    "attribution",
    "color",
    "show_on_map",
    "layer_order",
    "mosaic_rule",
    "mosaic_property",
    "tags",
    "auto_created",
    "source_type",
    "source_id",
    "item_count",
    "deleted_at",
    "created_at",
    "updated_at",
  ]);
  const omitted = omittedItems(row.item_count);
  return omitted === 0 ? shown : { ...shown, items_omitted: omitted };
}
