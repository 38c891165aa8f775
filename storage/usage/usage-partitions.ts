import postgres from "postgres";
import { DAY_MS } from "../../core/usage/usage-event.ts";
import type { Database } from "../database/database.ts";
import { COUNTER_COLUMNS, SUMS_OF_EVENTS, SUMS_OF_ROLLUPS } from "./usage-counters.ts";

/**
 * Runs an insert into the ledger. Where a day has no partition yet, it makes the partitions of these UTC days
 * (start of day in milliseconds) and runs the insert once more: metering makes them days ahead, so this is
 * rare and costs the common case nothing.
 */
export async function insertIntoPartitions<Result>(
  database: Database,
  dayStartsMs: readonly number[],
  insert: () => Promise<Result>,
): Promise<Result> {
  try {
    return await insert();
  } catch (error) {
    if (!isPartitionMissing(error)) throw error;
    await ensureUsagePartitions(database, dayStartsMs);
    return await insert();
  }
}

/** PostgreSQL reports a row without a partition as a check violation that names no constraint. */
function isPartitionMissing(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.code === "23514" && !error.constraint_name;
}

/** Makes the partitions of these UTC days (start of day in milliseconds) where they are missing. */
export async function ensureUsagePartitions(
  database: Database,
  dayStartsMs: readonly number[],
): Promise<void> {
  for (const dayStartMs of dayStartsMs) await createPartition(database, dayStartMs);
}

/** Only the owner of the ledger may; a function of the database does it for the metering workers. */
async function createPartition(database: Database, dayStartMs: number): Promise<void> {
  await database`select create_usage_partition(${new Date(dayStartMs).toISOString().slice(0, 10)}::date)`;
}

/** The number of the lock that create_usage_partition takes. */
const PARTITION_LOCK = 7_406_732;

/** What became of a day that was old enough to go. */
export interface RetirementOutcome {
  /** `2026-08-01`. */
  readonly day: string;
  /**
   * `open`: its month is not closed. `different`: rollups and events disagree. `read`: a backup reads it. All
   * of these are kept.
   */
  readonly outcome: "retired" | "open" | "different" | "read";
}

/**
 * Drops the raw events of days that ended before a time: only when the month is sealed and the rollups hold
 * exactly what the events sum up to. The sums of a dropped day are kept for reconciling.
 */
export async function retireUsagePartitions(
  database: Database,
  olderThanMs: number,
): Promise<RetirementOutcome[]> {
  const partitions = await database<{ name: string }[]>`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'usage_events'::regclass and relname ~ '^usage_events_[0-9]{8}$' order by relname`;
  const outcomes: RetirementOutcome[] = [];
  for (const { name } of partitions) {
    const day = name.replace(/^usage_events_(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
    if (Date.parse(day) + DAY_MS > olderThanMs) break;
    const outcome = await retireDay(database, day).catch((error: unknown) => {
      if (error instanceof postgres.PostgresError && error.code === "55P03") return "read" as const;
      throw error;
    });
    outcomes.push({ day, outcome });
  }
  return outcomes;
}

async function retireDay(database: Database, day: string): Promise<RetirementOutcome["outcome"]> {
  return await database.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${PARTITION_LOCK})`;
    const [books] = await transaction<{ sealed: boolean | null }[]>`
      select sealed_through >= date_trunc('month', ${day}::date)::date as sealed from billing_books`;
    if (books?.sealed !== true) return "open";
    await transaction`select lock_usage_partition(${day}::date)`;
    const columns = transaction.unsafe(COUNTER_COLUMNS);
    await transaction`
      insert into usage_retired_days (day, organization_id, events, ${columns})
      select ${day}::date, organization_id, count(*), ${transaction.unsafe(SUMS_OF_EVENTS)}
      from usage_events where occurred_at >= ${day}::date and occurred_at < ${day}::date + 1
      group by organization_id`;
    const differences = await transaction`
      select organization_id, ${columns} from usage_retired_days where day = ${day}::date
      except
      select organization_id, ${transaction.unsafe(SUMS_OF_ROLLUPS)} from usage_rollups
      where hour >= ${day}::date and hour < ${day}::date + 1 group by organization_id`;
    if (differences.length > 0) {
      await transaction`delete from usage_retired_days where day = ${day}::date`;
      return "different";
    }
    await transaction`select drop_usage_partition(${day}::date)`;
    return "retired";
  });
}
