import type { RequestListener } from "node:http";
import type { Readiness } from "../../infra/readiness.ts";

/**
 * A listener that ends each connection with its next answer (`Connection: close`) while the process drains:
 * clients then open their next one elsewhere, and none is cut when the server closes.
 */
export function takeLeave(readiness: Pick<Readiness, "state">, listener: RequestListener): RequestListener {
  return (request, response) => {
    if (readiness.state() === "draining") response.shouldKeepAlive = false;
    listener(request, response);
  };
}
