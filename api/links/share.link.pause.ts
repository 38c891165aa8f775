import { z } from "zod";
import { ProblemError } from "../../core/errors.ts";
import { pauseShareLink } from "../../storage/links/share-links.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { presentShareLink, shareLinkResponseSchema } from "./present-share-link.ts";

export const shareLinkPause = defineOperation({
  id: "share.link.pause",
  summary:
    "Pause a link at once, until it is resumed. It opens nothing meanwhile; its password and its addresses work again afterwards.",
  scope: "shares:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "ShareLinkPauseInput",
  input: z.strictObject({ link_id: resourceId }),
  outputName: "ShareLinkResponse",
  output: shareLinkResponseSchema,
  resources: { link: { kind: "share_link", role: "editor", field: "link_id" } },
  async run(deps: Pick<Deps, "database" | "meter" | "clock">, _input, { resources: { link } }) {
    if (link.revoked_at !== null) throw new ProblemError("conflict", "The link is revoked; make a new one.");
    const row = await pauseShareLink(deps.database, link.id, true);
    return await presentShareLink(deps, row ?? link);
  },
});
