import { z } from "zod";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { userResponseSchema } from "./present-user.ts";
import { setDisabled } from "./set-disabled.ts";

export const usersDisable = defineOperation({
  id: "users.disable",
  summary: "Disable a person: they cannot sign in, and their sessions and keys stop working.",
  scope: "people:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "UserDisableInput",
  input: z.strictObject({ user_id: resourceId }),
  outputName: "UserOutput",
  output: userResponseSchema,
  run: (deps: Pick<Deps, "database" | "sessions" | "apiKeys" | "securityLog">, input, context) =>
    setDisabled(deps, input.user_id, true, context),
});
