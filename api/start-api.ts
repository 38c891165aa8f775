import type { AddressInfo } from "node:net";
import type { Config } from "../infra/config.ts";
import type { Lifecycle } from "../infra/lifecycle.ts";
import { listenFault } from "../infra/listen-fault.ts";
import type { Logger } from "../infra/logger.ts";
import type { Metrics } from "../infra/metrics.ts";
import { requireWritableFolder } from "../infra/require-writable-folder.ts";
import { requireUsableRedis } from "../queue/require-usable-redis.ts";
import { migrate } from "../storage/database/migrate.ts";
import { requireUsableDatabase } from "../storage/database/require-usable-database.ts";
import { requireUsableStore } from "../storage/object-store/require-usable-store.ts";
import { buildApp } from "./build-app.ts";
import { assembleApi } from "./assemble-api.ts";
import type { Deps } from "./deps.ts";

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
  const app = await buildApp(deps, metrics);
  lifecycle.onClose("HTTP server", () => app.close());
  const { API_HOST: host, API_PORT: asked } = config;
  await app.listen({ host, port: asked }).catch((error: unknown) => {
    throw listenFault("API_PORT", { host, port: asked }, error);
  });
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://${host}:${port}`, deps };
}
