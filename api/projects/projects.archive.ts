import { z } from "zod";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentProject, projectResponseSchema } from "./present-project.ts";
import { changeProject, projectChangeFields } from "./project-change.ts";

export const projectsArchive = defineOperation({
  id: "projects.archive",
  summary:
    "Archive a project: it takes no new items, uploads or collections, while all that it holds and shares stays.",
  scope: "projects:write",
  sideEffect: "compute",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "ProjectArchiveInput",
  input: z.strictObject(projectChangeFields),
  outputName: "ProjectResponse",
  output: projectResponseSchema,
  resources: { project: { kind: "project", role: "admin", field: "project_id" } },
  async run({ database }: Pick<Deps, "database">, { is_archived: isArchived, ...input }, { resources }) {
    const change = { ...input, is_archived: isArchived ?? true };
    return presentProject(await changeProject(database, resources.project, change));
  },
});
