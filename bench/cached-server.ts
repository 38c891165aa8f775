import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buildApp } from "../api/build-app.ts";
import { assembleApi } from "../api/assemble-api.ts";
import { readEnvironment } from "../infra/environment.ts";
import { letHeapGrow } from "../infra/tune-v8.ts";
import { Lifecycle } from "../infra/lifecycle.ts";
import { createLogger } from "../infra/logger.ts";
import { createMetrics } from "../infra/metrics.ts";

/** The servers that bench/cached-tiles.ts compares. */
export type CachedServerKind = "bare" | "recorded" | "unrecorded";

/** What a server reports: its address, and the CPU time it has used so far. */
export interface CachedServerState {
  readonly port: number;
  readonly cpuMicros: number;
}

const [, , kind, tileFile = ""] = process.argv as [string, string, CachedServerKind, string?];
const port = kind === "bare" ? await serveBytes(tileFile) : await serveTiles(kind === "recorded");
const say = () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ port, cpuMicros: user + system } satisfies CachedServerState);
};
process.on("message", say);
process.on("disconnect", () => process.exit());
say();

/** What `node:http` can do at most: no routes, no headers but two, the bytes at hand. */
async function serveBytes(file: string): Promise<number> {
  const tile = readFileSync(file);
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "image/png", "content-length": tile.length });
    response.end(tile);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** The API as it is, or with usage that is recorded by doing nothing. */
async function serveTiles(isRecorded: boolean): Promise<number> {
  // As programs/api.ts does.
  letHeapGrow();
  const config = readEnvironment();
  const logger = createLogger(config, "bench");
  const metrics = createMetrics();
  const deps = await assembleApi(config, logger, new Lifecycle(logger), metrics);
  if (!isRecorded) Object.defineProperty(deps.usage, "record", { value: () => Promise.resolve() });
  const app = await buildApp(deps, metrics, { state: () => "ready" });
  await app.listen({ host: "127.0.0.1", port: 0 });
  return (app.server.address() as AddressInfo).port;
}
