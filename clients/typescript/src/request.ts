import { OPERATIONS, type OperationFacts, type OperationId } from "./generated/operations.ts";

/** The request of every attempt of a call, without the token. */
export interface OperationRequest {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Builds the request of a call; a create gets an Idempotency-Key, so its retries never create twice. */
export function operationRequest(
  baseUrl: string,
  id: OperationId,
  input: unknown,
  idempotencyKey: string | undefined,
): OperationRequest {
  const { path, answer, idempotent }: OperationFacts = OPERATIONS[id];
  const key = idempotencyKey ?? (idempotent ? randomKey() : undefined);
  return {
    url: baseUrl + path,
    body: JSON.stringify(input ?? {}),
    headers: {
      "content-type": "application/json",
      accept: answer === "json" ? "application/json" : "*/*",
      ...(key === undefined ? {} : { "idempotency-key": key }),
    },
  };
}

/** 128 random bits; `crypto.randomUUID` is missing on pages without TLS. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
