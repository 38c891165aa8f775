import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { pauseShareLink } from "../../storage/links/share-links.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { presentShareLink, shareLinkResponseSchema } from "./present-share-link.ts";

export const shareLinkResume = defineOperation({
  id: "share.link.resume",
  summary: "Let a paused link open again, with the same address, password and addresses for map software.",
  scope: "shares:write",
  sideEffect: "export",
  bearer: "required",
  inputName: "ShareLinkResumeInput",
  input: z.strictObject({ link_id: resourceId }),
  outputName: "ShareLinkResponse",
  output: shareLinkResponseSchema,
  resources: { link: { kind: "share_link", role: "editor", field: "link_id" } },
  async run(deps: Pick<Deps, "database" | "meter" | "clock">, _input, { resources: { link } }) {
    if (link.revoked_at !== null) throw new ProblemError("conflict", "The link is revoked; make a new one.");
    const row = await pauseShareLink(deps.database, link.id, false);
    return await presentShareLink(deps, row ?? link);
  },
});
