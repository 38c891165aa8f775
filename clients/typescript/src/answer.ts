import type { BinaryAnswer, StreamedAnswer } from "./binary-answer.ts";
import { GeoperaError } from "./geopera-error.ts";

/** The answer of an operation, before it is parsed. */
export interface RawAnswer {
  readonly response: Response;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The object that an operation answered. */
export function jsonAnswer(operation: string, { response, bytes }: RawAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch (cause) {
    const message = `${operation}: ${response.status}, but the answer is not JSON; is this the address of the service?`;
    throw new GeoperaError(message, { operation, status: response.status, cause });
  }
}

/** The bytes that an operation answered, and their type. */
export function binaryAnswer({ response, bytes }: RawAnswer): BinaryAnswer {
  return {
    bytes,
    contentType: response.headers.get("content-type") ?? "application/octet-stream",
    cache: response.headers.get("x-cache") ?? undefined,
  };
}

/** The bytes of an operation as they arrive. */
export function streamedAnswer(response: Response): StreamedAnswer {
  const length = response.headers.get("content-length");
  return {
    body: response.body ?? new Blob([]).stream(),
    contentType: response.headers.get("content-type") ?? "application/octet-stream",
    contentLength: length === null ? undefined : Number(length),
  };
}
