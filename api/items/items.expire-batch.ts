import { z } from "zod";
import { expireItems } from "../../storage/catalog/expiring-items.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";

/** The most items of one call. */
const ITEMS_MAX = 1_000;

export const itemsExpireBatch = defineOperation({
  id: "items.expire_batch",
  summary:
    "Mark items of the organization whose `expires_at` has passed as expired, up to 1,000 a call. Nothing is deleted, and links go on showing them.",
  scope: "admin:write",
  sideEffect: "compute",
  bearer: "required",
  inputName: "_Empty",
  input: z.strictObject({}),
  outputName: null,
  output: z.object({ expired: z.int(), is_complete: z.boolean() }),
  auditedAnswer: ["expired"],
  async run({ database, clock }: Pick<Deps, "database" | "clock">, _input, { principal }) {
    const now = new Date(clock());
    const expired = await expireItems(database, principal.organizationId, now, ITEMS_MAX);
    return { expired, is_complete: expired < ITEMS_MAX };
  },
});
