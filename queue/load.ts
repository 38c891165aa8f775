import type { Queue } from "bullmq";
import type { RedisConnection } from "./connection.ts";
import { JOBS, type JobName } from "./jobs.ts";
import { JobProducer } from "./job-producer.ts";
import { partitionPrefixes, recordPartitions } from "./partitions.ts";
import { listProcesses, type ProcessState } from "./processes.ts";
import { runScript } from "./run-script.ts";
import { UsageStream } from "./usage-stream.ts";

/** In how many seconds what waits is to have ended. */
const DRAIN_SECONDS: Readonly<Record<LoadedPool, number>> = {
  render: 5,
  ingest: 300,
  billing: 300,
  webhooks: 30,
  metering: 10,
};

/** How long a piece takes where no worker has said it yet: entries of usage hold many events. */
const PIECE_SECONDS: Readonly<Record<LoadedPool, number>> = {
  render: 0.1,
  ingest: 60,
  billing: 10,
  webhooks: 0.5,
  metering: 0.001,
};

/** What one pool has to do; scalers follow the wanted places. */
export interface PoolLoad {
  readonly workers: number;
  /** Pieces of work that the workers take at once. */
  readonly places: number;
  readonly waiting: number;
  readonly active: number;
  /**
   * The places that are enough: those in use, and those that end what waits within {@link DRAIN_SECONDS}. A
   * queue of a thousand pieces of a millisecond needs no more than one place.
   */
  readonly wantedPlaces: number;
  /** Jobs that wait for their next attempt. */
  readonly delayed: number;
  /** Jobs that were given up and that operators can look at. */
  readonly failed: number;
  readonly oldestWaitSeconds: number;
}

/** What all pools have to do, and who is there to do it. */
export interface SystemLoad {
  readonly pools: Readonly<Record<LoadedPool, PoolLoad>>;
  readonly partitions: number;
  readonly processes: readonly ProcessState[];
}

/** The name of a pool in {@link SystemLoad}. */
export type LoadedPool = (typeof JOBS)[JobName]["pool"];

/** Jobs whose work waits in turns, in each partition. */
const IN_TURNS: readonly JobName[] = ["tile.render", "tile.warm"];

/** The jobs that wait in queues. What is drawn in the background is no load: it takes what is free. */
const QUEUED_JOBS = (Object.keys(JOBS) as JobName[]).filter((job) => !IN_TURNS.includes(job));

/** The names of all pools. */
export const LOADED_POOLS: readonly LoadedPool[] = [...new Set(Object.values(JOBS).map(({ pool }) => pool))];

/** Blocks that one look counts at most; more are as good as this many. */
const BLOCKS_MAX = 2_000;

/**
 * KEYS[1]: the turns of a partition; ARGV: start of the names of blocks, most blocks to look at. Answers how
 * many blocks wait that have a wish, and since when the oldest does, in milliseconds.
 */
const COUNT_BLOCKS = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local count, oldest, left = 0, now, tonumber(ARGV[2])
for _, organization in ipairs(redis.call('ZRANGE', KEYS[1] .. ':turns', 0, -1)) do
  local blocks = redis.call('ZRANGE', KEYS[1] .. ':waiting:' .. organization, 0, left - 1)
  for _, block in ipairs(blocks) do
    local wished, queued_at = false, nil
    local fields = redis.call('HGETALL', ARGV[1] .. block)
    for at = 1, #fields, 2 do
      if fields[at] == 'job' then queued_at = tonumber(fields[at + 1])
      elseif string.match(fields[at], '^%d+/%d+|') then wished = true end
    end
    if wished then
      count = count + 1
      if queued_at and queued_at < oldest then oldest = queued_at end
    end
  end
  left = left - #blocks
  if left <= 0 then break end
end
return {count, now - oldest}
`;

/** Reads from Redis what waits and what runs. */
export class LoadReader {
  readonly #connection: RedisConnection;
  readonly #prefix: string;
  readonly #producers = new Map<string, JobProducer>();

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
  }

  /** The load of all pools now. */
  async read(): Promise<SystemLoad> {
    const [processes, prefixes] = await Promise.all([
      listProcesses(this.#connection, this.#prefix),
      this.#prefixes(),
    ]);
    const pools = await Promise.all(
      LOADED_POOLS.map(async (pool) => {
        const parts = await Promise.all([
          ...QUEUED_JOBS.filter((job) => JOBS[job].pool === pool).map((job) => this.#ofQueue(job)),
          ...(pool === "render" ? prefixes.map((prefix) => this.#ofRenders(prefix)) : []),
          ...(pool === "metering" ? prefixes.map((prefix) => this.#ofUsage(prefix)) : []),
        ]);
        return [pool, addUp(parts, pool, processes)] as const;
      }),
    );
    return {
      pools: Object.fromEntries(pools) as SystemLoad["pools"],
      partitions: prefixes.length,
      processes,
    };
  }

  /** Organizations with blocks that wait for a render, the most first. */
  async waitingByOrganization(): Promise<{ organizationId: string; blocks: number }[]> {
    const counts = (await this.#prefixes()).map(async (prefix) => {
      const organizations = await this.#connection.zrange(`${prefix}:renders:turns`, "0", "-1");
      return await Promise.all(
        organizations.map(async (organizationId) => ({
          organizationId,
          blocks: await this.#connection.zcard(`${prefix}:renders:waiting:${organizationId}`),
        })),
      );
    });
    return (await Promise.all(counts)).flat().toSorted((a, b) => b.blocks - a.blocks);
  }

  /** The queue of a job name in each partition that has one, the first partition first. */
  async queuesNamed(name: string): Promise<Queue[]> {
    const isPartitioned = IN_TURNS.some((job) => JOBS[job].queue === name);
    const prefixes = isPartitioned ? await this.#prefixes() : [this.#prefix];
    return prefixes.map((prefix) => this.#producerOf(prefix).queue(name));
  }

  /** Closes the queues; the connection stays open. */
  async close(): Promise<void> {
    await Promise.all([...this.#producers.values()].map((producer) => producer.close()));
  }

  /** The prefixes of all partitions that are or were in use. */
  async #prefixes(): Promise<string[]> {
    const count = await recordPartitions(this.#connection, this.#prefix, 1);
    return partitionPrefixes(this.#prefix, count);
  }

  async #ofQueue(job: JobName): Promise<Part> {
    const queue = this.#producerOf(this.#prefix).queue(JOBS[job].queue);
    const [counts, [oldest]] = await Promise.all([
      queue.getJobCounts("wait", "prioritized", "active", "delayed", "failed"),
      queue.getJobs(["wait", "prioritized"], 0, 0, true),
    ]);
    const count = (state: string) => counts[state] ?? 0;
    // The next run of a schedule is a delayed job that waits for nothing but the clock.
    const schedules = await queue.getJobSchedulersCount();
    return {
      waiting: count("wait") + count("prioritized"),
      active: count("active"),
      delayed: Math.max(0, count("delayed") - schedules),
      failed: count("failed"),
      oldestWaitMs: oldest === undefined ? 0 : Math.max(0, Date.now() - oldest.timestamp - oldest.delay),
    };
  }

  async #ofRenders(prefix: string): Promise<Part> {
    const [counts, [waiting, oldestWaitMs]] = await Promise.all([
      this.#producerOf(prefix).queue(JOBS["tile.render"].queue).getJobCounts("active", "delayed", "failed"),
      runScript<[number, number]>(
        this.#connection,
        COUNT_BLOCKS,
        [`${prefix}:renders`],
        [`${prefix}:wanted:`, BLOCKS_MAX],
      ),
    ]);
    const { active = 0, delayed = 0, failed = 0 } = counts;
    return { waiting, active, delayed, failed, oldestWaitMs };
  }

  async #ofUsage(prefix: string): Promise<Part> {
    const stream = new UsageStream(this.#connection, prefix);
    const [waiting, oldestAtMs] = await Promise.all([stream.length(), stream.oldestAtMs()]);
    const oldestWaitMs = oldestAtMs === undefined ? 0 : Math.max(0, Date.now() - oldestAtMs);
    return { waiting, active: 0, delayed: 0, failed: 0, oldestWaitMs };
  }

  #producerOf(prefix: string): JobProducer {
    const known = this.#producers.get(prefix);
    if (known !== undefined) return known;
    const producer = new JobProducer(this.#connection, prefix);
    this.#producers.set(prefix, producer);
    return producer;
  }
}

interface Part {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly oldestWaitMs: number;
}

/** The mean of what the workers say. */
function pieceSeconds(pool: LoadedPool, workers: readonly ProcessState[]): number {
  const said = workers.flatMap(({ pieceSeconds: { [pool]: seconds } }) => seconds ?? []);
  if (said.length === 0) return PIECE_SECONDS[pool];
  return said.reduce((sum, seconds) => sum + seconds, 0) / said.length;
}

function addUp(parts: readonly Part[], pool: LoadedPool, processes: readonly ProcessState[]): PoolLoad {
  const sum = (field: keyof Part) => parts.reduce((total, part) => total + part[field], 0);
  const workers = processes.filter(({ places }) => pool in places);
  return {
    workers: workers.length,
    places: workers.reduce((total, { places }) => total + (places[pool] ?? 0), 0),
    waiting: sum("waiting"),
    active: sum("active"),
    wantedPlaces: sum("active") + (sum("waiting") * pieceSeconds(pool, workers)) / DRAIN_SECONDS[pool],
    delayed: sum("delayed"),
    failed: sum("failed"),
    oldestWaitSeconds: Math.max(...parts.map(({ oldestWaitMs }) => oldestWaitMs)) / 1_000,
  };
}
