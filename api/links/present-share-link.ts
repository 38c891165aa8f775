import { z } from "zod";
import { ADDRESS_LIVES } from "../../core/links/address-life.ts";
import { INTRODUCTIONS, PREVIEW_CARDS } from "../../core/links/link-choices.ts";
import { LINK_STANDINGS, linkStanding, reachedLimits, spendMicros } from "../../core/links/share-link.ts";
import type { ShareLinkRow } from "../../storage/links/share-links.ts";
import type { Deps } from "../deps.ts";
import { answeredTimestamp } from "../operations/schemas.ts";
import { answeredTags } from "../operations/tag-schemas.ts";
import { toWire } from "../operations/wire.ts";

/** The fields of a link in the contract, all but its token. */
const contractShape = {
  id: z.string(),
  target_type: z.string(),
  target_id: z.string(),
  permission: z.string(),
  organization_id: z.string(),
  project_id: z.string(),
  expires_at: answeredTimestamp,
  revoked_at: answeredTimestamp.nullable().optional(),
  access_count: z
    .int()
    .default(0)
    .meta({ description: "Calls of share.link.validate that opened the link, over its whole life." }),
  last_accessed_at: answeredTimestamp.nullable().optional(),
  created_by: z.string().nullable().optional(),
  created_at: answeredTimestamp,
};

/** A link as its organization sees it; money is in micro-units (10^-6) of the currency of its rate card. */
export const shareLinkResponseSchema = z.object({
  ...contractShape,
  label: z.string().nullable(),
  tags: answeredTags,
  allowed_origins: z.array(z.string()),
  allow_values: z.boolean(),
  /** Besides the default one. */
  profiles: z.union([z.literal("all"), z.array(z.string())]),
  properties: z.union([z.literal("all"), z.array(z.string())]),
  min_zoom: z.int().nullable(),
  max_zoom: z.int().nullable(),
  bounds: z.array(z.number()).nullable(),
  introduction: z.enum(INTRODUCTIONS),
  address_life: z.enum(ADDRESS_LIVES),
  preview_card: z.enum(PREVIEW_CARDS),
  predates_choices: z.boolean().meta({
    description:
      "Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen.",
  }),
  max_views: z.int().nullable(),
  max_tiles: z.int().nullable(),
  spend_limit: z.int().nullable(),
  views_used: z.int().nullable().meta({
    description:
      "Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit.",
  }),
  tiles_used: z.int().nullable().meta({
    description:
      "Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit.",
  }),
  spend_used: z.int().nullable().meta({
    description:
      "What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one.",
  }),
  spend_currency: z.string().nullable(),
  /** The limits that the link has reached: each makes it answer 410 until its owner raises it. */
  limits_reached: z.array(z.enum(["max_views", "max_tiles", "spend_limit"])),
  paused_at: answeredTimestamp.nullable(),
  status: z.enum(LINK_STANDINGS),
});

/** A link with the name of its target. */
export const namedLinkSchema = shareLinkResponseSchema.extend({
  target_name: z.string().nullable().meta({ description: "Null when the target is deleted for good." }),
});

const FIELDS = [
  ...(Object.keys(contractShape) as (keyof typeof contractShape)[]),
  "label",
  "tags",
  "allowed_origins",
  "allow_values",
  "min_zoom",
  "max_zoom",
  "bounds",
  "introduction",
  "address_life",
  "preview_card",
  "paused_at",
  "predates_choices",
  "max_views",
  "max_tiles",
  "spend_limit",
  "views_used",
  "tiles_used",
] as const;

/** See {@link shareLinkResponseSchema}. */
export async function presentShareLink({ clock, meter }: Pick<Deps, "clock" | "meter">, row: ShareLinkRow) {
  const tile = await meter.tilePrice(row);
  return {
    ...toWire(row, FIELDS),
    profiles: row.profiles ?? ("all" as const),
    properties: row.properties ?? ("all" as const),
    spend_used: row.spend_used_picos === null ? null : spendMicros(row.spend_used_picos),
    spend_currency: tile?.currency ?? null,
    limits_reached: reachedLimits(row, tile?.price ?? 0n),
    status: linkStanding(row, clock()),
  };
}
