import { requireUsableRedis } from "../queue/connection.ts";
import { migrate } from "../storage/database/migrate.ts";
import type { PoolContext } from "./pool-context.ts";
import { POOLS, type PoolName } from "./pools.ts";

/** Starts pools in this process. */
export async function startWorkers(context: PoolContext, pools: readonly PoolName[]): Promise<void> {
  await migrate(context.config.DATABASE_URL);
  await requireUsableRedis(context.config, context.logger);
  for (const name of pools) await POOLS[name](context);
}
