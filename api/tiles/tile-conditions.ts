import type { FastifyReply, FastifyRequest } from "fastify";
import { clientSignal, headerOf } from "../http/request-context.ts";
import type { EmptyAs, TileConditions } from "./answer-tile.ts";

/**
 * The conditions of a tile requested by GET. Every GET route of tiles uses this function, so that none
 * forgets one.
 */
export function tileConditions(
  request: FastifyRequest,
  reply: FastifyReply,
  emptyAs: EmptyAs = "tile",
): TileConditions {
  return {
    ifNoneMatch: headerOf(request, "if-none-match"),
    emptyAs,
    isHead: request.method === "HEAD",
    signal: clientSignal(reply),
    trail: request.trail,
  };
}
