import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { siblingEntry } from "../../infra/entry.ts";
import { Client } from "../support/client.ts";
import { grantedTileUrl, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { startWorkerProcess } from "../support/worker-process.ts";

let system: TestSystem;
let shared: SharedItem;

beforeAll(async () => {
  system = await startSystem({ pools: ["render", "metering"] });
  shared = await shareItem(system);
});
afterAll(() => system.stop());

/** Tiles in the ledger. */
async function countTiles(): Promise<number> {
  const rows = await system.deps.database<{ count: number }[]>`
    select count(*) from usage_events where kind = 'tile' and status = 200`;
  return rows[0]?.count ?? 0;
}

/** A program of the system in a process of its own. */
function startProgram(
  name: "api" | "workers",
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { child: ChildProcess; output: () => string } {
  const { path, execArgv } = siblingEntry(import.meta.url, `../../programs/${name}`);
  const child = spawn(process.execPath, [...execArgv, path, ...args], {
    env: { PATH: process.env["PATH"], ...system.environment, LOG_LEVEL: "info", ...environment },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += String(text)));
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, output: () => output };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("a Redis that may evict keys", () => {
  let url: string;
  let redis: ChildProcess;

  beforeAll(async () => {
    const port = await freePort();
    const limits = ["--maxmemory", "50mb", "--maxmemory-policy", "allkeys-lru"];
    redis = spawn("redis-server", ["--port", String(port), "--save", "", "--bind", "127.0.0.1", ...limits]);
    await new Promise<void>((resolve) => {
      redis.stdout?.on("data", (text) => String(text).includes("Ready to accept") && resolve());
    });
    url = `redis://127.0.0.1:${port}/0`;
  });
  afterAll(() => void redis.kill("SIGKILL"));

  test.each([
    { name: "api", args: [] },
    { name: "workers", args: ["--pools", "metering"] },
    { name: "workers", args: ["--pools", "render"] },
    { name: "workers", args: ["--pools", "billing"] },
  ] as const)("is refused by $name $args, with the remedy", { timeout: 60_000 }, async ({ name, args }) => {
    const { child, output } = startProgram(name, args, { REDIS_URL: url });
    const [code] = (await once(child, "exit")) as [number];
    expect(code).toBe(1);
    expect(output()).toContain('Redis has maxmemory-policy \\"allkeys-lru\\": set it to \\"noeviction\\"');
  });
});

test("a port that is taken is one line with its setting", { timeout: 60_000 }, async () => {
  const { port } = new URL(system.url);
  const { child, output } = startProgram("api", [], { API_PORT: port });
  const [code] = (await once(child, "exit")) as [number];
  expect(code).toBe(1);
  const line = `"msg":"the process cannot start: API_PORT: cannot listen on 127.0.0.1:${port} (EADDRINUSE): another`;
  expect(output()).toContain(line);
  expect(output()).not.toContain('"stack"');
});

describe("SIGTERM", () => {
  test(
    "lets an API process answer what is in flight, takes nothing new, and loses no usage",
    { timeout: 90_000 },
    async () => {
      const port = await freePort();
      const { child, output } = startProgram("api", [], { API_PORT: String(port) });
      await expect.poll(output, { timeout: 60_000 }).toContain("listening");
      const before = await countTiles();
      const template = await grantedTileUrl(system, shared.token, shared.tile);
      const url = template.replace(system.url, `http://127.0.0.1:${port}`);
      const client = new Client(`http://127.0.0.1:${port}`);
      const inFlight = Array.from({ length: 8 }, () => client.get(url));
      await inFlight[0];
      child.kill("SIGTERM");
      const [code] = (await once(child, "exit")) as [number];
      const answers = await Promise.allSettled(inFlight);
      const served = answers.filter((answer) => answer.status === "fulfilled" && answer.value.status === 200);
      expect(code).toBe(0);
      expect(served.length).toBeGreaterThan(0);
      await expect(fetch(url)).rejects.toThrow();
      await expect.poll(countTiles, { timeout: 20_000 }).toBe(before + served.length);
    },
  );

  test(
    "ends a worker with exit code 0, and its jobs are done by it or by another",
    { timeout: 120_000 },
    async () => {
      // A second worker takes seconds to start on a busy machine.
      const alone = await startSystem({ settings: { RENDER_DEADLINE_MS: "60000" } });
      onTestFinished(() => alone.stop());
      const first = await startWorkerProcess(alone, "render");
      onTestFinished(() => void first.kill("SIGKILL"));
      const item = await shareItem(alone);
      const holder = new Client(alone.url);
      const urls = await Promise.all(
        [0, 1].map((x) => grantedTileUrl(alone, item.token, { ...item.tile, x: item.tile.x + x })),
      );
      const answers = urls.map((url) => holder.get(url));
      first.kill("SIGTERM");
      const second = await startWorkerProcess(alone, "render");
      onTestFinished(() => void second.kill("SIGKILL"));
      const [code] = first.exitCode === null ? ((await once(first, "exit")) as [number]) : [first.exitCode];
      expect(code).toBe(0);
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
      second.kill("SIGTERM");
      await once(second, "exit");
      expect(second.exitCode).toBe(0);
    },
  );
});
