import { z } from "zod";
import { listMembers } from "../../storage/catalog/projects.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { nextOffset, nextOffsetOf, paging, resourceId } from "../operations/schemas.ts";
import { toWire } from "../operations/wire.ts";
import { memberResponseSchema, presentMember } from "./present-project.ts";

export const projectsListMembers = defineOperation({
  id: "projects.list_members",
  summary: "The members of a project and their roles, by name.",
  scope: "projects:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ListMembersInput",
  input: z.strictObject({ project_id: resourceId, ...paging }),
  outputName: "ListMembersOutput",
  output: z.object({
    members: z.array(memberResponseSchema.extend({ name: z.string(), email: z.string() })),
    total: z.int(),
    next_offset: nextOffset,
  }),
  resources: { project: { kind: "project", role: "viewer", field: "project_id" } },
  async run({ database }: Pick<Deps, "database">, { limit, offset }, { resources }) {
    const { members, total } = await listMembers(database, resources.project.id, { limit, offset });
    return {
      members: members.map((row) => ({ ...presentMember(row), ...toWire(row, ["name", "email"]) })),
      total,
      next_offset: nextOffsetOf({ offset }, members.length, total),
    };
  },
});
