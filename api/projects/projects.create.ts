import { z } from "zod";
import { insertProject } from "../../storage/catalog/projects.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentProject, projectResponseSchema, REGIONS } from "./present-project.ts";
import { text } from "../operations/schemas.ts";
import { tags } from "../operations/tag-schemas.ts";

export const projectsCreate = defineOperation({
  id: "projects.create",
  summary: "Create a project in the caller's organization.",
  scope: "projects:write",
  sideEffect: "compute",
  bearer: "required",
  idempotent: true,
  body: BODY_LIMITS.text,
  inputName: "ProjectCreate",
  input: z.strictObject({
    name: text(1, 255),
    description: text(0, 10_000).nullable().optional(),
    tags: tags.optional(),
    gcs_region: z.enum(REGIONS).default("australia-southeast1"),
  }),
  outputName: "ProjectResponse",
  output: projectResponseSchema,
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    const row = await insertProject(database, {
      organizationId: principal.organizationId,
      name: input.name,
      description: input.description ?? null,
      region: input.gcs_region,
      tags: input.tags ?? {},
      adminUserId: principal.type === "user" ? principal.id : undefined,
    });
    return presentProject(row);
  },
});
