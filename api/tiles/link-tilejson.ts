import { ProblemError } from "../../core/errors.ts";
import { attributionHtml } from "../../core/tiles/attribution.ts";
import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import { addressEnd } from "../../core/links/address-life.ts";
import { encodeGrant } from "../../core/links/grant.ts";
import { tileExtent, type TileExtent } from "../../core/tiles/tile-extent.ts";
import {
  templatePlace,
  templateQuery,
  templateSize,
  type TileTemplate,
} from "../../core/tiles/tile-template.ts";
import { omittedItems, type ShareTarget } from "../../storage/links/share-targets.ts";
import type { Deps } from "../deps.ts";
import type { OpenedLink } from "../links/shared-link.ts";

/** When a grant ends by itself that is made now, by the password. */
export function grantEnd({ clock }: Pick<Deps, "clock">, { link }: Pick<OpenedLink, "link">): number {
  return addressEnd(link.address_life, clock());
}

/** The pictures of links' documents, where a request says nothing: every client can show them. */
export const LINK_FORMAT = "png";

/** More profiles than a person chooses from; the others are shown by their names. */
const PROFILES_MAX = 100;

/** The profile of a document's grant, and its end: that of the grant it was requested with, if any. */
interface GrantTerms {
  readonly template: TileTemplate;
  /** The name or id of a profile; empty for the default. */
  readonly profile: string;
  readonly expiresAtSeconds: number;
}

/** The TileJSON 3.0.0 document of an opened link, with a grant in its tile URLs. */
export function linkTilejson(
  { config }: Pick<Deps, "config">,
  { link, target, layers, profiles }: OpenedLink,
  { profile, expiresAtSeconds, template }: GrantTerms,
  publicUrl: string,
) {
  const endsAtMs = Math.min(expiresAtSeconds * 1000, link.expires_at.getTime());
  const extent = tileExtent(layers.map((layer) => layer.raster));
  if (extent === undefined) {
    throw new ProblemError("not_found", "The shared target has no raster to show.");
  }
  const baseOf = (shown: string) => {
    const { id: linkId, credential_version: credentialVersion } = link;
    const grant = { linkId, credentialVersion, expiresAtSeconds, profile: shown };
    return `${publicUrl}/v1/share/tiles/${encodeGrant(grant, config.GRANT_SECRET)}`;
  };
  const query = templateQuery(template, LINK_FORMAT);
  const base = baseOf(profile);
  const attribution = attributionOf(target);
  const subject = target.type === "item" ? target.item : target.collection;
  return {
    tilejson: "3.0.0",
    name: subject.name,
    ...(subject.description === null ? {} : { description: subject.description }),
    ...(attribution === undefined ? {} : { attribution }),
    scheme: "xyz",
    tiles: [`${base}/${templatePlace(template)}`],
    ...withinZooms(extent, link),
    ...templateSize(template),
    format: template.format,
    tilejson_url: `${base}/tilejson.json${query}`,
    wmts_url: `${base}/wmts`,
    legend_url: `${base}/legend.svg`,
    legend_png_url: `${base}/legend.png`,
    preview_url: `${base}/preview.webp`,
    profiles: profiles
      .names()
      .slice(0, PROFILES_MAX)
      .map((name) => ({
        name,
        is_shown: profile === "" ? profiles.isDefault(name) : profile === name,
        tilejson_url: `${baseOf(name)}/tilejson.json${query}`,
      })),
    ...(layers.every(({ raster }) => isWithoutData(raster)) ? { nothing_to_show: true } : {}),
    expires_at: new Date(Math.floor(endsAtMs / 1000) * 1000).toISOString(),
    ...(target.type === "collection" && omittedItems(target.collection.item_count) > 0
      ? { items_omitted: omittedItems(target.collection.item_count) }
      : {}),
    // Some of a thousand items have profiles that together are too large; they are drawn without theirs.
    ...(target.type === "collection" && target.profilesOmitted ? { profiles_omitted: true } : {}),
  };
}

/** Whether the sample of a file had no visible pixel. */
function isWithoutData({ warnings }: RasterInfo): boolean {
  return warnings?.some(({ code }) => code === "no_opaque_pixel") === true;
}

/** A collection's own attribution stands for those of its items. */
function attributionOf(target: ShareTarget): string | undefined {
  if (target.type === "item") return attributionHtml([target.item.attribution]);
  const { collection, attributions } = target;
  return attributionHtml(collection.attribution === null ? attributions : [collection.attribution]);
}

/** The extent within the zoom levels that the link shows. */
function withinZooms(extent: TileExtent, { min_zoom: min, max_zoom: max }: OpenedLink["link"]): TileExtent {
  const minzoom = Math.min(Math.max(extent.minzoom, min ?? 0), max ?? Infinity);
  const maxzoom = Math.max(minzoom, Math.min(extent.maxzoom, max ?? Infinity));
  const [lon, lat, zoom] = extent.center;
  return {
    bounds: extent.bounds,
    center: [lon, lat, Math.min(Math.max(zoom, minzoom), maxzoom)],
    minzoom,
    maxzoom,
  };
}
