import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { requireAllowedHost, type GuardedAgents } from "./guarded-agent.ts";
import type { AddressRules } from "./public-address.ts";

/** How requests to customers' endpoints are made. */
export interface Outbound {
  readonly rules: AddressRules;
  readonly agents: GuardedAgents;
  /** For all of a request. */
  readonly timeoutMs: number;
}

/** What an endpoint answered. */
export interface EndpointAnswer {
  readonly status: number;
  /** The beginning of the body as text. */
  readonly excerpt: string;
}

const ANSWER_BYTES_MAX = 4_096;
const EXCERPT_LENGTH_MAX = 500;

/**
 * Posts JSON to a customer's endpoint. No redirect is followed, no more of the answer is read than its first
 * 4 KiB. Rejects when there is no whole head of an answer in time, or the address may not be reached.
 */
export async function postJson(
  { rules, agents, timeoutMs }: Outbound,
  endpoint: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<EndpointAnswer> {
  const url = new URL(endpoint);
  requireAllowedHost(url, rules);
  const [protocol, send] =
    url.protocol === "https:" ? (["https:", requestHttps] as const) : (["http:", requestHttp] as const);
  const signal = AbortSignal.timeout(timeoutMs);
  return await new Promise((resolve, reject) => {
    const fail = (error: Error) =>
      reject(signal.aborted ? new Error(`no answer within ${timeoutMs} ms`, { cause: error }) : error);
    const request = send(url, { method: "POST", headers, agent: agents[protocol], signal });
    request.on("error", fail);
    request.on("response", (response) => {
      const pieces: Buffer[] = [];
      let bytes = 0;
      const end = () => {
        const status = response.statusCode ?? 0;
        resolve({ status, excerpt: excerptOf(Buffer.concat(pieces)) });
        response.destroy();
      };
      response.on("data", (piece: Buffer) => {
        pieces.push(piece);
        bytes += piece.length;
        if (bytes >= ANSWER_BYTES_MAX) end();
      });
      // The status counts, also when the body breaks off.
      response.on("end", end).on("error", end).on("aborted", end);
    });
    request.end(body);
  });
}

/** Text that can be kept and shown: no NUL, well-formed, short. */
function excerptOf(bytes: Buffer): string {
  const text = bytes.subarray(0, ANSWER_BYTES_MAX).toString("utf8").replaceAll("\0", "");
  return text.slice(0, EXCERPT_LENGTH_MAX).toWellFormed();
}
