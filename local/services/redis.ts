import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { supervise, type SupervisedProcess, type Supervision } from "./supervise.ts";

/** Port and password of a local Redis. */
export interface RedisOptions {
  readonly port: number;
  readonly password: string;
}

/**
 * Starts a Redis on 127.0.0.1 that logs every write (AOF) and never evicts; its data is below the
 * supervision's directory.
 */
export async function startRedis(
  { port, password }: RedisOptions,
  supervision: Supervision,
): Promise<{ process: SupervisedProcess; url: string }> {
  if (spawnSync("redis-server", ["--version"]).status !== 0) {
    throw new Error("redis-server is not installed: install it, or set REDIS_URL to a server of your own.");
  }
  const data = join(supervision.directory, "redis");
  mkdirSync(data, { recursive: true });
  const configFile = join(data, "redis.conf");
  const pidFile = join(data, "redis.pid");
  writeFileSync(configFile, settings({ port, password }, data, pidFile), { mode: 0o600 });
  const process = await supervise(
    {
      name: "redis",
      command: "redis-server",
      args: [configFile],
      environment: { PATH: "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin", LC_ALL: "C" },
      workingDirectory: data,
      data: { directory: data, pidFile },
      deathSignal: "SIGTERM",
      stopSignal: "SIGTERM",
      stopDeadlineMs: 10_000,
      isReady: () => answersPing(port, password),
      readyDeadlineMs: 30_000,
    },
    supervision,
  );
  return { process, url: `redis://:${password}@127.0.0.1:${port}/0` };
}

function settings({ port, password }: RedisOptions, data: string, pidFile: string): string {
  return [
    "bind 127.0.0.1",
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(data)}`,
    `pidfile ${JSON.stringify(pidFile)}`,
    "daemonize no",
    'save ""',
    "appendonly yes",
    "appendfsync everysec",
    "maxmemory-policy noeviction",
    "loglevel notice",
    "",
  ].join("\n");
}

async function answersPing(port: number, password: string): Promise<boolean> {
  const socket = connect({ port, host: "127.0.0.1", timeout: 1000 });
  socket.once("timeout", () => socket.destroy(new Error("no answer")));
  try {
    socket.write(`AUTH ${password}\r\nPING\r\n`);
    let answer = "";
    while (!answer.includes("\n", answer.indexOf("\n") + 1)) {
      const [chunk] = (await once(socket, "data")) as [Buffer];
      answer += chunk.toString("latin1");
    }
    return answer.includes("+PONG");
  } finally {
    socket.destroy();
  }
}
