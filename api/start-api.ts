import type { AddressInfo } from "node:net";
import type { Config } from "../infra/config.ts";
import type { Lifecycle } from "../infra/lifecycle.ts";
import { listenFault } from "../infra/listen-fault.ts";
import type { Logger } from "../infra/logger.ts";
import type { Metrics } from "../infra/metrics.ts";
import { Readiness } from "../infra/readiness.ts";
import { requireWritableFolder } from "../infra/require-writable-folder.ts";
import { requireUsableRedis } from "../queue/require-usable-redis.ts";
import { migrate } from "../storage/database/migrate.ts";
import { requireUsableDatabase } from "../storage/database/require-usable-database.ts";
import { requireUsableStore } from "../storage/object-store/require-usable-store.ts";
import { buildApp } from "./build-app.ts";
import { serverCloser } from "./http/close-server.ts";
import { assembleApi } from "./assemble-api.ts";
import type { Deps } from "./deps.ts";

/** Requests in flight may end: one that waits for a render has ten seconds for it. */
const SERVER_CLOSE_MS = 11_000;

/** Starts an API server: looks at what it needs, migrates, assembles, listens. */
export async function startApi(
  config: Config,
  logger: Logger,
  lifecycle: Lifecycle,
  metrics: Metrics,
): Promise<{ url: string; deps: Deps }> {
  await requireWritableFolder("JOURNAL_DIR", config.JOURNAL_DIR);
  await requireUsableDatabase(config.DATABASE_URL);
  await migrate(config.DATABASE_URL);
  await requireUsableRedis(config);
  await requireUsableStore(config);
  const deps = await assembleApi(config, logger, lifecycle, metrics);
  const readiness = new Readiness(lifecycle);
  lifecycle.onClose("readiness", () => readiness.close());
  const app = await buildApp(deps, metrics, readiness);
  lifecycle.onClose("HTTP server", serverCloser(app), SERVER_CLOSE_MS);
  const { API_HOST: host, API_PORT: asked } = config;
  await app.listen({ host, port: asked }).catch((error: unknown) => {
    throw listenFault("API_PORT", { host, port: asked }, error);
  });
  lifecycle.markReady();
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://${host}:${port}`, deps };
}
