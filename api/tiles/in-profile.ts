import { InputError } from "../../core/errors.ts";
import type { OpenedLink } from "../links/shared-link.ts";
import { profileName } from "./plan-layers.ts";

/** The link with its layers in a profile, by name or id; throws an InputError when no item has it. */
export function inProfile(shared: OpenedLink, profile: string | null | undefined): OpenedLink {
  const name = profileName(profile);
  if (name === "") return shared;
  const layers = shared.profiles.find(name);
  if (layers === undefined) throw InputError.at("profile", "names no profile of the shared target");
  return { ...shared, layers };
}
