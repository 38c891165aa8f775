import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** What an S3 server does to its callers. */
export type StoreMood = "well" | "unavailable" | "forbidden" | "slow" | "silent" | "cut";

const SLOW_MS = 800;

const ANSWERS = {
  unavailable: { status: 503, code: "SlowDown" },
  forbidden: { status: 403, code: "InvalidAccessKeyId" },
} as const;

/** A proxy in front of an S3 server, whose mood can change. It counts what it is asked. */
export interface StoreProxy {
  readonly url: string;
  readonly counts: { puts: number; requests: number };
  set(mood: StoreMood): void;
  close(): Promise<void>;
}

/** Starts a proxy to an S3 server; signatures survive, because the `Host` header is passed on. */
export async function startStoreProxy(endpoint: string): Promise<StoreProxy> {
  const target = new URL(endpoint);
  const agent = new Agent({ keepAlive: true });
  const counts = { puts: 0, requests: 0 };
  let mood: StoreMood = "well";
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    counts.requests += 1;
    if (incoming.method === "PUT") counts.puts += 1;
    if (mood === "silent") return;
    if (mood === "cut") {
      incoming.socket.resetAndDestroy();
      return;
    }
    if (mood === "unavailable" || mood === "forbidden") {
      const { status, code } = ANSWERS[mood];
      incoming.resume();
      outgoing.writeHead(status, { "content-type": "application/xml" });
      outgoing.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
      return;
    }
    if (mood === "slow") await delay(SLOW_MS);
    const { method, url: path, headers } = incoming;
    const sent = request(
      { agent, host: target.hostname, port: target.port, method, path, headers },
      (given) => {
        outgoing.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(outgoing);
      },
    );
    sent.once("error", () => outgoing.destroy());
    incoming.pipe(sent);
  };
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    set: (next) => {
      mood = next;
      // Requests that wait in silence end.
      if (next !== "silent") server.closeAllConnections();
    },
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
