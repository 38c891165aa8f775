import { documentFinding, findingsOf, type CloseFinding } from "../../core/billing/close-preview.ts";
import { CURRENCY_DECIMALS, type Currency } from "../../core/billing/currencies.ts";
import { formatAmount, parseAmount } from "../../core/billing/money.ts";
import { nextMonth, type Month } from "../../core/billing/month.ts";
import type { Queryable } from "../database/database.ts";
import { readBuyers, readSeller } from "./billing-parties.ts";
import { listBilledOrganizations, tryStatementsOf } from "./write-statements.ts";

/** What closing a month would write for one organization and currency. */
export interface PreviewedStatement {
  readonly organization_id: string;
  /** Null where no statement can be made. */
  readonly currency: string | null;
  readonly total: string | null;
  readonly tiles: number;
  /** The total of the closed month before in this currency. */
  readonly last_total: string | null;
  readonly findings: readonly CloseFinding[];
}

/**
 * Computes all statements of a month and changes nothing: what closing it now would write, and what is
 * remarkable.
 */
export async function* previewClose(
  database: Queryable,
  month: Month,
  changeRatio: number,
): AsyncGenerator<PreviewedStatement> {
  const last = await readLastTotals(database, month);
  const billed = await listBilledOrganizations(database, month);
  const seller = await readSeller(database);
  const buyers = await readBuyers(database, billed);
  const issued = nextMonth(month);
  for await (const [id, computed] of tryStatementsOf(database, billed, month)) {
    if (typeof computed === "string") {
      const findings = [{ kind: "fault", message: computed }] as const;
      yield { organization_id: id, currency: null, total: null, tiles: 0, last_total: null, findings };
      continue;
    }
    for (const statement of computed.statements) {
      const lastTotal = last.get(`${id} ${statement.currency}`);
      if (statement.lines.length === 0 && lastTotal === undefined) continue;
      const parties = { seller, buyer: buyers.get(id) ?? { legal_name: "" }, issued };
      const incomplete = documentFinding(statement, parties);
      yield {
        organization_id: id,
        currency: statement.currency,
        total: statement.total,
        tiles: Number(statement.tiles),
        last_total: lastTotal ?? null,
        findings: [
          ...findingsOf({ statement, card: computed.card, lastTotal }, changeRatio),
          ...(incomplete === undefined ? [] : [incomplete]),
        ],
      };
    }
  }
}

async function readLastTotals(database: Queryable, month: Month): Promise<ReadonlyMap<string, string>> {
  const rows = await database<{ organization_id: string; currency: Currency; total: string }[]>`
    select organization_id, currency, total::text as total from statements
    where month = ${month}::text::date - interval '1 month'`;
  return new Map(
    rows.map(({ organization_id: id, currency, total }) => [
      `${id} ${currency}`,
      formatAmount(parseAmount(total), CURRENCY_DECIMALS[currency]),
    ]),
  );
}
