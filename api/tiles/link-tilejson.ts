import { ProblemError } from "../../core/errors.ts";
import { encodeGrant } from "../../core/links/grant.ts";
import { tileExtent } from "../../core/tiles/tile-extent.ts";
import type { Deps } from "../deps.ts";
import type { OpenedLink } from "../links/shared-link.ts";

/**
 * A grant ends with its link, and after a day at the latest: a map that stays open longer requests a new one.
 */
const GRANT_SECONDS_MAX = 86_400;

/** The TileJSON 3.0.0 document of an opened link, with a fresh grant in its tile URLs. */
export function linkTilejson(
  { config, clock }: Pick<Deps, "config" | "clock">,
  { link, target, layers }: OpenedLink,
  profile: string,
  publicUrl: string,
) {
  const extent = tileExtent(layers.map((layer) => layer.raster));
  if (extent === undefined) {
    throw new ProblemError("not_found", "The shared target has no raster to show.");
  }
  const expiresAtSeconds = Math.floor(
    Math.min(link.expires_at.getTime() / 1000, clock() / 1000 + GRANT_SECONDS_MAX),
  );
  const grant = encodeGrant(
    { linkId: link.id, credentialVersion: link.credential_version, expiresAtSeconds, profile },
    config.GRANT_SECRET,
  );
  const base = `${publicUrl}/v1/share/tiles/${grant}`;
  const subject = target.type === "item" ? target.item : target.collection;
  return {
    tilejson: "3.0.0",
    name: subject.name,
    ...(subject.description === null ? {} : { description: subject.description }),
    scheme: "xyz",
    tiles: [`${base}/{z}/{x}/{y}.png`],
    ...extent,
    tile_size: 256,
    tilejson_url: `${base}/tilejson.json`,
    wmts_url: `${base}/wmts`,
    expires_at: new Date(expiresAtSeconds * 1000).toISOString(),
  };
}
