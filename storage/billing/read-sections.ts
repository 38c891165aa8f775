import type { BooksEntry, BooksSection } from "../../core/billing/books-entry.ts";
import type { Month } from "../../core/billing/month.ts";
import { DURING_DAY, SECTIONS, TABLES_OF_USAGE, type SectionSource } from "./books-sections.ts";
import { allowBulk } from "./bulk-reading.ts";
import type { Database, Queryable } from "../database/database.ts";

/** The connections that hash a month. */
export interface SectionReaders {
  /** A transaction, which sees all that the month is being closed with. */
  readonly own: Queryable;
  /** Where one is given, another connection hashes usage of the sealed month, which was committed before. */
  readonly helper: Database | undefined;
}

/**
 * Hashes what a month holds, with these columns of each table, in the order of tables and days. PostgreSQL
 * does it: no row leaves it. A digest is made of 32 bytes a row, so that 30 million rows fit into one.
 */
export async function readSections(
  readers: SectionReaders,
  month: Month,
  { format, columns, lateDays }: SectionQuestion,
): Promise<BooksSection[]> {
  const { own } = readers;
  const tasks: SectionTask[] = [];
  for (const [table, names] of Object.entries(columns)) {
    const source = SECTIONS[table];
    if (source === undefined) continue;
    const cells = names.map((name) => `row.${identifier(name)}`).join(", ");
    const days = format === 1 || source.days === undefined ? [null] : await source.days(own, month, lateDays);
    for (const day of days) {
      const sql = format === 1 ? jsonDigests(source, cells) : binaryDigests(source, cells, day);
      tasks.push({ table, sql, parameters: day === null ? [month] : [month, day] });
    }
  }
  return await hashTogether(readers, tasks);
}

/** What is hashed of a month, and how. */
interface SectionQuestion extends Pick<BooksEntry, "format" | "columns"> {
  /** Which days before the month are looked at for late events: those that its sums name, or all of them. */
  readonly lateDays: "booked" | "all";
}

interface SectionTask {
  readonly table: string;
  readonly sql: string;
  readonly parameters: readonly string[];
}

function jsonDigests(source: SectionSource, cells: string): string {
  const day = source.day === undefined ? "'-'" : `(${source.day})::text`;
  const key = source.key.split(", ").map((sql, index) => [sql, `key_${index}`] as const);
  const aliases = key.map(([, alias]) => alias).join(", ");
  // Apart by `offset 0`: workers of PostgreSQL hash the rows, and what is sorted is digests and keys alone.
  return `select day, encode(sha256(string_agg(digest, ''::bytea order by ${aliases})), 'hex') as sha256
    from (select ${day} as day, sha256(convert_to(json_build_array(${cells})::text, 'UTF8')) as digest,
        ${key.map(([sql, alias]) => `${sql} as ${alias}`).join(", ")} from ${source.from} offset 0) as hashed
    group by day order by day`;
}

function binaryDigests(source: SectionSource, cells: string, onlyDay: string | null): string {
  const digests = "encode(sha256(string_agg(digest, ''::bytea order by digest)), 'hex') as sha256";
  const hashed = `sha256(record_send(row(${cells}))) as digest from ${source.from}`;
  if (onlyDay !== null)
    return `select $2::text as day, ${digests} from (select ${hashed} and ${DURING_DAY} offset 0) as hashed`;
  if (source.day === undefined)
    return `select '-' as day, ${digests} from (select ${hashed} offset 0) as hashed`;
  return `select day::text as day, ${digests} from (select ${source.day} as day, ${hashed} offset 0) as hashed
    group by hashed.day order by hashed.day`;
}

/**
 * Hashes on both connections, each taking what is left from its end. No task waits for a helper that finds no
 * free connection.
 */
async function hashTogether(
  { own, helper }: SectionReaders,
  tasks: readonly SectionTask[],
): Promise<BooksSection[]> {
  const left = [...tasks.keys()];
  const found: BooksSection[][] = tasks.map(() => []);
  const run = async (reader: Queryable, take: () => number | undefined) => {
    for (let index = take(); index !== undefined; index = take()) {
      const task = tasks[index];
      if (task === undefined) continue;
      const { table, sql, parameters } = task;
      const rows = await reader.unsafe<{ day: string; sha256: string | null }[]>(sql, [...parameters]);
      found[index] = rows.flatMap(({ day, sha256 }) => (sha256 === null ? [] : [{ table, day, sha256 }]));
    }
  };
  let isHelped = false;
  const helped = helper?.begin(async (reader) => {
    isHelped = left.length > 0;
    if (!isHelped) return;
    await allowBulk(reader);
    await run(reader, () => {
      const last = tasks[left.at(-1) ?? -1];
      return last !== undefined && TABLES_OF_USAGE.has(last.table) ? left.pop() : undefined;
    });
  });
  // Looked at below where it took anything.
  helped?.catch(() => undefined);
  try {
    await allowBulk(own);
    await run(own, () => left.shift());
    if (isHelped) await helped;
  } finally {
    left.length = 0;
  }
  return found.flat();
}

/** Column names come from a document: nothing else may become part of the query. */
function identifier(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`"${name}" is no column`);
  return `"${name}"`;
}
