import type { Queue } from "bullmq";
import type { RedisConnection } from "./connection.ts";
import { runScript } from "./run-script.ts";

/** BullMQ's largest priority. Rounds start anew whenever nothing waits. */
const PRIORITY_MAX = 2_097_152;

const KEEP_SECONDS = 86_400;

/** BullMQ orders waiting jobs by their priority times this, plus a counter. */
const PRIORITY_FACTOR = 0x1_0000_0000;

/**
 * KEYS[1]: the last round of each organization; KEYS[2]: BullMQ's jobs that wait, by priority. ARGV:
 * organization, largest round, BullMQ's factor.
 */
const NEXT_ROUND = `
local organization = ARGV[1]
local first = redis.call('ZRANGE', KEYS[2], 0, 0, 'WITHSCORES')[2]
local next_waiting = first and math.floor(tonumber(first) / tonumber(ARGV[3])) or 0
if next_waiting == 0 then redis.call('DEL', KEYS[1]) end
local last = tonumber(redis.call('HGET', KEYS[1], organization) or 0)
local round = math.min(math.max(last + 1, next_waiting), tonumber(ARGV[2]))
redis.call('HSET', KEYS[1], organization, round)
redis.call('EXPIRE', KEYS[1], ${KEEP_SECONDS})
return round
`;

/**
 * The priority that gives organizations turns in a queue: the round in which a job runs, lower first. Each
 * round has one job of an organization, and a new one joins in the round that is next. So a job waits for at
 * most one job of each other organization, besides older ones of its own. (Start-time fair queueing: Goyal,
 * Vin and Cheng, 1996.)
 */
export async function fairPriority(
  connection: RedisConnection,
  prefix: string,
  queue: Queue,
  organizationId: string,
): Promise<number> {
  const keys = [`${prefix}:rounds:${queue.name}`, queue.toKey("prioritized")];
  const args = [organizationId, PRIORITY_MAX, PRIORITY_FACTOR];
  return await runScript<number>(connection, NEXT_ROUND, keys, args);
}
