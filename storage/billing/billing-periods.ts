import { monthAt, nextMonth, periodOf, type Month } from "../../core/billing/month.ts";
import { firstOpenMonth, holdBooks, isBeforeAll } from "./billing-books.ts";
import { idParameter, single, type Database, type Queryable } from "../database/database.ts";
import { enterClosedMonths, enterMonth } from "./books-entries.ts";
import { EXPORT_VERSION } from "./export-layouts.ts";
import { listBilledOrganizations, writeStatements, type OpenAccount } from "./write-statements.ts";

/** A month that is sealed or closed. */
export interface BillingPeriodRow {
  readonly month: Month;
  readonly sealed_at: Date;
  readonly sealed_by: string | null;
  /** Until then it is a draft; null in months of before there were drafts. */
  readonly draft_until: Date | null;
  /** Whether another person than the one who sealed it has to approve it. */
  readonly needs_approval: boolean;
  readonly approved_at: Date | null;
  readonly approved_by: string | null;
  /** Null between sealing and closing. */
  readonly closed_at: Date | null;
  readonly closed_by: string | null;
  /** As many as were written when the month was closed. */
  readonly statements: number | null;
  /** Organizations whose statements are still to be written, and why. */
  readonly open_accounts: readonly OpenAccount[];
  /** Its latest entry in the books; null until it is closed. */
  readonly books: { readonly entry: number; readonly sha256: string } | null;
}

/** A month cannot be closed now; the message says why. */
export class PeriodNotClosableError extends Error {
  override readonly name = "PeriodNotClosableError";
  readonly reason: keyof typeof REASONS;

  constructor(reason: PeriodNotClosableError["reason"], month: Month) {
    super(REASONS[reason](periodOf(month)));
    this.reason = reason;
  }
}

const REASONS = {
  earlier_month_open: (period: string) => `${period} must be closed first`,
  before_first_month: (period: string) => `nothing is billed before ${period}, the first month`,
  draft_days: (period: string) => `${period} is a draft, and is issued when its days are over`,
  not_approved: (period: string) => `${period} is a draft, and another person has to approve it`,
  not_a_draft: (period: string) => `${period} is no draft`,
  own_draft: (period: string) =>
    `${period} has to be approved by another person than the one who made the draft`,
} as const satisfies Record<string, (period: string) => string>;

/**
 * Closes a month for all organizations, in three steps: sealing it, so that nothing is booked in it any more;
 * writing its statements from what can no longer change, some organizations in each transaction; and closing
 * it, with an entry in the books. An organization whose statements cannot be made stays open by itself;
 * closing the month again tries it again. Idempotent, also for concurrent callers; after a crash it goes on
 * with the organizations that have no statements yet. Throws a PeriodNotClosableError. The caller checks that
 * the month is over.
 */
export async function closePeriod(
  database: Database,
  month: Month,
  closedBy: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<BillingPeriodRow> {
  await sealMonth(database, month, closedBy);
  const faults = new Map<string, string>();
  let billed: readonly string[] = [];
  for (;;) {
    const row = await database.begin(async (transaction) => {
      await allowTime(transaction);
      const isClosed = await holdPeriod(transaction, month);
      if (isClosed) await settleOpenAccounts(transaction, database, month, onProgress);
      else {
        // Who is billed is asked at the beginning and at the end: it takes longer than writing a hundred.
        let left = await listUnwritten(transaction, month, billed, faults);
        if (left.length <= ORGANIZATIONS_AT_ONCE) {
          billed = await listBilledOrganizations(transaction, month);
          left = await listUnwritten(transaction, month, billed, faults);
        }
        const next = left.slice(0, ORGANIZATIONS_AT_ONCE);
        const { open } = await writeStatements(transaction, month, next);
        for (const { organization_id: id, fault } of open) faults.set(id, fault);
        onProgress(billed.length - left.length + next.length, billed.length);
        if (next.length < left.length) return undefined;
        await closeWritten(transaction, month, closedBy, faults);
      }
      await enterClosedMonths(transaction, database);
      return single(await selectPeriods(transaction, month));
    });
    if (row !== undefined) return row;
  }
}

/** A month may be large, and other closers wait for it: the limit of requests is not for this. */
async function allowTime(transaction: Queryable): Promise<void> {
  await transaction`set local statement_timeout = '15min'`;
}

/**
 * Holds a sealed month until the end of the transaction, and notes that its statements are being written;
 * resolves to whether it is closed. Throws a PeriodNotClosableError for a draft that has to wait.
 */
async function holdPeriod(transaction: Queryable, month: Month): Promise<boolean> {
  const [period] = await transaction<
    { closed: boolean; issuing: boolean; waits: boolean; unapproved: boolean }[]
  >`
    select closed_at is not null as closed, issuing_at is not null as issuing, coalesce(draft_until > now(), false) as waits,
      needs_approval and approved_at is null as unapproved
    from billing_periods where month = ${month}::text::date for update`;
  if (period?.closed === true || period?.issuing === true) return period.closed;
  if (period?.unapproved === true) throw new PeriodNotClosableError("not_approved", month);
  if (period?.waits === true) throw new PeriodNotClosableError("draft_days", month);
  await transaction`update billing_periods set issuing_at = now() where month = ${month}::text::date`;
  return false;
}

/** Organizations whose statements one transaction writes: few enough that little is lost with it. */
const ORGANIZATIONS_AT_ONCE = 100;

/** Those of the billed that have no statements of a sealed month yet, without those that have to wait. */
async function listUnwritten(
  transaction: Queryable,
  month: Month,
  billed: readonly string[],
  faults: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const waiting = await listOpenOrganizations(transaction, month);
  const written = await listWrittenOrganizations(transaction, month);
  return billed.filter((id) => !waiting.has(id) && !written.has(id) && !faults.has(id));
}

/**
 * Makes a month a draft: usage is booked in it no more, and its statements can be looked at and corrected
 * until they are issued. Idempotent. Throws a PeriodNotClosableError.
 */
export async function draftPeriod(
  database: Database,
  month: Month,
  draftedBy: string,
): Promise<BillingPeriodRow> {
  await sealMonth(database, month, draftedBy);
  return single(await selectPeriods(database, month));
}

/**
 * Approves a draft, in the name of another person than the one who made it: keys stand for the person, or the
 * first key, that they come from. Throws a PeriodNotClosableError.
 */
export async function approvePeriod(
  database: Database,
  month: Month,
  approvedBy: string,
): Promise<BillingPeriodRow> {
  return await database.begin(async (transaction) => {
    const [draft] = await transaction<{ sealed_by: string | null }[]>`
      select sealed_by from billing_periods where month = ${month}::text::date and closed_at is null and issuing_at is null for update`;
    if (draft === undefined) throw new PeriodNotClosableError("not_a_draft", month);
    const makers = [draft.sealed_by ?? "", approvedBy];
    const [drafter, approver] = await Promise.all(makers.map((id) => findPerson(transaction, id)));
    if (drafter === approver) throw new PeriodNotClosableError("own_draft", month);
    await transaction`
      update billing_periods set approved_at = now(), approved_by = ${approvedBy} where month = ${month}::text::date`;
    return single(await selectPeriods(transaction, month));
  });
}

/** The person that a principal acts for, or the first key of its line. */
async function findPerson(transaction: Queryable, principalId: string): Promise<string> {
  const [root] = await transaction<{ id: string }[]>`
    with recursive chain as (
      select id, parent_key_id, user_id from api_keys where id = ${idParameter(principalId)}
      union all
      select parent.id, parent.parent_key_id, parent.user_id from api_keys as parent join chain on parent.id = chain.parent_key_id)
    select coalesce(user_id, id)::text as id from chain where parent_key_id is null`;
  return root?.id ?? principalId;
}

/** Closes a month of which all statements are written that can be made. */
async function closeWritten(
  transaction: Queryable,
  month: Month,
  closedBy: string,
  faults: ReadonlyMap<string, string>,
): Promise<void> {
  const waiting = await listOpenOrganizations(transaction, month);
  const written = await listWrittenOrganizations(transaction, month);
  const billed = await listBilledOrganizations(transaction, month);
  for (const id of billed.filter((each) => !written.has(each))) {
    const fault = waiting.has(id) ? "an earlier month is open" : (faults.get(id) ?? "not written");
    await transaction`
      insert into billing_open_accounts (organization_id, month, fault) values (${id}, ${month}::text::date, ${fault})`;
  }
  await transaction`
    update billing_periods set closed_at = now(), closed_by = ${closedBy}, export_version = ${EXPORT_VERSION},
      statements = (select count(*) from statements where statements.month = billing_periods.month)
    where month = ${month}::text::date`;
  await tellIssued(transaction, month, null);
}

/** Organizations whose statements of a month are written: each has the card that priced it. */
async function listWrittenOrganizations(transaction: Queryable, month: Month): Promise<ReadonlySet<string>> {
  const rows = await transaction<{ id: string }[]>`
    select organization_id as id from billing_period_cards where month = ${month}::text::date`;
  return new Set(rows.map(({ id }) => id));
}

/** Organizations that are open in a month before: theirs are written in the order of months. */
async function listOpenOrganizations(transaction: Queryable, before: Month): Promise<ReadonlySet<string>> {
  const rows = await transaction<{ id: string }[]>`
    select distinct organization_id as id from billing_open_accounts where month < ${before}::text::date`;
  return new Set(rows.map(({ id }) => id));
}

/** Writes the statements that were left open when the month was closed, where that is possible by now. */
async function settleOpenAccounts(
  transaction: Queryable,
  database: Database,
  month: Month,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const accounts = await transaction<{ id: string }[]>`
    select organization_id as id from billing_open_accounts where month = ${month}::text::date order by 1`;
  const waiting = await listOpenOrganizations(transaction, month);
  const ready = accounts.map(({ id }) => id).filter((id) => !waiting.has(id));
  const { open } = await writeStatements(transaction, month, ready);
  onProgress(ready.length, ready.length);
  const failed = new Set(open.map(({ organization_id: id }) => id));
  const settled = ready.filter((id) => !failed.has(id));
  await transaction`
    delete from billing_open_accounts where month = ${month}::text::date and organization_id = any(${settled}::uuid[])`;
  if (settled.length === 0) return;
  await tellIssued(transaction, month, settled);
  await enterMonth(transaction, database, month);
}

async function sealMonth(database: Database, month: Month, sealedBy: string): Promise<void> {
  await database.begin(async (transaction) => {
    const open = await holdBooks(transaction);
    const [half] = await transaction<{ month: string }[]>`
      select month::text as month from billing_periods where closed_at is null and month < ${month}::text::date
      order by month limit 1`;
    if (half !== undefined) throw new PeriodNotClosableError("earlier_month_open", half.month);
    const first = isBeforeAll(open) ? await firstMonth(transaction) : open;
    if (month < open) {
      const [known] = await transaction`select from billing_periods where month = ${month}::text::date`;
      if (known !== undefined) return;
      throw new PeriodNotClosableError("before_first_month", single(await firstSealed(transaction)).month);
    }
    if (first < month) throw new PeriodNotClosableError("earlier_month_open", first);
    if (month < first) throw new PeriodNotClosableError("before_first_month", first);
    await transaction`
      insert into billing_periods (month, sealed_by, draft_until, needs_approval)
      select ${month}::text::date, ${sealedBy}, now() + make_interval(days => draft_days), needs_approval from billing_books`;
    await transaction`update billing_books set sealed_through = ${month}::text::date`;
  });
}

async function firstSealed(transaction: Queryable): Promise<{ month: Month }[]> {
  return await transaction<{ month: Month }[]>`
    select month::text as month from billing_periods order by billing_periods.month limit 1`;
}

/** The first month that is ever closed: that of the first booking, or else of the first organization. */
async function firstMonth(database: Queryable): Promise<Month> {
  const rows = await database<{ month: string }[]>`
    select coalesce(
      least((select min(booked_in) from usage_months), (select min(booked_in) from credit_notes)),
      (select date_trunc('month', min(created_at) at time zone 'UTC')::date from organizations),
      date_trunc('month', now() at time zone 'UTC')::date)::text as month`;
  return single(rows).month;
}

async function selectPeriods(database: Queryable, month: Month | null): Promise<BillingPeriodRow[]> {
  return await database<BillingPeriodRow[]>`
    select month::text as month, sealed_at, sealed_by, draft_until, needs_approval, approved_at, approved_by, closed_at,
      closed_by, statements,
      (select coalesce(json_agg(json_build_object('organization_id', organization_id, 'fault', fault) order by organization_id), '[]')
        from billing_open_accounts where billing_open_accounts.month = billing_periods.month) as open_accounts,
      (select json_build_object('entry', entry, 'sha256', sha256) from books_entries
        where books_entries.month = billing_periods.month order by entry desc limit 1) as books
    from billing_periods
    where ${month}::text is null or month = ${month}::text::date order by month desc`;
}

/** Every sealed or closed month, the latest first. */
export async function listPeriods(database: Queryable): Promise<BillingPeriodRow[]> {
  return await selectPeriods(database, null);
}

/** The sealed or closed month, if it is one. */
export async function findPeriod(database: Queryable, month: Month): Promise<BillingPeriodRow | undefined> {
  return (await selectPeriods(database, month))[0];
}

/** Months that ended before a time and are not closed, the earliest first: what a schedule has to close. */
export async function listMonthsToClose(database: Queryable, endedBeforeMs: number): Promise<Month[]> {
  const half = await database<{ month: string }[]>`
    select month::text as month from billing_periods where closed_at is null order by month`;
  const open = await firstOpenMonth(database);
  const months = half.map((row) => row.month);
  let next = isBeforeAll(open) ? await firstMonth(database) : open;
  while (nextMonth(next) <= monthAt(endedBeforeMs)) {
    months.push(next);
    next = nextMonth(next);
  }
  return months;
}

/** Tells of the statements of organizations in a month, or of all, in the transaction that closes it. */
async function tellIssued(
  transaction: Queryable,
  month: Month,
  organizations: readonly string[] | null,
): Promise<void> {
  await transaction`
    insert into events (organization_id, type, fact, data)
    select organization_id, 'statement.issued', id::text, jsonb_build_object('statement_id', id,
      'period', to_char(month, 'YYYY-MM'), 'currency', currency, 'total', trim_scale(total)::text, 'tiles', tiles)
    from statements where month = ${month}::text::date
      and (${organizations as string[] | null}::uuid[] is null or organization_id = any(${organizations as string[] | null}::uuid[]))
    on conflict do nothing`;
}
