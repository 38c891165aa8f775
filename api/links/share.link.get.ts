import { z } from "zod";
import { findTargetName } from "../../storage/links/share-links.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { namedLinkSchema, presentShareLink } from "./present-share-link.ts";
import { resourceId } from "../operations/schemas.ts";

export const shareLinkGet = defineOperation({
  id: "share.link.get",
  summary:
    "One link of the organization with its limits and what it has used of them; never its token or password.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ShareLinkGetInput",
  input: z.strictObject({ link_id: resourceId }),
  outputName: "ShareLinkGetOutput",
  output: namedLinkSchema,
  resources: { link: { kind: "share_link", role: "viewer", field: "link_id" } },
  async run(deps: Pick<Deps, "database" | "meter" | "clock">, _input, { resources: { link } }) {
    const target_name = await findTargetName(deps.database, link.id);
    return { ...(await presentShareLink(deps, link)), target_name };
  },
});
