import type { Principal } from "../../core/access/access.ts";
import { ProblemError } from "../../core/errors.ts";
import { disableUnlessLast, setUserDisabled } from "../../storage/accounts/users.ts";
import type { Deps } from "../deps.ts";
import { noteByCaller } from "./note-by-caller.ts";
import { presentUser } from "./present-user.ts";
import { requireAdministrator } from "./require-administrator.ts";

/** Disables or enables a person on behalf of an administrator. */
export async function setDisabled(
  deps: Pick<Deps, "database" | "sessions" | "apiKeys" | "securityLog">,
  userId: string,
  isDisabled: boolean,
  caller: { readonly principal: Principal; readonly clientAddress: string },
) {
  await requireAdministrator(deps, caller.principal);
  const { organizationId } = caller.principal;
  const user = await (isDisabled
    ? disableUnlessLast(deps.database, organizationId, userId)
    : setUserDisabled(deps.database, organizationId, userId, false));
  if (user === undefined) throw new ProblemError("not_found", "No such person.");
  if (user === "last_administrator") {
    throw new ProblemError("conflict", "Your organization needs another administrator first.");
  }
  deps.sessions.forgetAll();
  deps.apiKeys.forgetAll();
  const kind = isDisabled ? "user_disabled" : "user_enabled";
  noteByCaller(deps, caller, { kind, subject: { user_id: user.id } });
  return presentUser(user);
}
