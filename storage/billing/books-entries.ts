import { createHash } from "node:crypto";
import {
  BOOKS_FORMAT,
  NO_ENTRY,
  parseEntry,
  renderEntry,
  statementsList,
  type BooksEntry,
  type BooksSection,
} from "../../core/billing/books-entry.ts";
import type { Month } from "../../core/billing/month.ts";
import { single, type Database, type Queryable } from "../database/database.ts";
import { readSectionColumns, TABLES_OF_USAGE } from "./books-sections.ts";
import { readSections, type SectionReaders } from "./read-sections.ts";
import { EXPORT_VERSION, layoutOfVersion } from "./export-layouts.ts";
import { jsonLineSql } from "./export-lines.ts";

/** An entry of the books as it is kept. */
export interface BooksEntryRow {
  readonly entry: number;
  readonly month: Month;
  readonly made_at: Date;
  readonly document: string;
  /** Of the document. */
  readonly sha256: string;
}

/** The SHA-256 of a statement's lines as the ndjson export writes them. */
export interface StatementDigest {
  readonly statement_id: string;
  readonly organization_id: string;
  /** The first entry whose list has it. */
  readonly entry: number;
  readonly sha256: string;
}

/** One number for everything that adds to the books: entries have no gaps. */
const ENTRIES_LOCK = 7_406_734;

/**
 * Adds an entry for each closed month that has none, in order: the month that is being closed, and those that
 * were closed before there were entries. Another connection of the database helps. Resolves to how many were
 * added.
 */
export async function enterClosedMonths(transaction: Queryable, database: Database): Promise<number> {
  await transaction`select pg_advisory_xact_lock(${ENTRIES_LOCK})`;
  const months = await transaction<{ month: string }[]>`
    select month::text as month from billing_periods
    where closed_at is not null and not exists (select from books_entries where books_entries.month = billing_periods.month)
    order by billing_periods.month`;
  for (const { month } of months) await enterMonth(transaction, database, month);
  return months.length;
}

/** Adds an entry for a closed month, whose statements may have become more since its last one. */
export async function enterMonth(transaction: Queryable, database: Database, month: Month): Promise<void> {
  await transaction`select pg_advisory_xact_lock(${ENTRIES_LOCK})`;
  const [last] = await transaction<{ entry: number; sha256: string; now: Date }[]>`
    select entry, sha256, now() as now from books_entries order by entry desc limit 1`;
  const made = last?.now ?? single(await transaction<{ now: Date }[]>`select now() as now`).now;
  const number = (last?.entry ?? 0) + 1;
  await digestStatements(transaction, month, number);
  const columns = await readSectionColumns(transaction);
  const entry: BooksEntry = {
    format: BOOKS_FORMAT,
    entry: number,
    month,
    made: made.toISOString(),
    previous: last?.sha256 ?? NO_ENTRY,
    statements: sha256Of(statementsList(await listStatementDigests(transaction, month, null))),
    columns,
    sections: await hashMonth({ own: transaction, helper: database }, month, columns),
  };
  const document = renderEntry(entry);
  await transaction`
    insert into books_entries (entry, month, made_at, document, sha256)
    values (${entry.entry}, ${month}::text::date, ${entry.made}::text::timestamptz, ${document}, ${sha256Of(document)})`;
}

/**
 * The sections of a month as it is. Usage of a sealed month has not changed since its last entry, and if it
 * has, what it was then is what counts.
 */
async function hashMonth(
  readers: SectionReaders,
  month: Month,
  columns: BooksEntry["columns"],
): Promise<BooksSection[]> {
  const row = await findBooksEntry(readers.own, month);
  const before = row && parseEntry(row.document);
  const isKept = (table: string) =>
    TABLES_OF_USAGE.has(table) &&
    before?.format === BOOKS_FORMAT &&
    String(before.columns[table]) === String(columns[table]);
  const question = {
    format: BOOKS_FORMAT,
    columns: Object.fromEntries(Object.entries(columns).filter(([table]) => !isKept(table))),
    lateDays: "booked",
  } as const;
  const sections = [
    ...(await readSections(readers, month, question)),
    ...(before?.sections ?? []).filter(({ table }) => isKept(table)),
  ];
  return Object.keys(columns).flatMap((table) => sections.filter((section) => section.table === table));
}

async function digestStatements(transaction: Queryable, month: Month, entry: number): Promise<void> {
  await transaction`
    insert into statement_digests (statement_id, entry, sha256)
    select statement_id, ${entry}::integer, sha256
    from (${transaction.unsafe(await digestsOfLinesSql(transaction, month))}) as digests
    on conflict do nothing`;
}

/** A query of the statements of a closed month and the digests of their lines. */
export async function digestsOfLinesSql(database: Queryable, month: Month): Promise<string> {
  const [period] = await database<{ version: number }[]>`
    select export_version as version from billing_periods where month = ${month}::text::date`;
  const { columns, from } = layoutOfVersion("statement", period?.version ?? EXPORT_VERSION);
  if (!/^\d{4}-\d{2}-01$/.test(month)) throw new Error(`"${month}" is no month`);
  const text = `string_agg(${jsonLineSql(columns)} || chr(10), '' order by line.number)`;
  return `select line.statement_id, encode(sha256(convert_to(${text}, 'UTF8')), 'hex') as sha256
    ${from} where line.month = '${month}'::date group by line.statement_id`;
}

/** The digests of a month's statements by id, of one organization or of all. */
export async function listStatementDigests(
  database: Queryable,
  month: Month,
  organizationId: string | null,
): Promise<StatementDigest[]> {
  return await database<StatementDigest[]>`
    select statement_id, organization_id, entry, sha256 from statement_digests
    join statements on statements.id = statement_id
    where month = ${month}::text::date and (${organizationId}::uuid is null or organization_id = ${organizationId})
    order by statement_id`;
}

/** Entries in order, after one of them. */
export async function listBooksEntries(
  database: Queryable,
  page: { after: number; limit: number },
): Promise<BooksEntryRow[]> {
  return await database<BooksEntryRow[]>`
    select entry, month::text as month, made_at, document, sha256 from books_entries
    where entry > ${page.after} order by entry limit ${page.limit}`;
}

/** The latest entry of a month: what the month is compared with. */
export async function findBooksEntry(database: Queryable, month: Month): Promise<BooksEntryRow | undefined> {
  const [row] = await database<BooksEntryRow[]>`
    select entry, month::text as month, made_at, document, sha256 from books_entries
    where month = ${month}::text::date order by entry desc limit 1`;
  return row;
}

/** An entry by its number. */
export async function findBooksEntryByNumber(
  database: Queryable,
  entry: number,
): Promise<BooksEntryRow | undefined> {
  return (await listBooksEntries(database, { after: entry - 1, limit: 1 })).find(
    (row) => row.entry === entry,
  );
}

/** SHA-256 of a text, in hex. */
export function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
