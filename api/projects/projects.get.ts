import { z } from "zod";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { presentProject, projectResponseSchema } from "./present-project.ts";

export const projectsGet = defineOperation({
  id: "projects.get",
  summary: "Get one project.",
  scope: "projects:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ProjectGetInput",
  input: z.strictObject({ project_id: resourceId }),
  outputName: "ProjectResponse",
  output: projectResponseSchema,
  resources: { project: { kind: "project", role: "viewer", field: "project_id" } },
  run: (_deps, _input, { resources }) => Promise.resolve(presentProject(resources.project)),
});
