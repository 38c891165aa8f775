import type { AddressInfo } from "node:net";
import type { Config } from "../infra/config.ts";
import type { Lifecycle } from "../infra/lifecycle.ts";
import type { Logger } from "../infra/logger.ts";
import type { Metrics } from "../infra/metrics.ts";
import { requireUsableRedis } from "../queue/connection.ts";
import { migrate } from "../storage/database/migrate.ts";
import { buildApp } from "./build-app.ts";
import { assembleApi } from "./assemble-api.ts";
import type { Deps } from "./deps.ts";

/** Starts an API server: migrates, assembles, listens. */
export async function startApi(
  config: Config,
  logger: Logger,
  lifecycle: Lifecycle,
  metrics: Metrics,
): Promise<{ url: string; deps: Deps }> {
  await migrate(config.DATABASE_URL);
  await requireUsableRedis(config, logger);
  const deps = await assembleApi(config, logger, lifecycle, metrics);
  const app = await buildApp(deps, metrics);
  lifecycle.onClose("HTTP server", () => app.close());
  await app.listen({ host: config.API_HOST, port: config.API_PORT });
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://${config.API_HOST}:${port}`, deps };
}
