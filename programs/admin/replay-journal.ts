import { decodeUsageEvents } from "../../core/usage/usage-wire.ts";
import type { Database } from "../../storage/database/database.ts";
import { recordUsage } from "../../storage/usage/usage-ledger.ts";
import { Journal } from "../../infra/journal.ts";

/** The result of replaying a journal. */
export interface ReplayedJournal {
  /** Events that this replay recorded. */
  readonly recorded: number;
  readonly recorded_before: number;
  /** Entries that cannot be recorded, as they were in the journal. */
  readonly put_aside: { reason: string; text: string }[];
}

/**
 * Records the usage in the journal directory of a lost machine straight into PostgreSQL, and removes its
 * files. It is idempotent, and safe beside processes that use the directory.
 */
export async function replayJournal(database: Database, directory: string): Promise<ReplayedJournal> {
  const journal = new Journal(directory, { bytesMax: 0, orphanedMs: 0 });
  let recorded = 0;
  let recordedBefore = 0;
  const putAside: ReplayedJournal["put_aside"] = [];
  await journal.replay(async (line) => {
    const { events, rejects } = decodeUsageEvents(line);
    const outcome = await recordUsage(database, events, Date.now());
    recorded += outcome.recorded;
    recordedBefore += events.length - outcome.expired.length - outcome.recorded;
    const expired = outcome.expired.map((event) => ({
      reason: "older than raw events are kept",
      text: JSON.stringify(event),
    }));
    putAside.push(...rejects, ...expired);
  });
  return { recorded, recorded_before: recordedBefore, put_aside: putAside };
}
