import type { Config } from "../../infra/config.ts";
import { evictTiles, TILE_GROUPS } from "../../storage/object-store/evict-tiles.ts";
import { parseStoreUrl } from "../../storage/object-store/store-url.ts";
import { deleteExpiredRows, RETENTIONS, securityLogRetention } from "../../storage/retention.ts";
import { sweepUploads, type SweepDeps } from "./sweep-uploads.ts";

type MaintenanceConfig = Pick<
  Config,
  "OBJECT_STORE_URL" | "TILE_STORE_BYTES_MAX" | "UPLOAD_ABANDONED_HOURS" | "SECURITY_LOG_DAYS"
>;

/** How often it runs. */
export const MAINTENANCE_MS = 60_000;

/** Groups of tiles that one run looks at: all of them in eight minutes. */
const GROUPS_PER_RUN = TILE_GROUPS.length / 8;

/** Ends what has outlived its retention or its bound: rows, files of uploads, tiles of a directory store. */
export async function maintainStore(
  deps: SweepDeps,
  config: MaintenanceConfig,
  nowMs: number,
): Promise<void> {
  const { database, logger } = deps;
  const retentions = [...RETENTIONS, securityLogRetention(config.SECURITY_LOG_DAYS)];
  const rows = await deleteExpiredRows(database, nowMs, undefined, retentions);
  if (Object.keys(rows).length > 0) logger.info({ rows }, "rows past their retention deleted");
  await sweepUploads(deps, config.UPLOAD_ABANDONED_HOURS);
  const location = parseStoreUrl(config.OBJECT_STORE_URL);
  if (location.kind !== "file" || config.TILE_STORE_BYTES_MAX === 0) return;
  const run = Math.floor(nowMs / MAINTENANCE_MS) % 8;
  for (const group of TILE_GROUPS.slice(run * GROUPS_PER_RUN, (run + 1) * GROUPS_PER_RUN)) {
    const { evicted } = await evictTiles(location.root, group, config.TILE_STORE_BYTES_MAX);
    if (evicted > 0) logger.info({ group, evicted }, "least recently used tiles deleted");
  }
}
