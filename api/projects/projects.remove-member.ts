import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { changeMember, deleteMember } from "../../storage/catalog/projects.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { lastAdmin } from "./present-project.ts";

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
    const { id } = resources.project;
    const removed = await changeMember(
      database,
      id,
      { userId: input.user_id, role: undefined },
      (transaction) => deleteMember(transaction, id, input.user_id),
    );
    if (removed === "last_admin") throw lastAdmin();
    if (!removed) throw new ProblemError("not_found", "No such member.");
    return { ok: true };
  },
});
