import { InputError } from "../../core/errors.ts";
import { newPasswordFault } from "../../core/access/password.ts";
import { findSharePasswordMinLength } from "../../storage/accounts/organizations.ts";
import type { Deps } from "../deps.ts";

/** The hash of a link's new password; an InputError when it is shorter than its organization asks. */
export async function hashLinkPassword(
  { database, passwords }: Pick<Deps, "database" | "passwords">,
  password: string,
  organizationId: string,
): Promise<string> {
  const charactersMin = await findSharePasswordMinLength(database, organizationId);
  const fault = newPasswordFault(password, charactersMin);
  if (fault !== undefined) throw InputError.at("password", `password ${fault}, as your organization asks`);
  return await passwords.hash(password, organizationId);
}
