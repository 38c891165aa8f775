import { newId } from "../../infra/new-id.ts";
import { InputError } from "../../core/errors.ts";
import type { Currency } from "../../core/billing/currencies.ts";
import { formatDecimal, parseAmount, parseDecimal, PRICE_DECIMALS } from "../../core/billing/money.ts";
import type { Month } from "../../core/billing/month.ts";
import { cardOfMonth, type RateCard, type TierMode } from "../../core/billing/rate-card.ts";
import { shareBooks } from "./billing-books.ts";
import { single, type Database, type Queryable } from "../database/database.ts";

/** Whose prices a card holds: exactly one of the two. */
export interface CardSubject {
  readonly organizationId: string | null;
  readonly plan: string | null;
}

/** A card with its subject. */
export interface StoredRateCard extends RateCard, CardSubject {
  readonly createdBy: string | null;
  readonly createdAt: Date;
  /** When another card of the same month took its place. */
  readonly supersededAt: Date | null;
}

interface Row {
  readonly id: string;
  readonly organization_id: string | null;
  readonly plan: string | null;
  readonly effective_from: string;
  readonly currency: Currency;
  readonly mode: TierMode;
  readonly free_tiles_per_month: string;
  readonly minimum: string;
  readonly tiers: { up_to: string | null; price_per_thousand: string }[];
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly superseded_at: Date | null;
}

const COLUMNS = `id, organization_id, plan, effective_from::text as effective_from, currency, mode,
  free_tiles_per_month::text as free_tiles_per_month, trim_scale(minimum)::text as minimum, tiers, created_by, created_at, superseded_at`;

/** The plan whose card prices everything that no other card does. */
const STANDARD_PLAN = "standard";

/**
 * Sets the prices of a subject from a month on; a card of the same month is superseded. Its currency may be
 * another than before: an organization has a statement for each. Throws an InputError when a month from then
 * on is closed already.
 */
export async function setRateCard(
  database: Database,
  subject: CardSubject,
  terms: Omit<RateCard, "id">,
  createdBy: string,
): Promise<StoredRateCard> {
  return await database.begin(async (transaction) => {
    const firstOpen = await firstOpenMonthOf(transaction, subject, await shareBooks(transaction));
    if (terms.effectiveFrom < firstOpen) {
      throw InputError.at(
        "effective_from",
        `must not lie before ${firstOpen.slice(0, 7)}: earlier months are closed`,
      );
    }
    const { organizationId, plan } = subject;
    await transaction`
      update rate_cards set superseded_at = now()
      where organization_id is not distinct from ${organizationId} and plan is not distinct from ${plan}
        and effective_from = ${terms.effectiveFrom}::text::date and superseded_at is null`;
    const tiers = terms.tiers.map((tier) => ({
      up_to: tier.upTo === null ? null : String(tier.upTo),
      price_per_thousand: formatDecimal(tier.pricePerThousand, PRICE_DECIMALS),
    }));
    const rows = await transaction<Row[]>`
      insert into rate_cards
        (id, organization_id, plan, effective_from, currency, mode, free_tiles_per_month, minimum, tiers, created_by)
      values (${newId()}, ${organizationId}, ${plan}, ${terms.effectiveFrom}::text::date, ${terms.currency}, ${terms.mode},
        ${String(terms.freeTilesPerMonth)}::text::bigint, ${formatDecimal(terms.minimum, 12)}::text::numeric,
        ${transaction.json(tiers)}, ${createdBy})
      returning ${transaction.unsafe(COLUMNS)}`;
    return toCard(single(rows));
  });
}

/**
 * The first month of a subject without statements: earlier than for others where its account was left open.
 */
async function firstOpenMonthOf(
  transaction: Queryable,
  { organizationId }: CardSubject,
  ofAll: Month,
): Promise<Month> {
  const [row] = await transaction<{ month: string | null }[]>`
    select min(month)::text as month from billing_open_accounts where organization_id = ${organizationId}`;
  return row?.month ?? ofAll;
}

/** Every card in force or to come, of all subjects or of those that can price one organization. */
export async function listRateCards(
  database: Queryable,
  organizationId?: string,
  { withSuperseded = false } = {},
): Promise<StoredRateCard[]> {
  const rows = await database<Row[]>`
    select ${database.unsafe(COLUMNS)} from rate_cards
    where (superseded_at is null or ${withSuperseded}) and (${organizationId ?? null}::uuid is null
      or organization_id = ${organizationId ?? null}
      or plan in (${STANDARD_PLAN}, (select plan from organizations where id = ${organizationId ?? null})))
    order by organization_id nulls first, plan, effective_from, created_at`;
  return rows.map(toCard);
}

/** The cards that priced an organization's closed months. */
export async function listCardsOfClosedMonths(
  database: Queryable,
  organizationId: string,
): Promise<Map<Month, StoredRateCard>> {
  const rows = await database<(Row & { month: string })[]>`
    select used.month::text as month, card.* from billing_period_cards as used
    join (select ${database.unsafe(COLUMNS)} from rate_cards) as card on card.id = used.rate_card_id
    where used.organization_id = ${organizationId}`;
  return new Map(rows.map((row) => [row.month, toCard(row)]));
}

/**
 * The card that prices a month: the organization's own, else its plan's, else the standard one, which always
 * exists.
 */
export function chooseRateCard(cards: readonly StoredRateCard[], month: Month): StoredRateCard {
  const groups = [
    cards.filter((card) => card.organizationId !== null),
    cards.filter((card) => card.plan !== null && card.plan !== STANDARD_PLAN),
    cards.filter((card) => card.plan === STANDARD_PLAN),
  ];
  for (const group of groups) {
    const card = cardOfMonth(group, month);
    if (card !== undefined) return card;
  }
  throw new Error(`no rate card for ${month}`);
}

/** Puts an organization on a plan, for all open months; false when the plan has no card. */
export async function assignPlan(database: Database, organizationId: string, plan: string): Promise<boolean> {
  return await database.begin(async (transaction) => {
    await shareBooks(transaction);
    const updated = await transaction`
      update organizations set plan = ${plan} where id = ${organizationId}
        and exists (select from rate_cards where rate_cards.plan = ${plan} and superseded_at is null)
      returning id`;
    return updated.length === 1;
  });
}

function toCard(row: Row): StoredRateCard {
  return {
    id: row.id,
    organizationId: row.organization_id,
    plan: row.plan,
    effectiveFrom: row.effective_from,
    currency: row.currency,
    mode: row.mode,
    freeTilesPerMonth: BigInt(row.free_tiles_per_month),
    minimum: parseAmount(row.minimum),
    tiers: row.tiers.map((tier) => ({
      upTo: tier.up_to === null ? null : BigInt(tier.up_to),
      pricePerThousand: parseDecimal(tier.price_per_thousand, PRICE_DECIMALS) ?? 0n,
    })),
    createdBy: row.created_by,
    createdAt: row.created_at,
    supersededAt: row.superseded_at,
  };
}
