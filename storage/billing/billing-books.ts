import { JOURNAL_ACCOUNTS, type JournalAccounts } from "../../core/billing/journal-accounts.ts";
import type { Seller } from "../../core/billing/documents/party.ts";
import { nextMonth } from "../../core/billing/month.ts";
import { ProblemError } from "../../core/errors.ts";
import { single, type Queryable } from "../database/database.ts";

/**
 * One number for everything that books usage, credits or prices, and for sealing a month, which waits for all
 * of them.
 */
const BOOKS_LOCK = 7_406_733;

/** A month before all others: nothing is sealed yet. */
const BEFORE_ALL = "0001-01-01";

/**
 * Keeps months from being sealed until the transaction ends; resolves to the first day of the first open
 * month (`2026-11-01`): what belongs to an earlier month is booked there.
 */
export async function shareBooks(transaction: Queryable): Promise<string> {
  await transaction`select pg_advisory_xact_lock_shared(${BOOKS_LOCK})`;
  return await firstOpenMonth(transaction);
}

/**
 * Waits for all bookings in progress, and blocks new ones until the transaction ends; resolves like {@link
 * shareBooks}.
 */
export async function holdBooks(transaction: Queryable): Promise<string> {
  await transaction`select pg_advisory_xact_lock(${BOOKS_LOCK})`;
  return await firstOpenMonth(transaction);
}

/** The first day of the first open month. */
export async function firstOpenMonth(database: Queryable): Promise<string> {
  const [books] = await database<{ sealed_through: string | null }[]>`
    select sealed_through::text as sealed_through from billing_books`;
  const sealed = books?.sealed_through ?? null;
  return sealed === null ? BEFORE_ALL : nextMonth(sealed);
}

/** Whether the first open month means that no month was ever sealed. */
export function isBeforeAll(month: string): boolean {
  return month === BEFORE_ALL;
}

/**
 * Like {@link shareBooks}, for what corrects statements: resolves to the first month without statements,
 * which may be a draft, and keeps it from being closed meanwhile. An approval of the draft is taken back.
 * Throws a ProblemError while the statements of a month are being written.
 */
export async function changeBooks(transaction: Queryable): Promise<string> {
  const open = await shareBooks(transaction);
  const [draft] = await transaction<{ month: string; is_being_issued: boolean }[]>`
    select month::text as month, issuing_at is not null as is_being_issued from billing_periods where closed_at is null
    order by billing_periods.month limit 1 for update`;
  if (draft === undefined) return open;
  if (draft.is_being_issued) {
    const period = draft.month.slice(0, 7);
    throw new ProblemError(
      "conflict",
      `The statements of ${period} are being written; try again when billing.periods.list says that it is closed.`,
    );
  }
  await transaction`
    update billing_periods set approved_at = null, approved_by = null
    where month = ${draft.month}::text::date and approved_at is not null`;
  return draft.month;
}

/** The first month without statements: a draft, or the first open month. */
export async function firstUnissuedMonth(database: Queryable): Promise<string> {
  const [draft] = await database<{ month: string | null }[]>`
    select min(month)::text as month from billing_periods where closed_at is null`;
  return draft?.month ?? (await firstOpenMonth(database));
}

/** What the operator has set for all organizations. */
export interface BillingSettings {
  readonly draft_days: number;
  readonly needs_approval: boolean;
  readonly journal_accounts: JournalAccounts;
  /** What documents say of the operator; null: its name alone. */
  readonly seller: Seller | null;
}

/** A change of {@link BillingSettings}: what is named. */
export interface BillingSettingsChange {
  readonly draft_days?: number | undefined;
  readonly needs_approval?: boolean | undefined;
  readonly journal_accounts?: { readonly [Role in keyof JournalAccounts]?: string | undefined } | undefined;
  /** As a whole; null takes it back. */
  readonly seller?: Seller | null | undefined;
}

/** The settings of all months and exports to come. */
export async function readBillingSettings(database: Queryable): Promise<BillingSettings> {
  const { journal_accounts: accounts, ...rest } = single(
    await database<(Omit<BillingSettings, "journal_accounts"> & { journal_accounts: object | null })[]>`
      select draft_days, needs_approval, journal_accounts, seller from billing_books`,
  );
  return { ...rest, journal_accounts: { ...JOURNAL_ACCOUNTS, ...accounts } };
}

/** Changes what is named; months that are drafts already, and exports, keep what they were made with. */
export async function updateBillingSettings(
  database: Queryable,
  change: BillingSettingsChange,
): Promise<void> {
  const { draft_days: days, needs_approval: approval, journal_accounts: accounts, seller } = change;
  await database`
    update billing_books set draft_days = coalesce(${days ?? null}, draft_days),
      needs_approval = coalesce(${approval ?? null}, needs_approval),
      seller = case when ${seller !== undefined} then ${seller === undefined || seller === null ? null : database.json(seller as never)} else seller end,
      journal_accounts = nullif(coalesce(journal_accounts, '{}') || ${database.json(accounts ?? {})}, '{}')`;
}
