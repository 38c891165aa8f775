import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { headerOf } from "../http/request-context.ts";
import type { StorageLeft } from "./upload-quota.ts";

/** A part of a file would be stored as the whole (RFC 9110 section 14.4). */
export function requireWhole(request: FastifyRequest): void {
  if (headerOf(request, "content-range") === undefined) return;
  throw new ProblemError("malformed_request", "Send the whole file, without Content-Range.");
}

/** The content type parser never runs for an empty body. */
export async function* bodyOf({ body, raw }: FastifyRequest): AsyncIterable<Uint8Array> {
  yield* (body ?? raw) as AsyncIterable<Uint8Array>;
}

/** Refuses a body whose MD5 is another one than its Content-MD5 says (RFC 1864), as S3 does. */
export async function* intact(
  request: FastifyRequest,
  chunks: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  const expected = headerOf(request, "content-md5");
  if (expected === undefined) return yield* chunks;
  const hash = createHash("md5");
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("base64") === expected) return;
  throw new ProblemError(
    "malformed_request",
    "What arrived has another MD5 than Content-MD5 says; send it again.",
  );
}

/** Refuses a body of another size. */
export async function* exactly(
  bytes: number,
  chunks: AsyncIterable<Uint8Array>,
  fault: () => ProblemError,
): AsyncIterable<Uint8Array> {
  let arrived = 0;
  for await (const chunk of chunks) {
    arrived += chunk.length;
    yield chunk;
  }
  if (arrived !== bytes) throw fault();
}

/** Refuses a body beyond its limit, and one whose sender may send no longer when its last byte has come. */
export async function* bounded(
  chunks: AsyncIterable<Uint8Array>,
  limit: StorageLeft,
  admit: () => Promise<unknown>,
): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limit.bytes) throw limit.fault();
    yield chunk;
  }
  await admit();
}
