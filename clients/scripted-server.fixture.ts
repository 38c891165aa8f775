import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the server received it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * An answer to give; `silence` leaves the client waiting, `reset` closes its connection without an answer,
 * `cut` after the half of one.
 */
export type ScriptedAnswer =
  | {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly body?: string | Uint8Array;
    }
  | "silence"
  | "reset"
  | "cut";

/** A real HTTP server with scripted answers. */
export interface ScriptedServer {
  readonly url: string;
  readonly requests: SeenRequest[];
  stop(): Promise<void>;
}

/** Answers JSON. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): ScriptedAnswer {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(value) };
}

/** Answers a problem. */
export function problem(
  status: number,
  title = "Problem",
  headers: Record<string, string> = {},
): ScriptedAnswer {
  const body = {
    type: "https://geopera.com/problems/test",
    title,
    status,
    detail: "What to do.",
    request_id: "r-1",
  };
  return json(body, status, { "content-type": "application/problem+json", ...headers });
}

/** Starts a server; `answer` is called for every request. */
export async function startScriptedServer(
  answer: (request: SeenRequest, index: number) => ScriptedAnswer | Promise<ScriptedAnswer>,
): Promise<ScriptedServer> {
  const requests: SeenRequest[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const seen = {
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(chunks).toString("utf8"),
    };
    requests.push(seen);
    send(response, await answer(seen, requests.length - 1));
  };
  const server = createServer((request, response) => void receive(request, response));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, answer: ScriptedAnswer): void {
  if (answer === "silence") return;
  if (answer === "reset") return void response.destroy();
  if (answer === "cut") {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
    return void response.write('{"half":', () => response.destroy());
  }
  response.writeHead(answer.status ?? 200, answer.headers).end(answer.body);
}
