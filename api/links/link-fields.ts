import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { ZOOM_MAX } from "../../core/tiles/tile-grid.ts";
import { ADDRESS_LIVES } from "../../core/links/address-life.ts";
import { INTRODUCTIONS, PREVIEW_CARDS, type LinkChoices } from "../../core/links/link-choices.ts";
import { parseOrigin } from "../../core/links/origin-rule.ts";
import { newPasswordFault } from "../../core/access/password.ts";
import { boundingBox, text } from "../operations/schemas.ts";
import { tags } from "../operations/tag-schemas.ts";

/** A link's password, as plain text. */
export const linkPassword = z
  .string()
  .meta({ minLength: 8 })
  .superRefine((password, context) => {
    const fault = newPasswordFault(password);
    if (fault !== undefined) context.addIssue({ code: "custom", message: `password ${fault}` });
  });

/** The origin of a page, such as `https://maps.example.org`. */
export const origin = z
  .string()
  .max(300)
  .transform((value, context) => {
    const parsed = parseOrigin(value);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: "custom", message: "must be an origin such as https://maps.example.org" });
    return z.NEVER;
  });

const COUNT_MAX = 1_000_000_000_000;

const limit = z.int().min(1).max(COUNT_MAX).nullable().optional();

/** The settings of a link beyond the contract; null takes a limit away. */
export const linkOptions = {
  /** The owner's name for the link. */
  label: text(1, 200).nullable().optional(),
  tags: tags.optional(),
  /** The views that the link allows: openings by `share.link.validate` or `share.tilejson`. */
  max_views: limit,
  /** Tiles that the link may serve. */
  max_tiles: limit,
  /**
   * The cost that the link's tiles may reach by the rate card of the organization, in micro-units (10^-6) of
   * its currency.
   */
  spend_limit: limit,
  /**
   * Origins of pages that may use the link in a browser (`https://maps.example.org`); an empty list allows
   * all.
   */
  allowed_origins: z.array(origin).max(50).optional(),
};

const names = z.union([z.literal("all"), z.array(text(1, 255)).max(100)]).optional();

const zoom = z.int().min(0).max(ZOOM_MAX).nullable().optional();

/** What the holder of a link gets, and where; null takes a restriction away. */
export const linkChoices = {
  allow_values: z.boolean().optional().meta({
    description:
      "Also gives values (formats npy and tif), which the permission download always does. Without either, a link gives pictures only. Default: false.",
  }),
  profiles: names.meta({
    description:
      'Names or ids of profiles that the holder may choose besides each item\'s default, or "all". Default: none.',
  }),
  properties: names.meta({
    description: 'Keys of the items\' properties that the holder sees, or "all". Default: none.',
  }),
  min_zoom: zoom.meta({ description: "Tiles of lower zoom levels are not served." }),
  max_zoom: zoom.meta({ description: "Tiles of higher zoom levels are not served." }),
  bounds: boundingBox.nullable().optional().meta({
    description:
      "[west, south, east, north] in degrees: nothing outside is drawn. Files of the permission download are whole.",
  }),
  introduction: z.enum(INTRODUCTIONS).optional().meta({
    description:
      "What the page says before the password: nothing; the organization and the end date (sender, the default); or the label too.",
  }),
  address_life: z.enum(ADDRESS_LIVES).optional().meta({
    description:
      "How long addresses for map software live: an hour, a day (the default), or as long as the link. A shorter choice ends the addresses given before.",
  }),
  preview_card: z.enum(PREVIEW_CARDS).optional().meta({
    description:
      "What messengers show of the link to everyone who has its address, without the password: nothing (the default); its label or the name of what it shares, and the organization; or a picture of it too, which is priced as a tile.",
  }),
};

type ChoicesInput = z.output<z.ZodObject<typeof linkChoices>>;
type Choices = Omit<LinkChoices, "permission">;

/** The choices of a link made now, where the input says nothing. */
export const CHOICES_OF_NEW_LINKS: Choices = {
  allow_values: false,
  profiles: [],
  properties: [],
  min_zoom: null,
  max_zoom: null,
  bounds: null,
  introduction: "sender",
  address_life: "day",
  preview_card: "none",
};

/** The choices in an input, completed by others; an InputError when they contradict each other. */
export function chosen(input: ChoicesInput, others: Choices): Choices {
  const list = (value: ChoicesInput["profiles"], other: readonly string[] | null) =>
    value === undefined ? other : value === "all" ? null : [...new Set(value)];
  const choices = {
    allow_values: input.allow_values ?? others.allow_values,
    profiles: list(input.profiles, others.profiles),
    properties: list(input.properties, others.properties),
    min_zoom: input.min_zoom === undefined ? others.min_zoom : input.min_zoom,
    max_zoom: input.max_zoom === undefined ? others.max_zoom : input.max_zoom,
    bounds: input.bounds === undefined ? others.bounds : input.bounds,
    introduction: input.introduction ?? others.introduction,
    address_life: input.address_life ?? others.address_life,
    preview_card: input.preview_card ?? others.preview_card,
  };
  const { min_zoom: min, max_zoom: max, bounds } = choices;
  if (min !== null && max !== null && min > max)
    throw InputError.at("max_zoom", "must not be below min_zoom");
  if (bounds !== null && (bounds[0] === bounds[2] || bounds[1] === bounds[3])) {
    throw InputError.at("bounds", "must have an area");
  }
  return choices;
}

/** An `expires_at` as a date; an InputError when it does not lie in the future. */
export function futureTime(value: string, nowMs: number): Date {
  const time = new Date(value);
  if (time.getTime() <= nowMs) throw InputError.at("expires_at", "must lie in the future");
  return time;
}
