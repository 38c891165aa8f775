import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { deleteMember } from "../../storage/catalog/projects.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";

export const projectsRemoveMember = defineOperation({
  id: "projects.remove_member",
  summary: "Remove a member.",
  scope: "projects:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "RemoveMemberInput",
  input: z.strictObject({ project_id: resourceId, user_id: resourceId }),
  outputName: "RemoveMemberOutput",
  output: z.object({ ok: z.boolean().default(true) }),
  resources: { project: { kind: "project", role: "admin", field: "project_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const removed = await deleteMember(database, resources.project.id, input.user_id);
    if (!removed) throw new ProblemError("not_found", "No such member.");
    return { ok: true };
  },
});
