import { z } from "zod";
import { listProjects } from "../../storage/catalog/projects.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { nextOffset, nextOffsetOf, paging, text } from "../operations/schemas.ts";
import { presentProject, projectResponseSchema } from "./present-project.ts";

export const projectsList = defineOperation({
  id: "projects.list",
  summary:
    "The organization's projects by name. A user sees the projects that the user is a member of; an administrator sees all.",
  scope: "projects:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ProjectsListInput",
  input: z.strictObject({
    /** Only projects with exactly this name. */
    name: text(1, 255).nullable().optional(),
    /** Only archived projects, or only the others. */
    is_archived: z.boolean().nullable().optional(),
    ...paging,
  }),
  outputName: "ProjectsListOutput",
  output: z.object({ projects: z.array(projectResponseSchema), total: z.int(), next_offset: nextOffset }),
  async run({ database }: Pick<Deps, "database">, { name, is_archived, limit, offset }, { principal }) {
    const seesAll = principal.type === "api_key" || principal.isOrganizationAdmin;
    const { projects, total } = await listProjects(database, {
      organizationId: principal.organizationId,
      memberId: seesAll ? undefined : principal.id,
      name: name ?? undefined,
      isArchived: is_archived ?? undefined,
      limit,
      offset,
    });
    const next_offset = nextOffsetOf({ offset }, projects.length, total);
    return { projects: projects.map(presentProject), total, next_offset };
  },
});
