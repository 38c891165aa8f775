import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { periodOf } from "../../core/billing/month.ts";
import { CURRENCIES, type Currency } from "../../core/billing/currencies.ts";
import type { BillingStatement } from "../../core/billing/statement.ts";
import { findPeriod } from "../../storage/billing/billing-periods.ts";
import { listCardsOfClosedMonths } from "../../storage/billing/rate-cards.ts";
import { tryStatements } from "../../storage/billing/write-statements.ts";
import {
  findStatements,
  lineRowOf,
  listStatementLines,
  nameLines,
  type StatementRow,
} from "../../storage/billing/statements.ts";
import type { Database } from "../../storage/database/database.ts";
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
  input: z.strictObject({
    organization_id: resourceId,
    period,
    /** Which statement, where a month has several; by default that of the month's rate card. */
    currency: z.enum(CURRENCIES).optional(),
    ...paging,
  }),
  outputName: null,
  output: z.object({
    id: z.string().nullable(),
    organization_id: z.string(),
    period: z.string(),
    /** A draft is not issued yet, but nothing is booked in its month any more. */
    status: z.enum(["closed", "draft", "open"]),
    currency: z.string(),
    /** The currencies of the month's statements. */
    currencies: z.array(z.string()),
    total: z.string(),
    tiles: z.int(),
    line_count: z.int(),
    lines: z.array(statementLineSchema),
  }),
  resources: { account: { kind: "billing_account", role: "viewer", field: "organization_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const { id } = resources.account;
    if (id === null) throw InputError.at("organization_id", "must name one organization");
    const closed = await findStatements(database, id, input.period);
    if (closed.length > 0) {
      const cards = await listCardsOfClosedMonths(database, id);
      const currency = input.currency ?? defaultCurrency(closed, cards.get(input.period)?.currency);
      const found = closed.find((each) => each.currency === currency);
      if (found === undefined) throw noStatement(closed);
      return await presentClosed(database, found, { currencies: closed.map(currencyOf), ...input });
    }
    const computed = await tryStatements(database, id, input.period);
    if (typeof computed === "string")
      throw new ProblemError("conflict", `No statement can be made: ${computed}.`);
    const { statements } = computed;
    const currency = input.currency ?? statements[0].currency;
    const open = statements.find((each) => each.currency === currency);
    if (open === undefined) throw noStatement(statements);
    const isDraft = (await findPeriod(database, input.period))?.closed_at === null;
    const page = { currencies: statements.map(currencyOf), ...input };
    return { ...(await presentOpen(database, id, open, page)), status: isDraft ? "draft" : "open" };
  },
});

interface Page {
  readonly currencies: string[];
  readonly limit: number;
  readonly offset: number;
}

const currencyOf = ({ currency }: { readonly currency: string }) => currency;

/** The currency of the month's card, unless only others have a statement. */
function defaultCurrency(closed: readonly StatementRow[], ofCard: Currency | undefined): string | undefined {
  return closed.some(({ currency }) => currency === ofCard) ? ofCard : closed[0]?.currency;
}

function noStatement(statements: readonly { readonly currency: string }[]): InputError {
  return InputError.at("currency", `the month has statements in ${statements.map(currencyOf).join(", ")}`);
}

async function presentClosed(database: Database, row: StatementRow, page: Page) {
  const lines = await listStatementLines(database, row, page);
  const { id, organization_id, currency, total, tiles, line_count } = row;
  const head = { id, organization_id, period: periodOf(row.month), status: "closed" as const, currency };
  return { ...head, currencies: page.currencies, total, tiles, line_count, lines: lines.map(presentLine) };
}

async function presentOpen(
  database: Database,
  organizationId: string,
  statement: BillingStatement,
  page: Page,
) {
  const shown = statement.lines.slice(page.offset, page.offset + page.limit).map(lineRowOf);
  const lines = await nameLines(database, organizationId, shown);
  return {
    id: null,
    organization_id: organizationId,
    period: periodOf(statement.month),
    currency: statement.currency,
    currencies: page.currencies,
    total: statement.total,
    tiles: Number(statement.tiles),
    line_count: statement.lines.length,
    lines: lines.map(presentLine),
  };
}
