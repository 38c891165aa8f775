import { requireUsableRedis } from "../queue/require-usable-redis.ts";
import { migrate } from "../storage/database/migrate.ts";
import { requireUsableDatabase } from "../storage/database/require-usable-database.ts";
import { requireUsableStore } from "../storage/object-store/require-usable-store.ts";
import type { PoolContext } from "./pool-context.ts";
import { POOLS, type PoolName } from "./pools.ts";

/** Starts pools in this process, when what they need is there. */
export async function startWorkers(context: PoolContext, pools: readonly PoolName[]): Promise<void> {
  if (pools.length === 0) return;
  const { config } = context;
  await requireUsableDatabase(config.DATABASE_URL);
  await migrate(config.DATABASE_URL);
  await requireUsableRedis(config);
  await requireUsableStore(config);
  for (const name of pools) await POOLS[name](context);
  context.lifecycle.markReady();
}
