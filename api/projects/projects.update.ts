import { z } from "zod";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentProject, projectResponseSchema } from "./present-project.ts";
import { changeProject, projectChangeFields } from "./project-change.ts";

export const projectsUpdate = defineOperation({
  id: "projects.update",
  summary: "Change a project's name, description or tags, or whether it is archived.",
  scope: "projects:write",
  sideEffect: "compute",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "ProjectUpdateInput",
  input: z.strictObject(projectChangeFields),
  outputName: "ProjectResponse",
  output: projectResponseSchema,
  resources: { project: { kind: "project", role: "admin", field: "project_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    return presentProject(await changeProject(database, resources.project, input));
  },
});
