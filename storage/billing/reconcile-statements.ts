import { formatAmount, parseAmount } from "../../core/billing/money.ts";
import type { Month } from "../../core/billing/month.ts";
import type { BillingStatement } from "../../core/billing/statement.ts";
import { findPeriod } from "./billing-periods.ts";
import type { Database } from "../database/database.ts";
import { outcomeOf, type CheckOutcome, type Comparison } from "./reconcile.ts";
import {
  lineRowOf,
  listStatementLines,
  listStatements,
  type StatementLineRow,
  type StatementRow,
} from "./statements.ts";
import { tryStatementsOf } from "./write-statements.ts";

/** As many as their numbers can count. */
const ALL = { limit: 2 ** 31 - 1, offset: 0 };

/**
 * Makes every statement of a closed month again from what is booked, and compares it with the kept one, line
 * by line. Accounts that are left open have none yet.
 */
export async function compareStatements(database: Database, month: Month): Promise<CheckOutcome> {
  const check = "monthly rollups = statements";
  const period = await findPeriod(database, month);
  if (period === undefined || period.closed_at === null) return outcomeOf(check, []);
  const organizations = await database<{ organization_id: string }[]>`
    select organization_id from billing_period_cards where month = ${month}::text::date
    union select organization_id from usage_months where booked_in = ${month}::text::date
    union select organization_id from statements where month = ${month}::text::date
    except select organization_id from billing_open_accounts where month = ${month}::text::date order by 1`;
  const keptOf = new Map<string, StatementRow[]>();
  for (const row of await listStatements(database, { organizationId: null, month }, ALL)) {
    const kept = keptOf.get(row.organization_id);
    if (kept === undefined) keptOf.set(row.organization_id, [row]);
    else kept.push(row);
  }
  const comparisons: Omit<Comparison, "check">[] = [];
  const ids = organizations.map((row) => row.organization_id);
  for await (const [id, computed] of tryStatementsOf(database, ids, month)) {
    const place = `organization ${id}`;
    if (typeof computed === "string") {
      comparisons.push({ place, expected: "statements", found: `none can be made: ${computed}` });
      continue;
    }
    const kept = keptOf.get(id) ?? [];
    const filled = computed.statements.filter(({ lines }) => lines.length > 0);
    const currencies = new Set([...filled, ...kept].map(({ currency }) => currency));
    for (const currency of [...currencies].sort()) {
      const of = (each: { readonly currency: string }) => each.currency === currency;
      const row = kept.find(of);
      const lines = row === undefined ? [] : await listStatementLines(database, row, ALL);
      comparisons.push(...compareStatement(`${place} ${currency}`, filled.find(of), row, lines));
    }
  }
  return outcomeOf(check, comparisons);
}

function compareStatement(
  place: string,
  statement: BillingStatement | undefined,
  kept: StatementRow | undefined,
  lines: readonly StatementLineRow[],
): Omit<Comparison, "check">[] {
  const expected = (statement?.lines ?? []).map((line) => describeLine(lineRowOf(line)));
  const found = lines.map(describeLine);
  const numbers = Array.from({ length: Math.max(expected.length, found.length) }, (_, index) => index);
  return [
    {
      place,
      expected: statement === undefined ? "no statement" : describeStatement(statement),
      found: kept === undefined ? "no statement" : describeKept(kept, lines),
    },
    ...numbers.map((index) => ({
      place: `${place} line ${index + 1}`,
      expected: expected[index] ?? "no line",
      found: found[index] ?? "no line",
    })),
  ];
}

function describeLine(line: StatementLineRow): string {
  const { kind, belongs_to, link_id, target_id, tier, quantity, unit_price, amount } = line;
  const what = `${kind} of ${belongs_to.slice(0, 7)} link ${link_id} item ${target_id} tier ${tier}`;
  const why = `card ${line.rate_card_id} credit note ${line.credit_note_id} "${line.description}"`;
  return `${what}: ${quantity} x ${unit_price} / 1000 = ${amount}, ${why}`;
}

function describeStatement({ lines, tiles, total }: BillingStatement): string {
  const sum = sumOf(lines.map(({ amount }) => amount));
  return `${lines.length} lines, ${tiles} tiles, lines sum to ${sum}, total ${formatAmount(parseAmount(total))}`;
}

function describeKept(
  { line_count, tiles, total }: StatementRow,
  lines: readonly StatementLineRow[],
): string {
  const sum = sumOf(lines.map(({ amount }) => amount));
  return `${line_count} lines, ${tiles} tiles, lines sum to ${sum}, total ${formatAmount(parseAmount(total))}`;
}

function sumOf(amounts: readonly string[]): string {
  return formatAmount(amounts.reduce((sum, amount) => sum + parseAmount(amount), 0n));
}

/** What statements in one currency come to. */
export interface CurrencyTotal {
  readonly currency: string;
  readonly amount: string;
  readonly tiles: string;
}

/**
 * What the statements of a month come to by currency, for one organization or for all, up to an entry of the
 * books or all: what its exports must sum to.
 */
export async function sumStatements(
  database: Database,
  month: Month,
  organizationId: string | null,
  throughEntry: number | null,
): Promise<CurrencyTotal[]> {
  return await database<CurrencyTotal[]>`
    select currency, trim_scale(sum(total))::text as amount, sum(tiles)::text as tiles from statements
    where month = ${month}::text::date and (${organizationId}::uuid is null or organization_id = ${organizationId})
      and (${throughEntry}::integer is null
        or id in (select statement_id from statement_digests where entry <= ${throughEntry}))
    group by currency order by currency`;
}
