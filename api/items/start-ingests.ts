import { listIngests } from "../../storage/catalog/ingests.ts";
import type { Deps } from "../deps.ts";

/**
 * Adds the jobs that prepare an item's files, in the turn of its organization. What cannot be added now is
 * found by the ingest pool within minutes.
 */
export async function startIngests(
  { database, jobs, logger }: Pick<Deps, "database" | "jobs" | "logger">,
  itemId: string,
): Promise<void> {
  try {
    for (const { id, organization_id: organizationId, state } of await listIngests(database, itemId)) {
      if (state !== "queued") continue;
      await jobs.enqueue("asset.ingest", { ingestId: id }, { deduplicationId: id, organizationId });
    }
  } catch (error) {
    logger.warn({ err: error, item: itemId }, "preparation not queued yet");
  }
}
