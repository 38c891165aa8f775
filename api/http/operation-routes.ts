import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";
import { requireBearer } from "../operations/admit.ts";
import { authenticate, type Credentials } from "../operations/authenticate.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { dispatch } from "../operations/dispatch.ts";
import type { Operation } from "../operations/operation.ts";
import { rateLimitHeaders } from "./rate-limit-headers.ts";
import { sendBinary } from "./send-binary.ts";
import { clientSignal, headerOf, publicUrlOf, siteOf } from "./request-context.ts";

/** The two URLs of an operation. */
export function operationPaths(id: string): readonly [byId: string, byResource: string] {
  return [`/v1/op/${id}`, `/v1/${id.replaceAll(".", "/")}`];
}

/** Serves every operation at both of its URLs. */
export function serveOperations(app: FastifyInstance, deps: Deps, operations: readonly Operation[]): void {
  for (const operation of operations) {
    const { bytes, keys } = operation.body ?? BODY_LIMITS.plain;
    const options = {
      bodyLimit: Math.min(bytes, deps.config.BODY_BYTES_MAX),
      config: { keysMax: keys },
      ...(operation.bearer === "required" ? { onRequest: largeBodiesNeedBearer(deps) } : {}),
    };
    for (const path of operationPaths(operation.id)) {
      app.post(path, options, (request, reply) => answerOperation(deps, operation, request, reply));
    }
  }
}

/** Refuses a large body, or one of unknown size, without reading it unless its caller is known. */
function largeBodiesNeedBearer(deps: Deps) {
  return async (request: FastifyRequest): Promise<void> => {
    const length = headerOf(request, "content-length");
    if (length !== undefined && Number(length) <= BODY_LIMITS.redeem.bytes) return;
    requireBearer(await authenticate(deps, credentialsOf(request)));
  };
}

function credentialsOf(request: FastifyRequest): Credentials {
  return { authorization: headerOf(request, "authorization"), apiKey: headerOf(request, "x-api-key") };
}

async function answerOperation(
  deps: Deps,
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const answer = await dispatch(deps, operation, {
    operationId: operation.id,
    requestId: request.id,
    clientAddress: request.ip,
    publicUrl: publicUrlOf(request, deps.config),
    site: siteOf(request),
    signal: clientSignal(reply),
    trail: request.trail,
    credentials: credentialsOf(request),
    idempotencyKey: headerOf(request, "idempotency-key"),
    body: request.body,
    onRateLimit: rateLimitHeaders(reply),
  });
  if (answer.binary !== undefined) return sendBinary(reply, answer.binary);
  if (answer.isReplayed === true) reply.header("idempotent-replayed", "true");
  // Answers may hold keys, tokens and names: no browser or proxy keeps them.
  return reply.header("cache-control", "no-store").type("application/json; charset=utf-8").send(answer.json);
}
