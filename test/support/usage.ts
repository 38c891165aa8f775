import { newId } from "../../infra/new-id.ts";
import type { UsageEvent } from "../../core/usage/usage-event.ts";
import type { Database } from "../../storage/database/database.ts";
import { recordUsage } from "../../storage/usage/usage-ledger.ts";

/** Records tiles of one link as the metering worker would, at a time of its clock. */
export async function recordTiles(
  database: Database,
  tiles: {
    organizationId: string;
    linkId?: string;
    targetId?: string;
    count: number;
    at: string;
    recordedAt?: string;
  },
): Promise<{ linkId: string; targetId: string }> {
  const { organizationId, linkId = newId(), targetId = newId() } = tiles;
  const occurredAtMs = Date.parse(tiles.at);
  const events = Array.from({ length: tiles.count }, (_, index): UsageEvent => ({
    eventId: newId(),
    kind: "tile",
    occurredAtMs,
    organizationId,
    linkId,
    targetId,
    bytes: 100 + (index % 3),
    cacheResult: "memory",
    status: 200,
  }));
  await recordUsage(database, events, Date.parse(tiles.recordedAt ?? tiles.at));
  return { linkId, targetId };
}
