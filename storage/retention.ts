import { RAW_DROP_AGE_MS } from "../core/usage/usage-timing.ts";
import { DAY_MS } from "../core/usage/usage-event.ts";
import type { Database } from "./database/database.ts";

/** How long rows of one table are kept. */
export interface Retention {
  readonly table: string;
  /** Columns that name a row. */
  readonly key: string;
  /** SQL that is true for rows that ended before the time `$1`. */
  readonly isOver: string;
  readonly keepDays: number;
}

/** Rows that end by their age; all other tables, and why they end or need not, are in docs/operating.md. */
export const RETENTIONS = [
  {
    table: "idempotent_answers",
    key: "principal_id, operation_id, key_hash",
    isOver: "created_at < $1",
    keepDays: 1,
  },
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
  {
    table: "event_deliveries",
    key: "id",
    isOver: "created_at < $1 and status <> 'pending'",
    keepDays: 30,
  },
  {
    table: "export_delivery_runs",
    key: "id",
    // What was brought for good stays known, or it would be brought again.
    isOver:
      "created_at < $1 and status <> 'pending' and not coalesce(is_final and status = 'delivered', false)",
    keepDays: 90,
  },
  { table: "events", key: "id", isOver: "occurred_at < $1 and planned_at is not null", keepDays: 90 },
] as const satisfies readonly Retention[];

/** The retention of the security log, which is a setting. */
export function securityLogRetention(keepDays: number): Retention {
  return { table: "security_events", key: "id", isOver: "occurred_at < $1", keepDays };
}

/** Audit entries are deleted by a function of the database: the serving role may not delete any. */
const AUDIT_DAYS = 400;

/** Few enough that a statement holds its locks for a moment only. */
const BATCH_ROWS = 5_000;

/** At most so many batches of a table at once; the rest is for the next time. */
const BATCHES_MAX = 200;

/** Deletes rows that are past their retention; resolves to how many of which table. */
export async function deleteExpiredRows(
  database: Database,
  nowMs: number,
  batchRows = BATCH_ROWS,
  retentions: readonly Retention[] = RETENTIONS,
): Promise<Record<string, number>> {
  const deleted: Record<string, number> = {};
  const repeat = async (
    table: string,
    keepDays: number,
    deleteBatch: (before: string) => Promise<number>,
  ) => {
    const before = new Date(nowMs - keepDays * DAY_MS).toISOString();
    for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
      const count = await deleteBatch(before);
      if (count > 0) deleted[table] = (deleted[table] ?? 0) + count;
      if (count < batchRows) break;
    }
  };
  for (const { table, key, isOver, keepDays } of retentions) {
    const rows = `select ${key} from ${table} where ${isOver} limit ${batchRows}`;
    await repeat(table, keepDays, async (before) => {
      return (await database.unsafe(`delete from ${table} where (${key}) in (${rows})`, [before])).count;
    });
  }
  await repeat("audit_log", AUDIT_DAYS, async (before) => {
    const [row] = await database<{ count: number }[]>`
      select delete_audit_entries(${before}::timestamptz, ${batchRows}) as count`;
    return row?.count ?? 0;
  });
  return deleted;
}
