import { z } from "zod";
import { deleteProject, findProjectContents } from "../../storage/catalog/delete-project.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";

export const projectsDelete = defineOperation({
  id: "projects.delete",
  summary:
    "Soft-delete a project with all that it holds; its links open nothing from then on. `preview` says what would go.",
  scope: "projects:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "ProjectDeleteInput",
  input: z.strictObject({
    project_id: resourceId,
    /** Deletes nothing, and answers what would go. */
    preview: z.boolean().default(false),
  }),
  outputName: "ProjectDeleteOutput",
  output: z.object({
    deleted: z.boolean().default(true),
    project_id: z.string(),
    storage_freed_bytes: z.int().default(0),
    items: z.int(),
    collections: z.int(),
    /** Links that open something now, and nothing once the project is deleted. */
    live_links: z.int(),
  }),
  auditedAnswer: ["storage_freed_bytes", "items", "collections", "live_links"],
  resources: { project: { kind: "project", role: "admin", field: "project_id" } },
  async run({ database }: Pick<Deps, "database">, { preview }, { resources: { project } }) {
    const contents = await findProjectContents(database, project.id);
    if (!preview) await deleteProject(database, project.id);
    return {
      deleted: !preview,
      project_id: project.id,
      storage_freed_bytes: contents.bytes,
      items: contents.items,
      collections: contents.collections,
      live_links: contents.live_links,
    };
  },
});
