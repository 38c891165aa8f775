import { request, type Agent } from "node:http";

/** A request as a hostile or an honest client sends it. */
export interface TimedRequest {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** The source address, within 127.0.0.0/8. */
  readonly from?: string;
  readonly agent?: Agent;
}

/** Status 0: the connection ended without an answer. */
export interface TimedAnswer {
  readonly status: number;
  readonly ms: number;
  readonly body: Buffer;
}

/** Sends a request and times it, up to the last byte of its answer. Never throws. */
export async function timedRequest(options: TimedRequest): Promise<TimedAnswer> {
  const startedAt = performance.now();
  const end = (status: number, body: Buffer) => ({ status, ms: performance.now() - startedAt, body });
  return await new Promise((resolve) => {
    const { url, method = "GET", headers = {}, body, from, agent } = options;
    const length: Record<string, string> =
      body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const sent = request(
      url,
      {
        method,
        headers: { ...length, ...headers },
        ...(from === undefined ? {} : { localAddress: from }),
        ...(agent === undefined ? {} : { agent }),
      },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on("data", (piece: Buffer) => pieces.push(piece));
        answer.once("end", () => resolve(end(answer.statusCode ?? 0, Buffer.concat(pieces))));
        answer.once("error", () => resolve(end(0, Buffer.alloc(0))));
      },
    );
    sent.once("error", () => resolve(end(0, Buffer.alloc(0))));
    sent.end(body);
  });
}

/** Sends JSON to an operation. */
export async function timedCall(
  base: string,
  operation: string,
  input: unknown,
  more: Pick<TimedRequest, "headers" | "from" | "agent"> = {},
): Promise<TimedAnswer> {
  return await timedRequest({
    ...more,
    url: `${base}/v1/op/${operation}`,
    method: "POST",
    headers: { "content-type": "application/json", ...more.headers },
    body: JSON.stringify(input),
  });
}
