import type { Currency } from "../../core/billing/currencies.ts";
import { parseAmount } from "../../core/billing/money.ts";
import type { Month } from "../../core/billing/month.ts";
import type { TileCount } from "../../core/billing/pricing.ts";
import { makeStatements, type BillingNote, type BillingStatement } from "../../core/billing/statement.ts";
import type { Queryable } from "../database/database.ts";
import type { NoteDetail } from "../../core/billing/rerate.ts";
import { noteNumber } from "./note-number.ts";
import {
  chooseRateCard,
  listCardsOfClosedMonthsOf,
  listCardsOfReratedMonthsOf,
  listRateCardsOf,
  type StoredRateCard,
} from "./rate-cards.ts";

/** What is booked of an organization up to a month, and the cards that may price it. */
export interface StatementInputs {
  readonly month: Month;
  readonly cards: readonly StoredRateCard[];
  /** The cards that priced months that are closed. */
  readonly closed: ReadonlyMap<Month, StoredRateCard>;
  readonly usage: ReadonlyMap<Month, readonly TileCount[]>;
  readonly notes: readonly BillingNote[];
  /** The cards that priced closed months anew, as far as the statement's month knows. */
  readonly rerated: ReadonlyMap<Month, StoredRateCard>;
  /** The last month in which a minimum is charged; null while there is no end. */
  readonly endsAfter: Month | null;
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
  const termsOf = await readTerms(database, [organizationId], month);
  return { ...termsOf(organizationId), usage: await readUsage(database, organizationId, month) };
}

/** Organizations whose terms are read at once. Usage is read for one at a time: it can be large. */
const TERMS_AT_ONCE = 100;

/** {@link readStatementInputs} for several organizations, in their order. */
export async function* readInputsOf(
  database: Queryable,
  organizationIds: readonly string[],
  month: Month,
): AsyncGenerator<readonly [string, StatementInputs]> {
  for (let start = 0; start < organizationIds.length; start += TERMS_AT_ONCE) {
    const ids = organizationIds.slice(start, start + TERMS_AT_ONCE);
    const termsOf = await readTerms(database, ids, month);
    for (const id of ids) yield [id, { ...termsOf(id), usage: await readUsage(database, id, month) }];
  }
}

/** Everything but usage. */
type StatementTerms = Omit<StatementInputs, "usage">;

async function readTerms(
  database: Queryable,
  ids: readonly string[],
  month: Month,
): Promise<(organizationId: string) => StatementTerms> {
  const rows = await database<{ id: string; plan: string; ends: string | null }[]>`
    select id, plan, billing_ends_after::text as ends from organizations where id = any(${[...ids]}::uuid[])`;
  const organizations = new Map(rows.map((row) => [row.id, row]));
  const plans = new Map(ids.map((id) => [id, organizations.get(id)?.plan ?? null]));
  const cards = await listRateCardsOf(database, plans);
  const closed = await listCardsOfClosedMonthsOf(database, ids);
  const notes = await readNotes(database, ids, month);
  const rerated = await listCardsOfReratedMonthsOf(database, ids, month);
  return (id) => ({
    month,
    cards: cards.get(id) ?? [],
    closed: closed.get(id) ?? new Map(),
    notes: notes.filter(([owner]) => owner === id).map(([, note]) => note),
    rerated: rerated.get(id) ?? new Map(),
    endsAfter: organizations.get(id)?.ends ?? null,
  });
}

/**
 * The statements of a month: for an open one, what closing it now would write. Throws when no card prices it.
 */
export function computeStatements({
  month,
  cards,
  closed,
  usage,
  notes,
  rerated,
  endsAfter,
}: StatementInputs): ComputedStatements {
  const openCard = (each: Month) => {
    const card = chooseRateCard(cards, each);
    return endsAfter !== null && each > endsAfter ? { ...card, minimum: 0n } : card;
  };
  const usageOf = (each: Month) => ({
    month: each,
    // What priced a month anew prices its late tiles, but not what it was closed with.
    card: (each < month ? rerated.get(each) : undefined) ?? closed.get(each) ?? openCard(each),
    counts: usage.get(each) ?? [],
  });
  const earlier = [...usage.keys()].filter((each) => each < month).sort();
  const own = usageOf(month);
  return { statements: makeStatements(month, own, earlier.map(usageOf), notes), card: own.card };
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

/** Notes that are booked in the month, each with its organization. */
async function readNotes(
  database: Queryable,
  organizationIds: readonly string[],
  month: Month,
): Promise<(readonly [string, BillingNote])[]> {
  const rows = await database<
    {
      owner: string;
      id: string;
      number: number;
      belongs_to: string;
      currency: Currency;
      amount: string;
      reason: string;
      rate_card_id: string | null;
      details: NoteDetail[] | null;
    }[]
  >`
    select organization_id as owner, id, number, belongs_to::text as belongs_to, currency, trim_scale(amount)::text as amount, reason,
      rate_card_id, details
    from credit_notes where organization_id = any(${[...organizationIds]}::uuid[]) and booked_in = ${month}::text::date order by id`;
  return rows.map(({ owner, belongs_to, rate_card_id, details, ...row }) => [
    owner,
    {
      ...row,
      number: noteNumber(row),
      belongsTo: belongs_to,
      amount: parseAmount(row.amount),
      details: details ?? [],
      rateCardId: rate_card_id,
    },
  ]);
}
