import { z } from "zod";
import { PROJECT_ROLES } from "../../core/access/access.ts";
import { ProblemError } from "../../core/errors.ts";
import { changeMember, isUserOfOrganization, upsertMember } from "../../storage/catalog/projects.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { lastAdmin, memberResponseSchema, presentMember } from "./present-project.ts";
import { projectRole, resourceId } from "../operations/schemas.ts";

export const projectsAddMember = defineOperation({
  id: "projects.add_member",
  summary: `Add a user to a project with a role (${[...PROJECT_ROLES].reverse().join(", ")}).`,
  scope: "projects:write",
  sideEffect: "compute",
  bearer: "required",
  inputName: "AddMemberInput",
  input: z.strictObject({
    project_id: resourceId,
    user_id: resourceId,
    role: projectRole.prefault("editor"),
  }),
  outputName: "MemberOutput",
  output: memberResponseSchema,
  resources: { project: { kind: "project", role: "admin", field: "project_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const { project } = resources;
    const known = await isUserOfOrganization(database, input.user_id, project.organization_id);
    if (!known) throw new ProblemError("not_found", "No such user.");
    const { user_id: userId, role } = input;
    const row = await changeMember(database, project.id, { userId, role }, (transaction) =>
      upsertMember(transaction, project.id, userId, role),
    );
    if (row === "last_admin") throw lastAdmin();
    return presentMember(row);
  },
});
