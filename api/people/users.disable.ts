import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { hasOtherAdministrator, listUsers, setUserDisabled } from "../../storage/accounts/users.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { presentUser, userResponseSchema } from "./present-user.ts";
import { requireAdministrator } from "./require-administrator.ts";

export const usersDisable = defineOperation({
  id: "users.disable",
  summary: "Let a person in no more: ends their sessions and the keys that belong to them.",
  scope: "people:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "UserDisableInput",
  input: z.strictObject({ user_id: resourceId }),
  outputName: "UserOutput",
  output: userResponseSchema,
  async run(
    deps: Pick<Deps, "database" | "sessions" | "apiKeys" | "securityLog">,
    input,
    { principal, clientAddress },
  ) {
    const { database, sessions, apiKeys, securityLog } = deps;
    await requireAdministrator(deps, principal);
    const { organizationId } = principal;
    const users = await listUsers(database, organizationId);
    if (!users.some(({ id }) => id === input.user_id)) throw new ProblemError("not_found", "No such person.");
    if (!(await hasOtherAdministrator(database, organizationId, input.user_id))) {
      throw new ProblemError("conflict", "Your organization needs another administrator first.");
    }
    const user = await setUserDisabled(database, organizationId, input.user_id, true);
    if (user === undefined) throw new ProblemError("not_found", "No such person.");
    sessions.forgetAll();
    apiKeys.forgetAll();
    securityLog.note({
      kind: "user_disabled",
      outcome: "allowed",
      organizationId,
      principalType: principal.type,
      principalId: principal.id,
      subject: { user_id: user.id },
      clientAddress,
    });
    return presentUser(user);
  },
});
