import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { setUserDisabled } from "../../storage/accounts/users.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { presentUser, userResponseSchema } from "./present-user.ts";
import { requireAdministrator } from "./require-administrator.ts";

export const usersEnable = defineOperation({
  id: "users.enable",
  summary: "Let a disabled person in again; their sessions stay ended.",
  scope: "people:write",
  sideEffect: "compute",
  bearer: "required",
  inputName: "UserEnableInput",
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
    const user = await setUserDisabled(database, organizationId, input.user_id, false);
    if (user === undefined) throw new ProblemError("not_found", "No such person.");
    sessions.forgetAll();
    apiKeys.forgetAll();
    securityLog.note({
      kind: "user_enabled",
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
