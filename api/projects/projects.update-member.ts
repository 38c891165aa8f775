import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { changeMember, updateMember } from "../../storage/catalog/projects.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { lastAdmin, memberResponseSchema, presentMember } from "./present-project.ts";
import { projectRole, resourceId } from "../operations/schemas.ts";

export const projectsUpdateMember = defineOperation({
  id: "projects.update_member",
  summary: "Change a member's role.",
  scope: "projects:write",
  sideEffect: "compute",
  bearer: "required",
  inputName: "UpdateMemberInput",
  input: z.strictObject({ project_id: resourceId, user_id: resourceId, role: projectRole }),
  outputName: "MemberOutput",
  output: memberResponseSchema,
  resources: { project: { kind: "project", role: "admin", field: "project_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const { id } = resources.project;
    const { user_id: userId, role } = input;
    const row = await changeMember(database, id, { userId, role }, (transaction) =>
      updateMember(transaction, id, userId, role),
    );
    if (row === "last_admin") throw lastAdmin();
    if (row === undefined) throw new ProblemError("not_found", "No such member.");
    return presentMember(row);
  },
});
