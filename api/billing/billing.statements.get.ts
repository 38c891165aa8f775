import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { periodOf } from "../../core/billing/month.ts";
import { computeStatement } from "../../storage/billing/statement-inputs.ts";
import { findStatement, listStatementLines } from "../../storage/billing/statements.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { presentLine, statementLineSchema } from "./present-billing.ts";
import { paging, resourceId } from "../operations/schemas.ts";
import { period } from "./billing-schemas.ts";

export const billingStatementsGet = defineOperation({
  id: "billing.statements.get",
  summary: "The statement of a month: closed, or as closing the month now would make it.",
  scope: "billing:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "BillingStatementsGet",
  input: z.strictObject({ organization_id: resourceId, period, ...paging }),
  outputName: null,
  output: z.object({
    id: z.string().nullable(),
    organization_id: z.string(),
    period: z.string(),
    status: z.enum(["closed", "open"]),
    currency: z.string(),
    total: z.string(),
    tiles: z.int(),
    line_count: z.int(),
    lines: z.array(statementLineSchema),
  }),
  resources: { account: { kind: "billing_account", role: "viewer", field: "organization_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const { id } = resources.account;
    if (id === null) throw InputError.at("organization_id", "must name one organization");
    const closed = await findStatement(database, id, input.period);
    if (closed !== undefined) {
      const lines = await listStatementLines(database, closed, input);
      const { id: statementId, organization_id, currency, total, tiles, line_count } = closed;
      const head = { id: statementId, organization_id, period: periodOf(closed.month), currency, total };
      return { ...head, status: "closed", tiles, line_count, lines: lines.map(presentLine) };
    }
    const { statement } = await computeStatement(database, id, input.period);
    return {
      id: null,
      organization_id: id,
      period: periodOf(input.period),
      status: "open",
      currency: statement.currency,
      total: statement.total,
      tiles: Number(statement.tiles),
      line_count: statement.lines.length,
      lines: statement.lines.slice(input.offset, input.offset + input.limit).map((line) => ({
        number: line.number,
        kind: line.kind,
        belongs_to: periodOf(line.belongsTo),
        link_id: line.linkId,
        target_id: line.targetId,
        tier: line.tier,
        quantity: line.quantity === null ? null : Number(line.quantity),
        unit_price: line.unitPrice,
        amount: line.amount,
        rate_card_id: line.rateCardId,
        credit_note_id: line.creditNoteId,
        description: line.description,
      })),
    };
  },
});
