import type { Clock } from "../../core/clock.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import { linkStanding } from "../../core/links/share-link.ts";
import type { PlanLayer } from "../../core/tiles/plan-layer.ts";
import type { Database } from "../../storage/database/database.ts";
import { findShareTarget } from "../../storage/links/share-targets.ts";
import type { WarmTargetType } from "../../storage/warm-ups/warm-ups.ts";
import type { LinkDirectory } from "../links/link-directory.ts";
import { profileName, ProfileLayers } from "../tiles/plan-layers.ts";

/** What {@link findWarmTarget} needs. */
export interface WarmTargetDeps {
  readonly database: Database;
  readonly links: LinkDirectory;
  readonly clock: Clock;
}

/** What is drawn before it is looked at: layers, and the zoom levels that are shown of them. */
export interface WarmTarget {
  readonly layers: readonly PlanLayer[];
  readonly zoomMin: number | null;
  readonly zoomMax: number | null;
}

/** Names a target and how it is drawn. */
interface TargetName {
  readonly targetType: WarmTargetType;
  readonly targetId: string;
  /** Null for the default one. */
  readonly profile: string | null;
}

/**
 * The layers of a target, as its viewers get them; undefined when the target is deleted, or its link is
 * revoked or expired. Throws an InputError when it has no such profile.
 */
export async function findWarmTarget(
  deps: WarmTargetDeps,
  { targetType, targetId, profile }: TargetName,
): Promise<WarmTarget | undefined> {
  const name = profileName(profile);
  const shown =
    targetType === "link"
      ? await ofLink(deps, targetId)
      : await ofOwner(deps, { type: targetType, id: targetId, name });
  if (shown === undefined) return undefined;
  const layers = name === "" ? await shown.profiles.findDefault() : await shown.profiles.find(name);
  if (layers === undefined) throw InputError.at("profile", "names no profile of the target");
  return { ...shown, layers };
}

async function ofLink({ links, clock }: WarmTargetDeps, id: string) {
  const shared = await links.findById(id);
  if (shared === undefined || shared.target === undefined) return undefined;
  const { link, profiles } = shared;
  if (linkStanding(link, clock()) !== "live") return undefined;
  return { profiles, zoomMin: link.min_zoom, zoomMax: link.max_zoom };
}

async function ofOwner(
  { database }: WarmTargetDeps,
  { type, id, name }: { readonly type: "item" | "collection"; readonly id: string; readonly name: string },
) {
  const target = await findShareTarget(database, type, id, name === "" ? [] : [name]);
  if (target === undefined) return undefined;
  // A mosaic is drawn without the items that are being prepared.
  const rasters = target.rasters.map((item) => ({
    ...item,
    assets: type === "item" ? item.assets : item.assets.filter(({ state }) => state === "ready"),
  }));
  return { profiles: new ProfileLayers(rasters, undefined), zoomMin: null, zoomMax: null };
}

/** The failure of a call whose target is no longer there. */
export function targetGone(): ProblemError {
  return new ProblemError("not_found", "The target is deleted, or its link is revoked, paused or expired.");
}
