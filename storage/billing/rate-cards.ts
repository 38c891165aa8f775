import { newId } from "../../infra/new-id.ts";
import { InputError } from "../../core/errors.ts";
import type { Currency } from "../../core/billing/currencies.ts";
import { formatDecimal, parseAmount, parseDecimal, PRICE_DECIMALS } from "../../core/billing/money.ts";
import { monthAt, monthStartMs, nextMonth, type Month } from "../../core/billing/month.ts";
import { cardOfMonth, type RateCard, type Tier, type TierMode } from "../../core/billing/rate-card.ts";
import { changeBooks } from "./billing-books.ts";
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
  /** Has no prices of its own: from its month on the plan's card holds. */
  readonly returnsToPlan: boolean;
  /** Why days that had passed were priced anew. */
  readonly reason: string | null;
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
  readonly returns_to_plan: boolean;
  readonly reason: string | null;
}

const COLUMNS = `id, organization_id, plan, effective_from::text as effective_from, currency, mode,
  free_tiles_per_month::text as free_tiles_per_month, trim_scale(minimum)::text as minimum, tiers, created_by, created_at, superseded_at,
  returns_to_plan, reason`;

/** The plan whose card prices everything that no other card does. */
const STANDARD_PLAN = "standard";

/** The card that every system has from the beginning: free until another is set. */
const FIRST_CARD = "00000000-0000-7000-8000-000000000000";

/** What a new card is besides its terms. */
export interface CardOptions {
  /** Why days that have passed are priced anew; needed when their tiles were delivered at other prices. */
  readonly reason?: string | undefined;
  /** No prices of its own: the organization is priced by its plan from then on. */
  readonly returnsToPlan?: boolean;
}

/** A new card, and the one that priced its first month before. */
export interface SetRateCard extends StoredRateCard {
  readonly replaces: StoredRateCard | null;
}

/** One number for setting cards, with the subject's own. */
const CARDS_LOCK = 7_406_737;

/**
 * Sets the prices of a subject from a month on; a card of the same month is superseded. Its currency may be
 * another than before: an organization has a statement for each. Throws an InputError when a month from then
 * on is closed already, and when delivered tiles are priced anew without a reason.
 */
export async function setRateCard(
  database: Database,
  subject: CardSubject,
  terms: Omit<RateCard, "id">,
  createdBy: string,
  { reason, returnsToPlan = false }: CardOptions = {},
): Promise<SetRateCard> {
  return await database.begin(async (transaction) => {
    const firstOpen = await firstOpenMonthOf(transaction, subject, await changeBooks(transaction));
    if (terms.effectiveFrom < firstOpen) {
      throw InputError.at(
        "effective_from",
        `must not lie before ${firstOpen.slice(0, 7)}: earlier months are closed`,
      );
    }
    const { organizationId, plan } = subject;
    // Two cards for one month at once would each supersede the same one.
    await transaction`select pg_advisory_xact_lock(${CARDS_LOCK}, hashtext(${organizationId ?? plan}))`;
    const replaces = await findCardOf(transaction, subject, terms.effectiveFrom);
    const isFirst = replaces === null || replaces.id === FIRST_CARD;
    if (reason === undefined && !isFirst && (await hasDelivered(transaction, subject, terms.effectiveFrom))) {
      throw InputError.at(
        "reason",
        "is needed: tiles of this month were already delivered at other prices, and are priced anew",
      );
    }
    await transaction`
      update rate_cards set superseded_at = now()
      where organization_id is not distinct from ${organizationId} and plan is not distinct from ${plan}
        and effective_from = ${terms.effectiveFrom}::text::date and superseded_at is null`;
    const tiers = terms.tiers.map(tierRow);
    const rows = await transaction<Row[]>`
      insert into rate_cards
        (id, organization_id, plan, effective_from, currency, mode, free_tiles_per_month, minimum, tiers, created_by,
          returns_to_plan, reason)
      values (${newId()}, ${organizationId}, ${plan}, ${terms.effectiveFrom}::text::date, ${terms.currency}, ${terms.mode},
        ${String(terms.freeTilesPerMonth)}::text::bigint, ${formatDecimal(terms.minimum, 12)}::text::numeric,
        ${transaction.json(tiers)}, ${createdBy}, ${returnsToPlan}, ${reason ?? null})
      returning ${transaction.unsafe(COLUMNS)}`;
    return { ...toCard(single(rows)), replaces };
  });
}

/**
 * Keeps a card that prices one closed month anew: it is superseded from the beginning, so that it prices
 * nothing else.
 */
export async function insertRerateCard(
  transaction: Queryable,
  organizationId: string,
  terms: Omit<RateCard, "id">,
  { createdBy, reason }: { readonly createdBy: string; readonly reason: string },
): Promise<StoredRateCard> {
  const tiers = terms.tiers.map(tierRow);
  const rows = await transaction<Row[]>`
    insert into rate_cards (id, organization_id, effective_from, currency, mode, free_tiles_per_month, minimum, tiers, created_by,
      reason, superseded_at)
    values (${newId()}, ${organizationId}, ${terms.effectiveFrom}::text::date, ${terms.currency}, ${terms.mode},
      ${String(terms.freeTilesPerMonth)}::text::bigint, ${formatDecimal(terms.minimum, 12)}::text::numeric,
      ${transaction.json(tiers)}, ${createdBy}, ${reason}, now())
    returning ${transaction.unsafe(COLUMNS)}`;
  return toCard(single(rows));
}

const tierRow = (tier: Tier) => ({
  up_to: tier.upTo === null ? null : String(tier.upTo),
  price_per_thousand: formatDecimal(tier.pricePerThousand, PRICE_DECIMALS),
});

/** The card that prices a subject's month as things are. */
async function findCardOf(
  transaction: Queryable,
  { organizationId, plan }: CardSubject,
  month: Month,
): Promise<StoredRateCard | null> {
  if (organizationId !== null) return chooseRateCard(await listRateCards(transaction, organizationId), month);
  const ofPlan = (await listRateCards(transaction)).filter((card) => card.plan === plan);
  return cardOfMonth(ofPlan, month) ?? null;
}

/**
 * Whether tiles of open months from this one on were delivered that a card of the subject may price. A card
 * with which no statement could be made is no price.
 */
async function hasDelivered(
  transaction: Queryable,
  { organizationId, plan }: CardSubject,
  from: Month,
): Promise<boolean> {
  const [row] = await transaction<{ delivered: boolean }[]>`
    select exists (
      select from usage_months join organizations on organizations.id = usage_months.organization_id
      where month >= ${from}::text::date and tile_requests > 0 and (organization_id = ${organizationId}
        or organizations.plan = ${plan})
        and not exists (select from billing_period_cards as closed
          where closed.organization_id = usage_months.organization_id and closed.month = usage_months.month)
        and not exists (select from billing_open_accounts as faulty
          where faulty.organization_id = usage_months.organization_id and faulty.month = usage_months.month)) as delivered`;
  return row?.delivered === true;
}

/** Ends an organization's minimum after a month, or takes the end back; resolves to the end of before. */
export async function endBilling(
  database: Database,
  organizationId: string,
  lastMonth: Month | null,
): Promise<Month | null> {
  return await database.begin(async (transaction) => {
    const open = await changeBooks(transaction);
    if (lastMonth !== null && nextMonth(lastMonth) < open) {
      throw InputError.at("last_period", `must not lie before ${priorPeriod(open)}: later months are closed`);
    }
    const [before] = await transaction<{ ends: string | null }[]>`
      select billing_ends_after::text as ends from organizations where id = ${organizationId} for update`;
    await transaction`
      update organizations set billing_ends_after = ${lastMonth}::text::date where id = ${organizationId}`;
    return before?.ends ?? null;
  });
}

const priorPeriod = (month: Month) => monthAt(monthStartMs(month) - 1).slice(0, 7);

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

/** The cards that can price each of several organizations, which are on these plans; in the order above. */
export async function listRateCardsOf(
  database: Queryable,
  plans: ReadonlyMap<string, string | null>,
): Promise<Map<string, StoredRateCard[]>> {
  const rows = await database<Row[]>`
    select ${database.unsafe(COLUMNS)} from rate_cards
    where superseded_at is null and (plan is not null or organization_id = any(${[...plans.keys()]}::uuid[]))
    order by organization_id nulls first, plan, effective_from, created_at`;
  const cards = rows.map(toCard);
  const ofPlans = cards.filter((card) => card.organizationId === null);
  const own = groupBy(cards, (card) => card.organizationId);
  return new Map(
    [...plans].map(([id, plan]) => [
      id,
      [
        ...ofPlans.filter((card) => card.plan === STANDARD_PLAN || card.plan === plan),
        ...(own.get(id) ?? []),
      ],
    ]),
  );
}

function groupBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string | null,
): Map<string | null, Value[]> {
  const groups = new Map<string | null, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

/** Cards by month. */
export type CardsByMonth = ReadonlyMap<Month, StoredRateCard>;

/** The cards that priced an organization's closed months. */
export async function listCardsOfClosedMonths(
  database: Queryable,
  organizationId: string,
): Promise<CardsByMonth> {
  return (await listCardsOfClosedMonthsOf(database, [organizationId])).get(organizationId) ?? new Map();
}

/** {@link listCardsOfClosedMonths} of several organizations, by id. */
export async function listCardsOfClosedMonthsOf(
  database: Queryable,
  organizationIds: readonly string[],
): Promise<Map<string, CardsByMonth>> {
  const rows = await database<(Row & { owner: string; month: string; applied: string | null })[]>`
    select used.organization_id as owner, used.month::text as month, trim_scale(used.minimum)::text as applied, card.*
    from billing_period_cards as used
    join (select ${database.unsafe(COLUMNS)} from rate_cards) as card on card.id = used.rate_card_id
    where used.organization_id = any(${[...organizationIds]}::uuid[])`;
  return cardsByOwner(rows.map(({ applied, ...row }) => ({ ...row, minimum: applied ?? row.minimum })));
}

/** The cards that priced an organization's closed months anew, by notes that are booked up to a month. */
export async function listCardsOfReratedMonths(
  database: Queryable,
  organizationId: string,
  bookedThrough: Month,
): Promise<CardsByMonth> {
  const cards = await listCardsOfReratedMonthsOf(database, [organizationId], bookedThrough);
  return cards.get(organizationId) ?? new Map();
}

/** {@link listCardsOfReratedMonths} of several organizations, by id. */
export async function listCardsOfReratedMonthsOf(
  database: Queryable,
  organizationIds: readonly string[],
  bookedThrough: Month,
): Promise<Map<string, CardsByMonth>> {
  return cardsByOwner(
    await database<(Row & { owner: string; month: string })[]>`
      select note.organization_id as owner, note.belongs_to::text as month, card.* from credit_notes as note
      join (select ${database.unsafe(COLUMNS)} from rate_cards) as card on card.id = note.rate_card_id
      where note.organization_id = any(${[...organizationIds]}::uuid[]) and note.booked_in <= ${bookedThrough}::text::date
      order by note.created_at, note.id`,
  );
}

/** Of a month that is there twice, the later row counts. */
function cardsByOwner(
  rows: readonly (Row & { readonly owner: string; readonly month: string })[],
): Map<string, CardsByMonth> {
  const owners = new Map<string, Map<Month, StoredRateCard>>();
  for (const { owner, month, ...row } of rows) {
    const cards = owners.get(owner) ?? new Map<Month, StoredRateCard>();
    owners.set(owner, cards.set(month, toCard(row)));
  }
  return owners;
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
    if (card !== undefined && !card.returnsToPlan) return card;
  }
  throw new Error(`no rate card for ${month}`);
}

/** Puts an organization on a plan, for all open months; false when the plan has no card. */
export async function assignPlan(database: Database, organizationId: string, plan: string): Promise<boolean> {
  return await database.begin(async (transaction) => {
    await changeBooks(transaction);
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
    returnsToPlan: row.returns_to_plan,
    reason: row.reason,
  };
}
