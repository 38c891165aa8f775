import { z } from "zod";
import { PROFILE_TYPES } from "../../core/styles/profile.ts";
import type { ProfileRow } from "../../storage/catalog/profiles.ts";
import { answeredTimestamp } from "../operations/schemas.ts";
import { toWire } from "../operations/wire.ts";

/** The origins of a profile. */
export const PROFILE_LAYERS = ["sensor", "auto", "user"] as const;

/** A render profile as it is answered. */
export const profileResponseSchema = z.object({
  id: z.string(),
  item_id: z.string(),
  name: z.string(),
  layer: z.enum(PROFILE_LAYERS),
  type: z.enum(PROFILE_TYPES),
  is_default: z.boolean().default(false),
  sort_order: z.int().default(0),
  config: z.record(z.string(), z.unknown()),
  asset_key: z.string().nullable().optional(),
  version: z.int().default(1),
  created_by: z.string().nullable().optional(),
  created_at: answeredTimestamp,
  updated_at: answeredTimestamp,
});

/** See {@link profileResponseSchema}. */
export function presentProfile(row: ProfileRow) {
  return toWire(
    row,
    Object.keys(profileResponseSchema.shape) as (keyof typeof profileResponseSchema.shape)[],
  );
}
