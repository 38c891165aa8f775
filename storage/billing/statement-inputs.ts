import { parseAmount, type Currency } from "../../core/billing/money.ts";
import type { Month } from "../../core/billing/month.ts";
import type { TileCount } from "../../core/billing/pricing.ts";
import { makeStatement, type CreditNote, type BillingStatement } from "../../core/billing/statement.ts";
import type { Queryable } from "../database/database.ts";
import { chooseRateCard, listCardsOfClosedMonths, listRateCards } from "./rate-cards.ts";

/** A statement and the card of its month. */
export interface ComputedStatement {
  readonly statement: BillingStatement;
  readonly rateCardId: string;
}

/**
 * The statement of an organization's month from what is booked up to it. For a sealed month the answer never
 * changes, because nothing that goes into it does; for an open month it is what closing it now would give.
 */
export async function computeStatement(
  database: Queryable,
  organizationId: string,
  month: Month,
): Promise<ComputedStatement> {
  const cards = await listRateCards(database, organizationId);
  const closed = await listCardsOfClosedMonths(database, organizationId);
  const usage = await readUsage(database, organizationId, month);
  const usageOf = (each: Month) => ({
    month: each,
    card: closed.get(each) ?? chooseRateCard(cards, each),
    counts: usage.get(each) ?? [],
  });
  const earlier = [...usage.keys()].filter((each) => each < month).sort();
  const credits = await readCredits(database, organizationId, month);
  const own = usageOf(month);
  return { statement: makeStatement(month, own, earlier.map(usageOf), credits), rateCardId: own.card.id };
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
