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

/** Resolves when the connection has been ready once, or rejects when that takes longer than the deadline. */
async function waitUntilConnected(connection: RedisConnection, deadlineMs: number): Promise<void> {
  if (connection.status === "ready") return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`Redis did not answer within ${deadlineMs} ms`)),
      deadlineMs,
    );
    connection.once("ready", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** How long Redis may take to answer when a process starts. */
const START_DEADLINE_MS = 15_000;

/**
 * Throws when Redis does not answer in time, or may evict keys: every process that keeps jobs or usage there
 * looks before it starts.
 */
export async function requireUsableRedis(config: RedisConfig, logger: Logger): Promise<void> {
  const probe = openPatientConnection(config, logger);
  try {
    await waitUntilConnected(probe, START_DEADLINE_MS);
    await refuseEvictingRedis(probe);
  } finally {
    probe.disconnect();
  }
}

/** Under memory pressure an evicting Redis drops jobs and unbilled usage without a word. */
async function refuseEvictingRedis(connection: RedisConnection): Promise<void> {
  const answer = await connection.config("GET", "maxmemory-policy").catch(() => undefined);
  const policy = parseConfigAnswer(answer);
  if (policy !== undefined && policy !== "noeviction") {
    throw new Error(
      `Redis has maxmemory-policy "${policy}": set it to "noeviction", or jobs and usage records can be lost.`,
    );
  }
}

/** CONFIG GET answers a flat array under RESP2 and a map under RESP3. */
function parseConfigAnswer(answer: unknown): string | undefined {
  if (Array.isArray(answer)) return typeof answer[1] === "string" ? answer[1] : undefined;
  if (answer instanceof Map) return answer.get("maxmemory-policy") as string | undefined;
  if (typeof answer === "object" && answer !== null && "maxmemory-policy" in answer) {
    return String(answer["maxmemory-policy"]);
  }
  return undefined;
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
