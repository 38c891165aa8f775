import { z } from "zod";
import { secretHash } from "../../core/access/api-key.ts";
import { findLinkIntroduction } from "../../storage/links/share-links.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { answeredTimestamp, linkCredentials } from "../operations/schemas.ts";

export const shareLinkIntroduce = defineOperation({
  id: "share.link.introduce",
  summary:
    "What a link says of itself before its password: who shares it and until when, if its owner allows it.",
  scope: "shares:read",
  sideEffect: "read",
  bearer: "optional",
  body: BODY_LIMITS.redeem,
  inputName: "ShareLinkIntroduceInput",
  input: z.strictObject({ token: linkCredentials.token }),
  outputName: "ShareLinkIntroduction",
  output: z.object({
    organization: z.string().nullable().meta({
      description: "The organization that shares; null for a link that does not say so, or is not known.",
    }),
    label: z.string().nullable(),
    expires_at: answeredTimestamp.nullable(),
  }),
  async run({ database }: Pick<Deps, "database">, { token }) {
    const { expires_at: end, ...said } = await findLinkIntroduction(database, secretHash(token));
    return { ...said, expires_at: end?.toISOString() ?? null };
  },
});
