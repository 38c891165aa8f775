import { migrate } from "../storage/migrate.ts";
import { POOLS, type PoolContext, type PoolName } from "./pools.ts";

/** Starts pools in this process. */
export async function startWorkers(context: PoolContext, pools: readonly PoolName[]): Promise<void> {
  await migrate(context.config.DATABASE_URL);
  for (const name of pools) await POOLS[name](context);
}
