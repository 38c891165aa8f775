import { createServer } from "node:http";
import type { Config } from "./config.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { listenFault } from "./listen-fault.ts";
import type { Metrics } from "./metrics.ts";
import { Readiness } from "./readiness.ts";

/**
 * Answers `/health/live`, `/health/ready` and `/metrics` of a worker process, where a port is configured;
 * workers are reached from inside only.
 */
export async function serveWorkerHealth(
  config: Pick<Config, "WORKER_HEALTH_PORT" | "API_HOST">,
  lifecycle: Lifecycle,
  metrics: Metrics,
): Promise<void> {
  if (config.WORKER_HEALTH_PORT === 0) return;
  const readiness = new Readiness(lifecycle);
  const server = createServer((request, response) => {
    if (request.url === "/health/live") {
      response.setHeader("content-type", "application/json").end('{"status":"live"}');
    } else if (request.url === "/health/ready") {
      const status = readiness.state();
      response.writeHead(status === "ready" ? 200 : 503, { "content-type": "application/json" });
      response.end(JSON.stringify({ status }));
    } else if (request.url === "/metrics") {
      void metrics.registry.metrics().then((text) => {
        response.setHeader("content-type", metrics.registry.contentType).end(text);
      });
    } else {
      response.writeHead(404).end();
    }
  });
  const { WORKER_HEALTH_PORT: port, API_HOST: host } = config;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(listenFault("WORKER_HEALTH_PORT", { host, port }, error));
    });
    server.listen(port, host, resolve);
  });
  lifecycle.onClose("worker health", () => {
    readiness.close();
    server.closeAllConnections();
    server.close();
  });
}
