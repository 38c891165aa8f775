import { Redis } from "ioredis";
import type { Config } from "../infra/config.ts";
import type { Logger } from "../infra/logger.ts";

/** A connection to Redis. */
export type RedisConnection = Redis;

type RedisConfig = Pick<Config, "REDIS_URL">;

/**
 * A connection for requests: while Redis is unavailable, a command fails within about a second and does not
 * queue up.
 */
export function openRequestConnection(config: RedisConfig, logger: Logger): RedisConnection {
  return withErrorLog(
    new Redis(config.REDIS_URL, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: 2_000,
      connectTimeout: 2_000,
      retryStrategy: reconnectDelayMs,
    }),
    logger,
  );
}

/** A connection for workers, blocking reads and subscriptions: commands wait until Redis is back. */
export function openPatientConnection(config: RedisConfig, logger: Logger): RedisConnection {
  return withErrorLog(
    new Redis(config.REDIS_URL, { maxRetriesPerRequest: null, retryStrategy: reconnectDelayMs }),
    logger,
  );
}

function reconnectDelayMs(attempt: number): number {
  return Math.min(50 * 2 ** Math.min(attempt, 6), 2_000);
}

function withErrorLog(connection: Redis, logger: Logger): Redis {
  let reported = false;
  connection.on("error", (error: Error) => {
    if (!reported) logger.warn({ err: error }, "Redis is unavailable; reconnecting");
    reported = true;
  });
  connection.on("ready", () => {
    reported = false;
  });
  return connection;
}
