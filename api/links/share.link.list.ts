import { z } from "zod";
import { listShareLinks } from "../../storage/links/share-links.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { namedLinkSchema, presentShareLink } from "./present-share-link.ts";
import { nextOffset, nextOffsetOf, paging, resourceId } from "../operations/schemas.ts";

export const shareLinkList = defineOperation({
  id: "share.link.list",
  summary:
    "The organization's links, newest first. A user sees the links of the projects that the user is a member of.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ShareLinkListInput",
  input: z.strictObject({
    project_id: resourceId.nullable().optional(),
    target_id: resourceId.nullable().optional(),
    ...paging,
  }),
  outputName: "ShareLinkListOutput",
  output: z.object({
    links: z.array(namedLinkSchema),
    total: z.int(),
    limit: z.int(),
    offset: z.int(),
    next_offset: nextOffset,
  }),
  resources: { project: { kind: "project", role: "viewer", field: "project_id" } },
  async run(
    deps: Pick<Deps, "database" | "meter" | "clock">,
    { target_id, limit, offset },
    { resources, principal },
  ) {
    const seesAll = principal.type === "api_key" || principal.isOrganizationAdmin;
    const { links, total } = await listShareLinks(deps.database, {
      organizationId: principal.organizationId,
      memberId: seesAll ? undefined : principal.id,
      projectId: resources.project?.id,
      targetId: target_id ?? undefined,
      limit,
      offset,
    });
    const presented = await Promise.all(
      links.map(async (link) => ({ ...(await presentShareLink(deps, link)), target_name: link.target_name })),
    );
    return {
      links: presented,
      total,
      limit,
      offset,
      next_offset: nextOffsetOf({ offset }, links.length, total),
    };
  },
});
