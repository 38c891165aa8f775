import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { updateProject, type ProjectRow } from "../../storage/catalog/projects.ts";
import type { Queryable } from "../../storage/database/database.ts";
import { resourceId, text } from "../operations/schemas.ts";
import { sentFields } from "../operations/sent-fields.ts";
import { tags } from "../operations/tag-schemas.ts";

/** What can be changed of a project. */
export const projectChangeFields = {
  project_id: resourceId,
  name: text(1, 255).nullable().optional(),
  description: text(0, 10_000).nullable().optional(),
  is_archived: z.boolean().nullable().optional(),
  tags: tags.optional(),
};

type Change = Partial<Pick<ProjectRow, "name" | "description" | "is_archived" | "tags">>;

/** Changes a project by the fields that were sent; throws `not_found` when it is deleted meanwhile. */
export async function changeProject(
  database: Queryable,
  project: ProjectRow,
  input: { readonly [Field in keyof Change]: Change[Field] | null | undefined },
): Promise<ProjectRow> {
  const change: Change = sentFields(input, ["name", "description", "is_archived", "tags"], ["description"]);
  const row = await updateProject(database, project.id, change);
  if (row === undefined) throw new ProblemError("not_found", "No such project.");
  return row;
}
