import { z } from "zod";
import { periodOf } from "../../core/billing/month.ts";
import { listInvoices } from "../../storage/billing/billing-invoices.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { answeredTimestamp, nextOffset, nextOffsetOf, paging } from "../operations/schemas.ts";

export const billingInvoicesList = defineOperation({
  id: "billing.invoices.list",
  summary:
    "The organization's statements as documents, the latest first; billing.statements.document prints them.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "InvoicesInput",
  input: z.strictObject({ limit: paging.limit.default(50), offset: paging.offset }),
  outputName: null,
  output: z.object({
    invoices: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        kind: z.enum(["statement", "invoice"]),
        period: z.string(),
        currency: z.string(),
        total: z.string(),
        tiles: z.int(),
        issued_on: z.string(),
        due_on: z.string().nullable(),
        created_at: answeredTimestamp,
      }),
    ),
    total: z.int(),
    next_offset: nextOffset,
  }),
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    const { invoices, total } = await listInvoices(database, principal.organizationId, input);
    return {
      invoices: invoices.map(({ id, document, month, currency, total: amount, tiles, created_at }) => ({
        id,
        number: document?.number ?? id,
        kind: document?.kind === "invoice" ? ("invoice" as const) : ("statement" as const),
        period: periodOf(month),
        currency,
        total: amount,
        tiles,
        issued_on: document?.issued ?? created_at.toISOString().slice(0, 10),
        due_on: document?.due ?? null,
        created_at: created_at.toISOString(),
      })),
      total,
      next_offset: nextOffsetOf(input, invoices.length, total),
    };
  },
});
