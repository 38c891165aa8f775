import type { FastifyReply } from "fastify";
import type { BinaryAnswer } from "../operations/call.ts";

/** Sends bytes with their status and headers. */
export function sendBinary(reply: FastifyReply, { status, headers, body }: BinaryAnswer): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}
