import { RAW_DROP_AGE_MS } from "../../core/usage/usage-timing.ts";
import type { Logger } from "../../infra/logger.ts";
import type { Database } from "../../storage/database/database.ts";
import { daysAhead } from "../../storage/usage/usage-ledger.ts";
import { ensureUsagePartitions, retireUsagePartitions } from "../../storage/usage/usage-partitions.ts";

/** Days for which partitions are made ahead. */
const DAYS_AHEAD = 7;

/** Makes the ledger's partitions of the coming days, and drops those past their retention. */
export async function maintainLedger(database: Database, nowMs: number, logger: Logger): Promise<void> {
  await ensureUsagePartitions(database, daysAhead(nowMs, DAYS_AHEAD));
  for (const { day, outcome } of await retireUsagePartitions(database, nowMs - RAW_DROP_AGE_MS)) {
    if (outcome === "different")
      logger.error({ day }, "events and rollups differ: the day's events are kept");
    else logger.info({ day, outcome }, "raw usage events past their retention");
  }
}
