import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { expect, vi } from "vitest";
import { choosePort } from "../../local/services/ports.ts";
import { SELF_SIGNED } from "./self-signed.ts";

/** How to reach a server. */
interface Reach {
  readonly port: number;
  readonly host?: string;
  readonly password?: string;
  readonly tls?: { readonly ca: string };
}

/** A process of Redis, by its port. */
interface RedisNode {
  readonly port: number;
  readonly process: ChildProcess;
}

/** Servers of one test, with a password each knows. */
export class RedisServers {
  readonly password = "servers-of-a-test";
  readonly folder = mkdtempSync(join(tmpdir(), "redis-servers-"));
  readonly #nodes: RedisNode[] = [];

  /** Starts a server; resolves when it answers. */
  async start(...settings: readonly string[]): Promise<RedisNode> {
    const port = await this.#port();
    const folder = join(this.folder, String(port));
    mkdirSync(folder);
    const common = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--dir", folder];
    const secrets = ["--requirepass", this.password, "--masterauth", this.password];
    return await this.#spawn([...common, ...secrets, ...settings], { port, password: this.password });
  }

  /** Starts a server that speaks TLS only; `caFile` is who signed its certificate for localhost. */
  async startEncrypted(): Promise<RedisNode & { caFile: string }> {
    const [caFile, keyFile] = [join(this.folder, "ca.pem"), join(this.folder, "key.pem")];
    writeFileSync(caFile, SELF_SIGNED.cert);
    writeFileSync(keyFile, SELF_SIGNED.key);
    const port = await this.#port();
    const files = ["--tls-cert-file", caFile, "--tls-key-file", keyFile, "--tls-ca-cert-file", caFile];
    const tls = ["--port", "0", "--tls-port", `${port}`, "--tls-auth-clients", "no", ...files];
    const node = await this.#spawn([...tls, "--requirepass", this.password, "--save", ""], {
      port,
      host: "localhost",
      password: this.password,
      tls: { ca: SELF_SIGNED.cert },
    });
    return { ...node, caFile };
  }

  /** A cluster of three masters, the first of which has a replica; resolves when it is complete. */
  async startCluster(): Promise<RedisNode[]> {
    const start = async () => {
      const bus = ["--cluster-port", String(await this.#port())];
      return await this.start("--cluster-enabled", "yes", "--cluster-node-timeout", "1000", ...bus);
    };
    const nodes = await Promise.all([start(), start(), start(), start()]);
    const [first, second, third, replica] = nodes.map(({ port }) => port);
    const address = (port = 0) => `127.0.0.1:${port}`;
    const create = ["--cluster", "create", ...[first, second, third].map(address), "--cluster-yes"];
    execFileSync("redis-cli", ["-a", this.password, ...create], { stdio: "ignore" });
    const id = (await this.ask(first, "cluster", "myid")) as string;
    const add = ["--cluster", "add-node", address(replica), address(first), "--cluster-slave"];
    execFileSync("redis-cli", ["-a", this.password, ...add, "--cluster-master-id", id], { stdio: "ignore" });
    const isReplicated = async () => String(await this.ask(first, "info", "replication"));
    await expect.poll(isReplicated, { timeout: 30_000, interval: 100 }).toContain("state=online");
    for (const { port } of nodes) {
      const state = async () => String(await this.ask(port, "cluster", "info"));
      await expect.poll(state, { timeout: 30_000, interval: 100 }).toContain("cluster_state:ok");
    }
    return nodes;
  }

  /** A master with a replica, which three sentinels watch under a name. */
  async startSentinels(master: string): Promise<{ servers: RedisNode[]; sentinels: RedisNode[] }> {
    const first = await this.start();
    const second = await this.start("--replicaof", `127.0.0.1 ${first.port}`);
    const isReplicated = async () => String(await this.ask(first.port, "info", "replication"));
    await expect.poll(isReplicated, { timeout: 30_000, interval: 100 }).toContain("state=online");
    const start = async () => {
      const port = await this.#port();
      const folder = join(this.folder, String(port));
      mkdirSync(folder);
      const lines = [
        `port ${port}`,
        `dir ${folder}`,
        "bind 127.0.0.1",
        `sentinel monitor ${master} 127.0.0.1 ${first.port} 2`,
        `sentinel auth-pass ${master} ${this.password}`,
        `sentinel down-after-milliseconds ${master} 1000`,
        `sentinel failover-timeout ${master} 5000`,
      ];
      const file = join(folder, "sentinel.conf");
      writeFileSync(file, `${lines.join("\n")}\n`);
      return await this.#spawn([file, "--sentinel"], { port, host: "127.0.0.1" });
    };
    const sentinels = await Promise.all([start(), start(), start()]);
    const [{ port }] = sentinels;
    const known = async () => JSON.stringify(await this.#call({ port }, "sentinel", "master", master));
    await expect.poll(known, { timeout: 30_000, interval: 100 }).toMatch(/num-other-sentinels\W+2\b/);
    await expect.poll(known, { timeout: 30_000, interval: 100 }).toMatch(/num-slaves\W+1\b/);
    return { servers: [first, second], sentinels };
  }

  /** The URL of a list of servers. */
  url(nodes: readonly RedisNode[]): string {
    return `redis://:${this.password}@${nodes.map(({ port }) => `127.0.0.1:${port}`).join(",")}/0`;
  }

  /** What a server answers to a command. */
  async ask(port: number | undefined, command: string, ...args: readonly string[]): Promise<unknown> {
    return await this.#call({ port: port ?? 0, password: this.password }, command, ...args);
  }

  async #call(options: Reach, command: string, ...args: readonly string[]): Promise<unknown> {
    const client = new Redis({ host: "127.0.0.1", retryStrategy: null, ...options });
    client.on("error", () => undefined);
    try {
      return await client.call(command, ...args);
    } finally {
      client.disconnect();
    }
  }

  /** Kills a server as a crash would. */
  async kill({ process }: RedisNode): Promise<void> {
    const gone = once(process, "exit");
    process.kill("SIGKILL");
    await gone;
  }

  /** Ends all servers. */
  async stop(): Promise<void> {
    await Promise.all(
      this.#nodes
        .filter(({ process }) => process.exitCode === null && process.signalCode === null)
        .map((node) => this.kill(node)),
    );
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #port(): Promise<number> {
    return await choosePort(`redis-${this.#nodes.length}-${process.hrtime.bigint()}`, this.folder);
  }

  async #spawn(args: readonly string[], reach: Reach): Promise<RedisNode> {
    const node = { port: reach.port, process: spawn("redis-server", args, { stdio: "ignore" }) };
    this.#nodes.push(node);
    // Servers are also started before tests, where `expect.poll` does not work.
    await vi.waitUntil(async () => (await this.#call(reach, "ping").catch(String)) === "PONG", {
      timeout: 15_000,
      interval: 50,
    });
    return node;
  }
}
