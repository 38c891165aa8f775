import { nextMonth } from "../../core/billing/month.ts";
import type { Queryable } from "../database/database.ts";

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
