import type { Currency } from "../../core/billing/currencies.ts";
import { parseAmount } from "../../core/billing/money.ts";
import type { Month } from "../../core/billing/month.ts";
import type { TileCount } from "../../core/billing/pricing.ts";
import { makeStatements, type CreditNote, type BillingStatement } from "../../core/billing/statement.ts";
import type { Queryable } from "../database/database.ts";
import { chooseRateCard, listCardsOfClosedMonths, listRateCards, type StoredRateCard } from "./rate-cards.ts";

/** What is booked of an organization up to a month, and the cards that may price it. */
export interface StatementInputs {
  readonly month: Month;
  readonly cards: readonly StoredRateCard[];
  /** The cards that priced months that are closed. */
  readonly closed: ReadonlyMap<Month, StoredRateCard>;
  readonly usage: ReadonlyMap<Month, readonly TileCount[]>;
  readonly credits: readonly CreditNote[];
}

/** The statements of an organization's month, and the card that priced the month. */
export interface ComputedStatements {
  /** That of the card's currency first, with or without lines. */
  readonly statements: readonly [BillingStatement, ...BillingStatement[]];
  readonly card: StoredRateCard;
}

/** Reads what the statements of a month are made from; of a sealed month it never changes. */
export async function readStatementInputs(
  database: Queryable,
  organizationId: string,
  month: Month,
): Promise<StatementInputs> {
  return {
    month,
    cards: await listRateCards(database, organizationId),
    closed: await listCardsOfClosedMonths(database, organizationId),
    usage: await readUsage(database, organizationId, month),
    credits: await readCredits(database, organizationId, month),
  };
}

/**
 * The statements of a month: for an open one, what closing it now would write. Throws when no card prices it.
 */
export function computeStatements({
  month,
  cards,
  closed,
  usage,
  credits,
}: StatementInputs): ComputedStatements {
  const usageOf = (each: Month) => ({
    month: each,
    card: closed.get(each) ?? chooseRateCard(cards, each),
    counts: usage.get(each) ?? [],
  });
  const earlier = [...usage.keys()].filter((each) => each < month).sort();
  const own = usageOf(month);
  return { statements: makeStatements(month, own, earlier.map(usageOf), credits), card: own.card };
}

/** Counts by month: of this month, and of every earlier one for which something is booked in this month. */
async function readUsage(
  database: Queryable,
  organizationId: string,
  month: Month,
): Promise<Map<Month, TileCount[]>> {
  const rows = await database<
    { month: string; booked_in: string; link_id: string; target_id: string; tiles: string }[]
  >`
    select month::text as month, booked_in::text as booked_in, link_id, target_id, tile_requests::text as tiles
    from usage_months
    where organization_id = ${organizationId} and booked_in <= ${month}::text::date and tile_requests > 0
      and (month = ${month}::text::date or month in (
        select late.month from usage_months as late
        where late.organization_id = ${organizationId} and late.booked_in = ${month}::text::date and late.tile_requests > 0))`;
  const usage = new Map<Month, TileCount[]>();
  for (const row of rows) {
    const counts = usage.get(row.month) ?? [];
    counts.push({
      bookedIn: row.booked_in,
      linkId: row.link_id,
      targetId: row.target_id,
      tiles: BigInt(row.tiles),
    });
    usage.set(row.month, counts);
  }
  return usage;
}

async function readCredits(database: Queryable, organizationId: string, month: Month): Promise<CreditNote[]> {
  const rows = await database<
    { id: string; belongs_to: string; currency: Currency; amount: string; reason: string }[]
  >`
    select id, belongs_to::text as belongs_to, currency, trim_scale(amount)::text as amount, reason
    from credit_notes where organization_id = ${organizationId} and booked_in = ${month}::text::date order by id`;
  return rows.map(({ belongs_to, amount, ...row }) => ({
    ...row,
    belongsTo: belongs_to,
    amount: parseAmount(amount),
  }));
}
