import type { RedisConnection } from "../queue/connection.ts";
import { announceProcess, ownProcess } from "../queue/processes.ts";
import type { PoolContext } from "./pool-context.ts";

/** Lists a pool of this process, with how many pieces of work it takes at once, until the process ends. */
export function announcePool(
  { config, logger, lifecycle }: Pick<PoolContext, "config" | "logger" | "lifecycle">,
  connection: RedisConnection,
  pool: string,
  places: number,
  pieceSeconds: () => number | undefined = () => undefined,
): void {
  const state = ownProcess("workers", { [pool]: places });
  const describe = () => {
    const seconds = pieceSeconds();
    return { ...state, pieceSeconds: seconds === undefined ? {} : { [pool]: seconds } };
  };
  const announcement = announceProcess(connection, config.REDIS_PREFIX, describe, logger);
  lifecycle.onClose(`${pool} in the list of processes`, () => announcement.close());
}
