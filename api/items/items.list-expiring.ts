import { z } from "zod";
import { listExpiringItems } from "../../storage/catalog/expiring-items.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { itemResponseSchema, presentItem } from "./present-item.ts";

/** The most items of one answer. */
const ITEMS_MAX = 1_000;

export const itemsListExpiring = defineOperation({
  id: "items.list_expiring",
  summary:
    "Items of the organization whose `expires_at` comes within some days or has passed, soonest first: up to 1,000 that are not marked as expired.",
  scope: "admin:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ExpiringInput",
  input: z.strictObject({ days: z.int().min(0).max(36_500).default(7) }),
  outputName: null,
  output: z.object({ items: z.array(itemResponseSchema) }),
  async run({ database, clock }: Pick<Deps, "database" | "clock">, { days }, { principal }) {
    const until = new Date(clock() + days * 86_400_000);
    const rows = await listExpiringItems(database, principal.organizationId, until, ITEMS_MAX);
    return { items: rows.map(presentItem) };
  },
});
