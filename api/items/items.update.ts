import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { updateItem, type ItemValues } from "../../storage/catalog/items.ts";
import { sentFields } from "../operations/sent-fields.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { itemResponseSchema, LIFECYCLE_STATES, presentItem } from "./present-item.ts";
import {
  attribution,
  boundingBox,
  itemGeometry,
  itemProperties,
  resourceId,
  text,
  timestamp,
} from "../operations/schemas.ts";
import { tags } from "../operations/tag-schemas.ts";

export const itemsUpdate = defineOperation({
  id: "items.update",
  summary: "Change an item's mutable metadata.",
  scope: "items:write",
  sideEffect: "compute",
  bearer: "required",
  body: BODY_LIMITS.item,
  inputName: "ItemUpdateInput",
  input: z.strictObject({
    collection_id: resourceId.nullable().optional(),
    name: text(1, 500).nullable().optional(),
    description: text(0, 10_000).nullable().optional(),
    attribution,
    geometry: itemGeometry.nullable().optional(),
    bbox: boundingBox.nullable().optional(),
    datetime: timestamp.nullable().optional(),
    start_datetime: timestamp.nullable().optional(),
    end_datetime: timestamp.nullable().optional(),
    /** When `items.expire_batch` marks it as expired. */
    expires_at: timestamp.nullable().optional(),
    cloud_cover: z.number().nullable().optional(),
    gsd: z.number().nullable().optional(),
    properties: itemProperties.nullable().optional(),
    tags: tags.optional(),
    lifecycle_state: z.enum(LIFECYCLE_STATES).nullable().optional(),
    item_id: resourceId,
  }),
  outputName: "ItemResponse",
  output: itemResponseSchema,
  resources: {
    item: { kind: "item", role: "editor", field: "item_id" },
    collection: { kind: "collection", role: "editor", field: "collection_id" },
  },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const { item, collection } = resources;
    if (collection !== undefined && collection.project_id !== item.project_id) {
      throw InputError.at("collection_id", "names a collection of another project");
    }
    if (input.lifecycle_state === "deleted") {
      throw InputError.at("lifecycle_state", "cannot be set to deleted; call items.delete");
    }
    const { datetime, start_datetime, end_datetime, expires_at, ...sent } = sentFields(
      input,
      CHANGEABLE,
      NULLABLE,
    );
    const times = sentDates({ datetime, start_datetime, end_datetime, expires_at });
    const values: Partial<ItemValues> = { ...sent, ...times };
    return presentItem(await updateItem(database, item, values));
  },
});

/** The times that were sent, as dates; null takes one away. */
function sentDates<Name extends string>(
  times: Readonly<Record<Name, string | null | undefined>>,
): Partial<Record<Name, Date | null>> {
  const sent = Object.entries<string | null | undefined>(times).flatMap(([name, time]) =>
    time === undefined ? [] : [[name, time === null ? null : new Date(time)]],
  );
  return Object.fromEntries(sent) as Partial<Record<Name, Date | null>>;
}

const NULLABLE = [
  "collection_id",
  "description",
  "attribution",
  "geometry",
  "bbox",
  "datetime",
  "start_datetime",
  "end_datetime",
  "expires_at",
  "cloud_cover",
  "gsd",
] as const;

const CHANGEABLE = [...NULLABLE, "name", "properties", "tags", "lifecycle_state"] as const;
