import { Cluster, Redis } from "ioredis";
import type { Config } from "../infra/config.ts";
import { parseHostListUrl, type HostListUrl } from "../infra/host-list-url.ts";
import type { Logger } from "../infra/logger.ts";
import { succeedsWithin } from "../infra/within.ts";

/** A connection to Redis: to one server, to the master that sentinels name, or to all nodes of a cluster. */
export type RedisConnection = Redis | Cluster;

/** The settings that say where Redis is. */
export type RedisConfig = Pick<Config, "REDIS_URL"> &
  Partial<Pick<Config, "REDIS_MODE" | "REDIS_SENTINEL_MASTER" | "REDIS_SENTINEL_PASSWORD">>;

/** How long a connection waits, and what it does with commands meanwhile. */
interface Patience {
  readonly enableOfflineQueue?: boolean;
  readonly maxRetriesPerRequest: number | null;
  readonly commandTimeout?: number;
  readonly connectTimeout?: number;
  readonly socketTimeout?: number;
  readonly lazyConnect?: boolean;
  /** Null: it does not connect again by itself. */
  readonly retryStrategy?: null;
}

/** How long a failover may take a request before it fails: a command is sent again this often, this late. */
const REDIRECTIONS_MAX = 8;
const REDIRECTION_DELAY_MS = 100;

/**
 * A connection from which nothing comes for this long although something was asked is given up: a silent
 * Redis is then treated as unavailable, until it answers a new connection.
 */
const SILENT_MS = 1_000;
const LAST_CHANCE_MS = 200;

/**
 * A connection for requests: while Redis is unavailable or silent, a command fails within about a second and
 * does not queue up.
 */
export function openRequestConnection(config: RedisConfig, logger: Logger): RedisConnection {
  const connection = openConnection(config, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 2_000,
    connectTimeout: 2_000,
    socketTimeout: SILENT_MS,
  });
  listenBeforeGivingUp(connection);
  return withErrorLog(connection, logger);
}

/** Whether a connection is usable within so many milliseconds. */
export async function isReadyWithin(milliseconds: number, connection: RedisConnection): Promise<boolean> {
  if (connection.status === "ready") return true;
  const isReady = new Promise((resolve) => connection.once("ready", resolve));
  return await succeedsWithin(milliseconds, isReady);
}

/** A connection for workers, blocking reads and subscriptions: commands wait until Redis is back. */
export function openPatientConnection(config: RedisConfig, logger: Logger): RedisConnection {
  return withErrorLog(openConnection(config, { maxRetriesPerRequest: null }), logger);
}

/** A connection as the settings describe it. */
export function openConnection(config: RedisConfig, patience: Patience): RedisConnection {
  const url = parseHostListUrl(config.REDIS_URL);
  if (url === undefined) throw new Error("REDIS_URL is no URL of Redis");
  const { enableOfflineQueue = true, lazyConnect = false, ...times } = patience;
  const common = {
    ...times,
    lazyConnect,
    ...(url.protocol === "rediss:" && { tls: {} }),
    ...(url.username !== "" && { username: url.username }),
    ...(url.password !== "" && { password: url.password }),
  };
  const retryStrategy = patience.retryStrategy === null ? null : reconnectDelayMs;
  if (config.REDIS_MODE === "cluster") {
    const nodes = url.hosts.map(({ host, port = 6379 }) => ({ host, port }));
    return new Cluster(nodes, {
      enableOfflineQueue,
      lazyConnect,
      redisOptions: common,
      clusterRetryStrategy: retryStrategy,
      // Certificates name the nodes as the cluster does: look-ups are left to the socket.
      dnsLookup: (address, callback) => callback(null, address),
      maxRedirections: REDIRECTIONS_MAX,
      retryDelayOnFailover: REDIRECTION_DELAY_MS,
      retryDelayOnClusterDown: REDIRECTION_DELAY_MS,
      slotsRefreshTimeout: 2_000,
    });
  }
  const single = { ...common, db: Number(url.pathname.slice(1)), enableOfflineQueue, retryStrategy };
  if (config.REDIS_MODE === "sentinel") {
    return new Redis({
      ...single,
      ...sentinelOptions(config, url),
      sentinelRetryStrategy: retryStrategy ?? (() => null),
    });
  }
  const [{ host, port = 6379 } = { host: "localhost" }] = url.hosts;
  return new Redis({ ...single, host, port });
}

/**
 * Calls back whenever a server is there again, or a node of a cluster has gone and another one takes over:
 * what it acknowledged last may be lost.
 */
export function onServerChange(connection: RedisConnection, callback: () => void): void {
  connection.on("ready", callback);
  if (connection instanceof Cluster) connection.on("-node", callback);
}

/**
 * A process that stood still finds its timers due before it reads what Redis answered meanwhile: a connection
 * that seems silent is read from once more before it is given up.
 */
function listenBeforeGivingUp(connection: RedisConnection): void {
  const watch = (node: Redis) => {
    node.on("connect", () => {
      const { stream } = node;
      const destroy = stream.destroy.bind(stream);
      stream.destroy = (error) => {
        if (error?.message.startsWith("Socket timeout") !== true) return destroy(error);
        const { bytesRead } = stream;
        setTimeout(() => {
          if (stream.bytesRead === bytesRead) destroy(error);
        }, LAST_CHANCE_MS);
        return stream;
      };
    });
  };
  if (connection instanceof Cluster) connection.on("+node", watch);
  else watch(connection);
}

function sentinelOptions(config: RedisConfig, { hosts, protocol }: HostListUrl) {
  return {
    name: config.REDIS_SENTINEL_MASTER ?? "mymaster",
    sentinels: hosts.map(({ host, port = 26_379 }) => ({ host, port })),
    // A master that became a replica closes nothing: sentinels announce the new one.
    failoverDetector: true,
    ...(config.REDIS_SENTINEL_PASSWORD !== undefined && { sentinelPassword: config.REDIS_SENTINEL_PASSWORD }),
    ...(protocol === "rediss:" && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
  };
}

function reconnectDelayMs(attempt: number): number {
  return Math.min(50 * 2 ** Math.min(attempt, 6), 2_000);
}

function withErrorLog(connection: RedisConnection, logger: Logger): RedisConnection {
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
