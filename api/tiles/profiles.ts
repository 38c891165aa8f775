import { InputError } from "../../core/errors.ts";

/** Refuses a profile that the target does not have; null, empty and "default" mean the default style. */
export function requireKnownProfile(profile: string | null | undefined): void {
  if (profile === null || profile === undefined || profile === "" || profile === "default") return;
  throw InputError.at("profile", "names no profile of the shared target");
}
