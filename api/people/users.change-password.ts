import { z } from "zod";
import { newPasswordFault, passwordFault } from "../../core/access/password.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import { findUser } from "../../storage/accounts/users.ts";
import type { Deps } from "../deps.ts";
import { identifyByPassword } from "../oauth/identify.ts";
import { defineOperation } from "../operations/operation.ts";
import { okOutput } from "../operations/schemas.ts";
import { changePassword } from "./change-password.ts";

export const usersChangePassword = defineOperation({
  id: "users.change_password",
  summary: "Replace your own password; ends all your sessions, this one included.",
  scope: "people:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "ChangePasswordInput",
  input: z.strictObject({ current_password: z.string(), new_password: z.string() }),
  outputName: "ChangePasswordOutput",
  output: okOutput,
  async run(
    deps: Pick<Deps, "database" | "passwords" | "throttle" | "pace" | "sessions" | "securityLog" | "clock">,
    input,
    { principal, clientAddress },
  ) {
    if (principal.type !== "user") {
      throw new ProblemError("forbidden", "Only a signed-in person has a password to change.");
    }
    const wrong = passwordFault(input.current_password);
    if (wrong !== undefined) throw InputError.at("current_password", wrong, "password");
    const fault = newPasswordFault(input.new_password);
    if (fault !== undefined) throw InputError.at("new_password", fault, "password");
    const user = await findUser(deps.database, principal.id);
    const who = user && (await identifyByPassword(deps, user.email, input.current_password, clientAddress));
    if (user === undefined || who === undefined) {
      throw new ProblemError("forbidden", "The current password is wrong.");
    }
    const person = { organizationId: user.organization_id, userId: user.id };
    await changePassword(deps, person, input.new_password, clientAddress);
    return { ok: true, id: user.id };
  },
});
