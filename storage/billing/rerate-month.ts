import { InputError } from "../../core/errors.ts";
import type { TileCount } from "../../core/billing/pricing.ts";
import { periodOf, type Month } from "../../core/billing/month.ts";
import type { RateCard } from "../../core/billing/rate-card.ts";
import { rerate, type Rerating } from "../../core/billing/rerate.ts";
import type { Database, Queryable } from "../database/database.ts";
import { changeBooks, firstUnissuedMonth } from "./billing-books.ts";
import { bookNote, type BillingNoteRow } from "./billing-notes.ts";
import {
  insertRerateCard,
  listCardsOfClosedMonths,
  listCardsOfReratedMonths,
  type StoredRateCard,
} from "./rate-cards.ts";

/** Terms that price a month anew. */
export type Terms = Omit<RateCard, "id">;

/** A closed month priced anew, and the card that priced it until now. */
export interface ReratedMonth extends Rerating {
  readonly from: StoredRateCard;
}

/**
 * What a closed month of an organization would cost with other prices; undefined for a month that is not
 * closed for it. Late tiles that are booked in a month that is still open are left out: they are priced by
 * the new card when that month closes. Throws an InputError for prices in another currency.
 */
export async function rerateMonth(
  database: Queryable,
  organizationId: string,
  month: Month,
  terms: Terms,
): Promise<ReratedMonth | undefined> {
  const open = await firstUnissuedMonth(database);
  const closed = await listCardsOfClosedMonths(database, organizationId);
  const rerated = await listCardsOfReratedMonths(database, organizationId, "9999-12-01");
  const from = closed.has(month) ? (rerated.get(month) ?? closed.get(month)) : undefined;
  if (from === undefined) return undefined;
  if (terms.currency !== from.currency) {
    throw InputError.at("currency", `must be ${from.currency}: ${periodOf(month)} was charged in it`);
  }
  const counts = await readCounts(database, organizationId, month, open);
  return { from, ...rerate(month, counts, from, { ...terms, id: "" }) };
}

/** Books the difference as a note; undefined where nothing changes, or the month is not closed. */
export async function bookRerating(
  database: Database,
  request: {
    readonly organizationId: string;
    readonly month: Month;
    readonly currentMonth: Month;
    readonly terms: Terms;
    readonly reason: string;
    readonly createdBy: string;
  },
): Promise<BillingNoteRow | undefined> {
  const { organizationId, month, terms, reason, createdBy } = request;
  return await database.begin(async (transaction) => {
    await transaction`select from organizations where id = ${organizationId} for no key update`;
    await changeBooks(transaction);
    const rerated = await rerateMonth(transaction, organizationId, month, terms);
    if (rerated === undefined || rerated.amount === 0n) return undefined;
    const card = await insertRerateCard(transaction, organizationId, terms, { createdBy, reason });
    return await bookNote(transaction, {
      organizationId,
      belongsTo: month,
      currentMonth: request.currentMonth,
      currency: terms.currency,
      amount: -rerated.amount,
      reason,
      createdBy,
      isForced: true,
      details: rerated.details,
      rateCardId: card.id,
    });
  });
}

async function readCounts(
  database: Queryable,
  organizationId: string,
  month: Month,
  bookedBefore: Month,
): Promise<TileCount[]> {
  const rows = await database<{ booked_in: string; link_id: string; target_id: string; tiles: string }[]>`
    select booked_in::text as booked_in, link_id, target_id, tile_requests::text as tiles from usage_months
    where organization_id = ${organizationId} and month = ${month}::text::date
      and booked_in < ${bookedBefore}::text::date and tile_requests > 0`;
  return rows.map((row) => ({
    bookedIn: row.booked_in,
    linkId: row.link_id,
    targetId: row.target_id,
    tiles: BigInt(row.tiles),
  }));
}
