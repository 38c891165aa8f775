import { z } from "zod";
import { parseEntry } from "../../core/billing/books-entry.ts";
import { periodOf } from "../../core/billing/month.ts";
import { listBooksEntries } from "../../storage/billing/books-entries.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { answeredTimestamp, paging } from "../operations/schemas.ts";

export const billingBooksList = defineOperation({
  id: "billing.books.list",
  summary:
    "The chain of closed months: each entry holds the SHA-256 of what its month was closed with and of the entry before. Anyone can check it: docs/billing-proof.md.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingBooksList",
  input: z.strictObject({
    /** Only entries after this number. */
    after: z.int().min(0).max(1_000_000_000).default(0),
    limit: paging.limit,
  }),
  outputName: null,
  output: z.object({
    entries: z.array(
      z.object({
        entry: z.int(),
        period: z.string(),
        made_at: answeredTimestamp,
        previous: z.string().nullable(),
        /** Of the document. */
        sha256: z.string(),
        document: z.string(),
      }),
    ),
  }),
  async run({ database }: Pick<Deps, "database">, input) {
    const rows = await listBooksEntries(database, input);
    return {
      entries: rows.map(({ entry, month, made_at: madeAt, document, sha256 }) => ({
        entry,
        period: periodOf(month),
        made_at: madeAt.toISOString(),
        previous: parseEntry(document)?.previous ?? null,
        sha256,
        document,
      })),
    };
  },
});
