import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buildApp } from "../api/build-app.ts";
import { assembleApi } from "../api/assemble-api.ts";
import { readEnvironment } from "../infra/environment.ts";
import type { Waiter } from "../infra/group-commit.ts";
import { Lifecycle } from "../infra/lifecycle.ts";
import { createLogger } from "../infra/logger.ts";
import { createMetrics } from "../infra/metrics.ts";
import { tuneV8 } from "../infra/tune-v8.ts";

/** The servers that bench/cached-tiles.ts compares. */
export type CachedServerKind = "bare" | "dressed" | "recorded" | "unrecorded";

/** What a server reports: its address, and the CPU time it has used so far. */
export interface CachedServerState {
  readonly port: number;
  readonly cpuMicros: number;
}

const [, , kind, tileFile = "", headers = "[]"] = process.argv as [
  string,
  string,
  CachedServerKind,
  ...string[],
];
const port = await serve();
const say = () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ port, cpuMicros: user + system } satisfies CachedServerState);
};
process.on("message", say);
process.on("disconnect", () => process.exit());
say();

async function serve(): Promise<number> {
  switch (kind) {
    case "bare":
      return await serveBytes((bytes) => ["content-type", "image/png", "content-length", `${bytes}`]);
    case "dressed":
      return await serveBytes(() => JSON.parse(headers) as string[]);
    case "recorded":
    case "unrecorded":
      return await serveTiles(kind === "recorded");
  }
}

/** What `node:http` can do at most: no routes, the bytes at hand, two headers or those of a tile. */
async function serveBytes(headersOf: (bytes: number) => string[]): Promise<number> {
  const tile = readFileSync(tileFile);
  const list = headersOf(tile.length);
  const server = createServer((_request, response) => {
    response.writeHead(200, list);
    response.end(tile);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** The API as it is, or with usage that is recorded by doing nothing. */
async function serveTiles(isRecorded: boolean): Promise<number> {
  // As every service does.
  tuneV8();
  const config = readEnvironment();
  const logger = createLogger(config, "bench");
  const metrics = createMetrics();
  const deps = await assembleApi(config, logger, new Lifecycle(logger), metrics);
  if (!isRecorded)
    Object.defineProperty(deps.usage, "recordFor", { value: (waiter: Waiter) => waiter.written() });
  const app = await buildApp(deps, metrics, { state: () => "ready" });
  await app.listen({ host: "127.0.0.1", port: 0 });
  return (app.server.address() as AddressInfo).port;
}
