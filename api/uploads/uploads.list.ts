import { z } from "zod";
import { listUploads, UPLOAD_STATUSES } from "../../storage/catalog/uploads.ts";
import type { Deps } from "../deps.ts";
import { visibleProjectIds } from "../items/search-input.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { presentUpload, uploadOutputSchema } from "./present-upload.ts";

export const uploadsList = defineOperation({
  id: "uploads.list",
  summary: "Uploads of a project, or of all projects that the caller sees, newest first.",
  scope: "uploads:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "UploadsListInput",
  input: z.strictObject({
    project_id: resourceId.nullable().optional(),
    status: z.enum(UPLOAD_STATUSES).nullable().optional(),
    limit: z.int().min(1).max(1_000).default(100),
    before: resourceId.nullable().optional(),
  }),
  outputName: "UploadsListOutput",
  output: z.object({ uploads: z.array(uploadOutputSchema), next_before: z.string().nullable() }),
  resources: { project: { kind: "project", role: "viewer", field: "project_id" } },
  async run({ database }: Pick<Deps, "database">, { status, limit, before }, { principal, resources }) {
    const projectIds = resources.project
      ? [resources.project.id]
      : await visibleProjectIds(database, principal);
    const rows = await listUploads(database, {
      organizationId: principal.organizationId,
      projectIds,
      status: status ?? undefined,
      beforeId: before ?? undefined,
      limit: limit + 1,
    });
    const uploads = rows.slice(0, limit);
    const next_before = rows.length > limit ? (uploads.at(-1)?.id ?? null) : null;
    return { uploads: uploads.map(presentUpload), next_before };
  },
});
