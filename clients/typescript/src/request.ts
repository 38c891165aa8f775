import { OPERATIONS, type OperationFacts, type OperationId } from "./generated/operations.ts";
import { userAgent } from "./user-agent.ts";

/** The request of every attempt of a call, without the token. */
export interface OperationRequest {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether making the call twice has the effect of making it once. */
  readonly isRepeatable: boolean;
}

/**
 * Builds the request of a call; what is not simply repeated gets an Idempotency-Key, so its retries have the
 * effect of one call.
 */
export function operationRequest(
  baseUrl: string,
  id: string,
  input: unknown,
  idempotencyKey: string | undefined,
): OperationRequest {
  const { path, answer, safe, idempotent } = factsOf(id);
  const key = idempotencyKey ?? (idempotent ? randomKey() : undefined);
  const agent = userAgent();
  return {
    url: baseUrl + path,
    body: JSON.stringify(input ?? {}),
    headers: {
      "content-type": "application/json",
      accept: answer === "json" ? "application/json" : "*/*",
      ...(agent === undefined ? {} : { "user-agent": agent }),
      ...(key === undefined ? {} : { "idempotency-key": key }),
    },
    isRepeatable: safe || idempotent,
  };
}

/** What is known of an operation; one of a later version may not be made twice. */
function factsOf(id: string): OperationFacts {
  if (Object.hasOwn(OPERATIONS, id)) return OPERATIONS[id as OperationId];
  return { path: `/v1/op/${encodeURIComponent(id)}`, answer: "bytes", safe: false, idempotent: false };
}

/** 128 random bits; `crypto.randomUUID` is missing on pages without TLS. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
