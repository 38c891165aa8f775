import { isUtf8 } from "node:buffer";
import type { FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";

/** Throws unless a body is plain UTF-8: neither compressed nor in another charset. */
export function requirePlainUtf8({ headers }: Pick<FastifyRequest, "headers">, body: Buffer): void {
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && encoding.trim().toLowerCase() !== "identity") {
    throw new ProblemError("unsupported_media_type", "Send the body without Content-Encoding.");
  }
  const [, charset] = /;\s*charset\s*=\s*"?([^";]*)/i.exec(headers["content-type"] ?? "") ?? [];
  if (charset !== undefined && !/^utf-?8$/i.test(charset.trim())) {
    throw new ProblemError("unsupported_media_type", "Send the body in UTF-8.");
  }
  if (!isUtf8(body)) throw new ProblemError("malformed_request", "The body is not well-formed UTF-8.");
}
