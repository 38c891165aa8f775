import { InputError } from "../../core/errors.ts";
import type { OpenedLink } from "../links/shared-link.ts";
import { profileName } from "./plan-layers.ts";

/**
 * The link with its layers in a profile, by name or id. Throws an InputError when no item has it, or when the
 * link does not show it.
 */
export async function inProfile(shared: OpenedLink, profile: string | null | undefined): Promise<OpenedLink> {
  const name = profileName(profile);
  if (name === "") return shared;
  const layers = await shared.profiles.find(name);
  if (layers === undefined) throw InputError.at("profile", "names no profile of the shared target");
  return { ...shared, layers };
}

/** As {@link inProfile}, when the layers are planned already; undefined otherwise. */
export function inPlannedProfile(
  shared: OpenedLink,
  profile: string | null | undefined,
): OpenedLink | undefined {
  const name = profileName(profile);
  if (name === "") return shared;
  const layers = shared.profiles.peek(name);
  return layers && { ...shared, layers };
}
