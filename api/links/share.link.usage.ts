import { z } from "zod";
import { listLinkUsage } from "../../storage/links/link-usage.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";

const DAYS_MAX = 366;

export const shareLinkUsage = defineOperation({
  id: "share.link.usage",
  summary:
    "The last days (UTC) of a link: views, tiles, bytes and unique clients. Clients are counted by a hash that changes every day.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ShareLinkUsageInput",
  input: z.strictObject({ link_id: resourceId, days: z.int().min(1).max(DAYS_MAX).default(30) }),
  outputName: "ShareLinkUsageOutput",
  output: z.object({
    link_id: z.string(),
    days: z.array(
      z.object({
        date: z.string().meta({ format: "date" }),
        views: z.int().meta({ description: "Calls of share.link.validate that opened the link." }),
        tiles: z.int(),
        bytes: z.int(),
        unique_clients: z.int(),
      }),
    ),
  }),
  resources: { link: { kind: "share_link", role: "viewer", field: "link_id" } },
  async run({ database, clock }: Pick<Deps, "database" | "clock">, { days }, { resources: { link } }) {
    return { link_id: link.id, days: await listLinkUsage(database, link.id, days, new Date(clock())) };
  },
});
