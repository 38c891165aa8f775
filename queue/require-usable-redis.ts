import { Cluster, type Redis } from "ioredis";
import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "../infra/config.ts";
import { hostsOf } from "../infra/host-list-url.ts";
import { StartFault } from "../infra/start-fault.ts";
import { openConnection, type RedisConfig, type RedisConnection } from "./connection.ts";

type ProbedConfig = RedisConfig & Pick<Config, "REDIS_PREFIX">;

/** How long Redis may take to answer when a process starts. */
const START_DEADLINE_MS = 15_000;

/** The oldest version with every command that is used. */
const VERSION_MIN = [6, 2] as const;

/** What Redis answers to settings that no waiting mends, and what to do about it. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/WRONGPASS|invalid password/, "Redis refuses the password: correct it."],
  [/NOAUTH/, "Redis wants a password: name it in the URL, as in redis://:PASSWORD@host:6379/0."],
  [
    /NOPERM/,
    "Redis does not allow this user what is needed: give it all commands and the keys of REDIS_PREFIX.",
  ],
  [
    /invalid DB index|DB index is out of range/,
    "Redis does not have the database that the URL names: name /0.",
  ],
];

/**
 * Throws a StartFault when Redis does not answer in time, refuses the password, may evict keys, is a replica,
 * is too old, or is a node of a cluster that does not hold our keys: every process that keeps jobs or usage
 * there looks before it starts.
 */
export async function requireUsableRedis(
  config: ProbedConfig,
  deadlineMs = START_DEADLINE_MS,
): Promise<void> {
  if (config.REDIS_MODE !== "sentinel" && config.REDIS_MODE !== "cluster") requireOneHost(config);
  const probe = openConnection(config, {
    lazyConnect: true,
    enableOfflineQueue: config.REDIS_MODE === "cluster",
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    commandTimeout: 5_000,
    retryStrategy: null,
  });
  // What went wrong first says more than the end of the connection that follows.
  let reason: Error | undefined;
  for (const event of ["error", "sentinelError"]) probe.on(event, (error: Error) => (reason = error));
  const deadline = performance.now() + deadlineMs;
  try {
    while (!(await connects(probe, config, () => reason, deadline))) await sleep(100);
    for (const node of probe instanceof Cluster ? probe.nodes("master") : [probe]) {
      await requireVersionAndRole(node);
      await refuseEvictingRedis(node);
    }
    await requireOurKeys(probe, config.REDIS_PREFIX);
  } finally {
    probe.disconnect();
  }
}

function requireOneHost({ REDIS_URL }: RedisConfig): void {
  if (!hostsOf(REDIS_URL).includes(",")) return;
  throw new StartFault(
    "REDIS_URL: names several hosts: set REDIS_MODE to sentinel or cluster, whichever they are.",
  );
}

async function connects(
  probe: RedisConnection,
  { REDIS_URL, REDIS_MODE, REDIS_SENTINEL_MASTER }: RedisConfig,
  reason: () => Error | undefined,
  deadline: number,
): Promise<boolean> {
  try {
    await probe.connect();
    await probe.ping();
    return true;
  } catch (error) {
    const cause = firstCause(reason() ?? (error as Error));
    const refusal = REFUSALS.find(([pattern]) =>
      pattern.test(`${cause.message} ${(error as Error).message}`),
    );
    if (refusal !== undefined) throw new StartFault(`REDIS_URL: ${refusal[1]}`, { cause });
    probe.disconnect();
    if (performance.now() < deadline) return false;
    const where =
      REDIS_MODE === "sentinel"
        ? `no sentinel at ${hostsOf(REDIS_URL)} knows where the master ${REDIS_SENTINEL_MASTER} is`
        : `Redis does not answer at ${hostsOf(REDIS_URL)}`;
    throw new StartFault(`REDIS_URL: ${where} (${cause.message}): start it, or correct the address.`, {
      cause,
    });
  }
}

/** A cluster hides why no node could be reached. */
function firstCause(error: Error): Error {
  const { lastNodeError } = error as { readonly lastNodeError?: Error };
  return lastNodeError ?? error;
}

async function requireVersionAndRole(probe: Redis): Promise<void> {
  const text = await probe.info();
  const [, version = "", major = "0", minor = "0"] = /redis_version:((\d+)\.(\d+)\S*)/.exec(text) ?? [];
  const [majorMin, minorMin] = VERSION_MIN;
  const isOld = Number(major) < majorMin || (Number(major) === majorMin && Number(minor) < minorMin);
  if (version !== "" && isOld) {
    throw new StartFault(
      `REDIS_URL: Redis ${version} is too old: ${VERSION_MIN.join(".")} or newer is needed.`,
    );
  }
  if (!/^role:slave/m.test(text)) return;
  throw new StartFault("REDIS_URL: this Redis is a replica, which takes no writes: name its master.");
}

/** Under memory pressure an evicting Redis drops jobs and unbilled usage without a word. */
async function refuseEvictingRedis(probe: Redis): Promise<void> {
  const answer = await probe.config("GET", "maxmemory-policy").catch(() => undefined);
  const policy = parseConfigAnswer(answer);
  if (policy === undefined || policy === "noeviction") return;
  throw new StartFault(
    `REDIS_URL: Redis has maxmemory-policy "${policy}": set it to "noeviction", or jobs and usage records can be lost.`,
  );
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

/** All keys have one hash tag, so one node of a cluster holds them all. */
async function requireOurKeys(probe: RedisConnection, prefix: string): Promise<void> {
  try {
    await probe.exists(`${prefix}:start`);
  } catch (error) {
    const [, node] = /^MOVED \d+ (\S+)/.exec((error as Error).message) ?? [];
    if (node === undefined && !(error as Error).message.startsWith("CLUSTERDOWN")) throw error;
    const remedy = node === undefined ? "complete the cluster first" : "set REDIS_MODE=cluster";
    throw new StartFault(
      `REDIS_URL: this node of a Redis Cluster does not hold the keys of REDIS_PREFIX ${prefix}: ${remedy}.`,
      { cause: error },
    );
  }
}
