import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How often replicas are asked whether they are ready, and how long they may take to say it. */
const LOOK_EVERY_MS = 300;
const LOOK_LIMIT_MS = 1_000;

/** So many looks without an answer in a row make a replica not ready; a refusal or a 503 does at once. */
const SILENT_LOOKS = 3;

const KEEP_ALIVE_MS = 120_000;

interface Replica {
  readonly port: number;
  isReady: boolean;
  silentLooks: number;
}

/** A proxy in front of the API processes, as a cluster has one. */
export interface Balancer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a proxy that sends requests to ready replicas in turn. It tries another replica only where a
 * connection could not be made: what may have been received is not sent twice.
 */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const replicas: Replica[] = ports.map((port) => ({ port, isReady: false, silentLooks: 0 }));
  let turn = 0;
  const next = (not: ReadonlySet<Replica>) => {
    const ready = replicas.filter((replica) => replica.isReady && !not.has(replica));
    turn += 1;
    return ready[turn % Math.max(1, ready.length)];
  };
  const look = async (replica: Replica) => {
    const signal = AbortSignal.timeout(LOOK_LIMIT_MS);
    const answer = await fetch(`http://127.0.0.1:${replica.port}/health/ready`, {
      signal,
      headers: { connection: "close" },
    }).catch((error: Error) => error.name);
    if (answer === "TimeoutError") {
      replica.silentLooks += 1;
      replica.isReady &&= replica.silentLooks < SILENT_LOOKS;
      return;
    }
    replica.silentLooks = 0;
    replica.isReady = typeof answer !== "string" && answer.ok;
    if (typeof answer === "string") return;
    await answer.arrayBuffer().catch(() => undefined);
  };
  const lookAll = () => Promise.all(replicas.map(look));
  await lookAll();
  const timer = setInterval(() => void lookAll(), LOOK_EVERY_MS);

  const forward = (incoming: IncomingMessage, outgoing: ServerResponse, tried: Set<Replica>): void => {
    const replica = next(tried);
    if (replica === undefined) {
      outgoing.writeHead(503, { "x-balancer": "no replica is ready" }).end();
      return;
    }
    const { method, url: path, headers } = incoming;
    const sent = request(
      { agent, host: "127.0.0.1", port: replica.port, method, path, headers },
      (answer) => {
        const { connection: _own, ...rest } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 502, rest);
        answer.pipe(outgoing);
        answer.once("error", () => outgoing.destroy());
      },
    );
    sent.once("error", (error: NodeJS.ErrnoException) => {
      if (outgoing.headersSent) {
        outgoing.destroy();
      } else if (error.code === "ECONNREFUSED") {
        replica.isReady = false;
        forward(incoming, outgoing, tried.add(replica));
      } else {
        outgoing.writeHead(502, { "x-balancer": error.code ?? "failed" }).end();
      }
    });
    outgoing.once("close", () => {
      if (!outgoing.writableFinished) sent.destroy();
    });
    // Bodies of tests are small, and sent once: a second try has none to send.
    if (method === "GET") sent.end();
    else incoming.pipe(sent);
  };
  const server = createServer((incoming, outgoing) => forward(incoming, outgoing, new Set()));
  // Longer than a viewer looks at anything: an idle connection that closes meets the next request.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      clearInterval(timer);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
