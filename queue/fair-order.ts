import type { Queue } from "bullmq";
import type { RedisConnection } from "./connection.ts";
import { runScript } from "./run-script.ts";

/** BullMQ's largest priority. Rounds start anew whenever nothing waits. */
const PRIORITY_MAX = 2_097_152;

const KEEP_SECONDS = 86_400;

/**
 * KEYS[1]: the last round of each organization. ARGV: organization, round of the next waiting job or 0, its
 * largest value.
 */
const NEXT_ROUND = `
local organization, next_waiting = ARGV[1], tonumber(ARGV[2])
if next_waiting == 0 then redis.call('DEL', KEYS[1]) end
local last = tonumber(redis.call('HGET', KEYS[1], organization) or 0)
local round = math.min(math.max(last + 1, next_waiting), tonumber(ARGV[3]))
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
  const [next] = await queue.getPrioritized(0, 0);
  const keys = [`${prefix}:rounds:${queue.name}`];
  const args = [organizationId, next?.priority ?? 0, PRIORITY_MAX];
  return await runScript<number>(connection, NEXT_ROUND, keys, args);
}
