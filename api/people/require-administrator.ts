import type { Principal } from "../../core/access/access.ts";
import { ProblemError } from "../../core/errors.ts";
import { findApiKey } from "../../storage/accounts/api-keys.ts";
import type { Deps } from "../deps.ts";

/**
 * Whether a caller administers its organization: a person with that role, or a key that no other key made,
 * because only administrators can make one.
 */
export async function isAdministrator(
  { database }: Pick<Deps, "database">,
  principal: Principal,
): Promise<boolean> {
  if (principal.type === "user") return principal.isOrganizationAdmin;
  const key = await findApiKey(database, principal.organizationId, principal.id);
  return key?.parent_key_id === null;
}

/** Throws `forbidden` for a caller that does not administer its organization. */
export async function requireAdministrator(
  deps: Pick<Deps, "database">,
  principal: Principal,
): Promise<void> {
  if (await isAdministrator(deps, principal)) return;
  throw new ProblemError("forbidden", "Only an administrator of your organization may do this.");
}
