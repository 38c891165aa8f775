import { z } from "zod";
import { listUsers } from "../../storage/accounts/users.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentUser, userResponseSchema } from "./present-user.ts";
import { requireAdministrator } from "./require-administrator.ts";

export const usersList = defineOperation({
  id: "users.list",
  summary: "The people of your organization, for administrators.",
  scope: "people:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "UsersListInput",
  input: z.strictObject({}),
  outputName: "UsersListOutput",
  output: z.object({ users: z.array(userResponseSchema) }),
  async run(deps: Pick<Deps, "database">, _input, { principal }) {
    await requireAdministrator(deps, principal);
    return { users: (await listUsers(deps.database, principal.organizationId)).map(presentUser) };
  },
});
