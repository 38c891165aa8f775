import { RAW_DROP_AGE_MS } from "../core/usage/usage-timing.ts";
import { DAY_MS } from "../core/usage/usage-event.ts";
import type { Database } from "./database/database.ts";

/** How long rows of one table are kept. */
interface Retention {
  readonly table: string;
  /** Columns that name a row. */
  readonly key: string;
  /** SQL that is true for rows that ended before the time `$1`. */
  readonly isOver: string;
  readonly keepDays: number;
}

/** The smallest UUIDv7 of a time: ids sort by time, so no index of its own is needed. */
const ID_OF_TIME = `(lpad(to_hex((extract(epoch from $1::timestamptz) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid`;

/** Rows that end by their age; all other tables, and why they end or need not, are in docs/operating.md. */
export const RETENTIONS = [
  {
    table: "idempotent_answers",
    key: "principal_id, operation_id, key_hash",
    isOver: "created_at < $1",
    keepDays: 1,
  },
  { table: "audit_log", key: "id", isOver: `id < ${ID_OF_TIME}`, keepDays: 400 },
  { table: "share_link_clients", key: "link_id, day, client_hash", isOver: "day < $1::date", keepDays: 400 },
  {
    table: "usage_reclocked",
    key: "event_id",
    // An event that claims an older time is not counted at all.
    isOver: "claimed_at < $1",
    keepDays: RAW_DROP_AGE_MS / DAY_MS,
  },
  {
    table: "uploads",
    key: "id",
    isOver: "status = 'failed' and sweep_after is null and updated_at < $1",
    keepDays: 90,
  },
] as const satisfies readonly Retention[];

/** Few enough that a statement holds its locks for a moment only. */
const BATCH_ROWS = 5_000;

/** At most so many batches of a table at once; the rest is for the next time. */
const BATCHES_MAX = 200;

/** Deletes rows that are past their retention; resolves to how many of which table. */
export async function deleteExpiredRows(
  database: Database,
  nowMs: number,
  batchRows = BATCH_ROWS,
): Promise<Record<string, number>> {
  const deleted: Record<string, number> = {};
  for (const { table, key, isOver, keepDays } of RETENTIONS) {
    const before = new Date(nowMs - keepDays * DAY_MS).toISOString();
    for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
      const { count } = await database.unsafe(
        `delete from ${table} where (${key}) in (select ${key} from ${table} where ${isOver} limit ${batchRows})`,
        [before],
      );
      if (count > 0) deleted[table] = (deleted[table] ?? 0) + count;
      if (count < batchRows) break;
    }
  }
  return deleted;
}
