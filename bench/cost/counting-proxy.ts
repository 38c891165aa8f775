import { once } from "node:events";
import { createServer, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** Requests that an object store answered, by kind. */
export type RequestCounts = Readonly<Record<string, number>>;

/** A proxy before an object store. */
export interface CountingProxy {
  readonly url: string;
  /** Requests since the last call. */
  take(): RequestCounts;
  stop(): Promise<void>;
}

/** Starts a proxy that counts what it passes on: the method, whether it is about a tile, and the status. */
export async function startCountingProxy(target: string): Promise<CountingProxy> {
  let counts: Record<string, number> = {};
  const server = createServer((incoming, answer) => {
    const { method, headers, url = "/" } = incoming;
    const onward = request(new URL(url, target), { method, headers, agent: false }, (response) => {
      const kind = kindOf(incoming, response.statusCode ?? 0);
      counts[kind] = (counts[kind] ?? 0) + 1;
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    onward.once("error", () => answer.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = counts;
      counts = {};
      return taken;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function kindOf({ method = "", url = "" }: IncomingMessage, status: number): string {
  const about = url.includes("/tiles/") ? "tile" : url.includes("?list-type") ? "list" : "raster";
  return `${method} ${about}${status === 404 ? " (none)" : ""}`;
}

/** List prices of S3 (us-east-1, 2026): US dollars for a request. */
const DOLLARS_PER_WRITE = 5 / 1e6;
const DOLLARS_PER_READ = 0.4 / 1e6;

/** What requests cost, in US dollars. */
export function dollarsOf(counts: RequestCounts): number {
  const price = (kind: string) => (/^(GET|HEAD) (?!list)/.test(kind) ? DOLLARS_PER_READ : DOLLARS_PER_WRITE);
  return Object.entries(counts).reduce((sum, [kind, count]) => sum + count * price(kind), 0);
}
