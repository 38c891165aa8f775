import { z } from "zod";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { userResponseSchema } from "./present-user.ts";
import { setDisabled } from "./set-disabled.ts";

export const usersEnable = defineOperation({
  id: "users.enable",
  summary: "Enable a disabled person; ended sessions stay ended.",
  scope: "people:write",
  sideEffect: "compute",
  bearer: "required",
  inputName: "UserEnableInput",
  input: z.strictObject({ user_id: resourceId }),
  outputName: "UserOutput",
  output: userResponseSchema,
  run: (deps: Pick<Deps, "database" | "sessions" | "apiKeys" | "securityLog">, input, context) =>
    setDisabled(deps, input.user_id, false, context),
});
