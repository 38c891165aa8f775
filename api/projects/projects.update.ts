import { z } from "zod";
import { updateProject } from "../../storage/catalog/projects.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { tags } from "../operations/tag-schemas.ts";
import { presentProject, projectResponseSchema } from "./present-project.ts";

export const projectsUpdate = defineOperation({
  id: "projects.update",
  summary: "Change a project's name, description or tags.",
  scope: "projects:write",
  sideEffect: "compute",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "ProjectUpdate",
  input: z.strictObject({
    project_id: resourceId,
    name: text(1, 255).optional(),
    description: text(0, 10_000).nullable().optional(),
    tags: tags.optional(),
  }),
  outputName: "ProjectResponse",
  output: projectResponseSchema,
  resources: { project: { kind: "project", role: "admin", field: "project_id" } },
  async run({ database }: Pick<Deps, "database">, { project_id: _id, ...change }, { resources }) {
    return presentProject(await updateProject(database, resources.project.id, change));
  },
});
