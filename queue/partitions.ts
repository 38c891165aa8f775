import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../infra/logger.ts";
import type { RedisConnection } from "./connection.ts";
import { runScript } from "./run-script.ts";
import type { Consumer } from "./consume-jobs.ts";

/*
 * Renders, hand-over and usage streams are split into partitions: each has a hash tag of its own, so that a
 * Redis Cluster spreads them over its nodes. All keys of a partition lie on one node, because scripts change
 * several of them at once. Everything else is rare and lies in the first partition, REDIS_PREFIX itself.
 */

/** How often consumers look for partitions that another process began to use. */
const LOOK_EVERY_MS = 2_000;

/** The key prefixes of so many partitions. The first is `prefix`: one partition is what there was before. */
export function partitionPrefixes(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? prefix : prefix.replace(/\}$/, `:${index}}`),
  );
}

/** The partition of an organization, from 0; the same in every process that has the same count. */
export function partitionOf(organizationId: string, count: number): number {
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (let index = 0; index < organizationId.length; index += 1) {
    hash = Math.imul(hash ^ organizationId.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % count;
}

const RAISE = `
local known, wanted = tonumber(redis.call('GET', KEYS[1]) or 1), tonumber(ARGV[1])
if wanted > known then redis.call('SET', KEYS[1], wanted) end
return math.max(known, wanted)
`;

/** Records that so many partitions are in use; answers the most that were ever in use. */
export async function recordPartitions(
  connection: RedisConnection,
  prefix: string,
  count: number,
): Promise<number> {
  return await runScript<number>(connection, RAISE, [`${prefix}:partitions`], [count]);
}

/** What {@link consumePartitions} needs to know. */
interface PartitionOptions {
  readonly connection: RedisConnection;
  readonly prefix: string;
  /** How many this process knows of; others may use more. */
  readonly count: number;
  readonly logger: Logger;
}

/**
 * Starts a consumer for each partition, and for each that another process begins to use later: so the number
 * can change while all processes run, in any order, and nothing is left behind.
 */
export async function consumePartitions(
  { connection, prefix, count, logger }: PartitionOptions,
  start: (prefix: string) => Consumer,
): Promise<Consumer> {
  const closing = new AbortController();
  const consumers: Consumer[] = [];
  const cover = async () => {
    const used = await recordPartitions(connection, prefix, count);
    for (const each of partitionPrefixes(prefix, used).slice(consumers.length)) consumers.push(start(each));
  };
  const watch = async () => {
    while (!closing.signal.aborted) {
      await sleep(LOOK_EVERY_MS, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
      if (closing.signal.aborted) return;
      await cover().catch((error: unknown) => logger.debug({ err: error }, "partitions not looked up"));
    }
  };
  await cover();
  const watching = watch();
  return {
    close: async () => {
      closing.abort();
      await watching;
      await Promise.all(consumers.map((consumer) => consumer.close()));
    },
  };
}
