import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { secretHash } from "../../core/access/api-key.ts";
import type { Metrics } from "../../infra/metrics.ts";
import type { Deps } from "../deps.ts";
import { answerError } from "./answer-errors.ts";
import { serveQueueBoard } from "./queue-board.ts";
import { headerOf } from "./request-context.ts";

/** Wrong operator keys are throttled under this name, as passwords are under the names of their links. */
const THROTTLED_AS = "operators";

/**
 * Routes for operators: `/metrics` for Prometheus and the queue board at `/ops/queues`, both behind the
 * operator key.
 */
export async function serveOperators(
  app: FastifyInstance,
  deps: Pick<Deps, "config" | "jobs" | "database" | "logger" | "throttle">,
  metrics: Metrics,
): Promise<void> {
  await app.register(async (operators) => {
    operators.addHook("onRequest", async (request, reply) => {
      const refusal = (await throttled(deps, request)) ?? refuseOperator(request, deps.config.OPERATOR_KEY);
      if (refusal === undefined) return;
      if (refusal.code === "unauthenticated" && request.headers.authorization !== undefined) {
        await deps.throttle.countFailure(THROTTLED_AS, request.ip).catch(() => undefined);
      }
      // The board's plugin would turn a thrown error into its own 500.
      reply.header("www-authenticate", 'Basic realm="operators"');
      await answerError(refusal, request, reply);
    });
    operators.get("/metrics", async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
    );
    await serveQueueBoard(operators, deps);
  });
}

/**
 * The refusal of an address that sent too many wrong keys. Without Redis there is none: operators need their
 * pages then, and no key of production strength is guessed during an outage.
 */
async function throttled(
  { throttle }: Pick<Deps, "throttle">,
  request: FastifyRequest,
): Promise<ProblemError | undefined> {
  try {
    await throttle.check(THROTTLED_AS, request.ip);
    return undefined;
  } catch (error) {
    return error instanceof ProblemError && error.code === "too_many_requests" ? error : undefined;
  }
}

/**
 * Why a request may not see operators' pages. The key is a bearer token or, from browsers, the password of
 * HTTP basic authentication.
 */
function refuseOperator(request: FastifyRequest, key: string | undefined): ProblemError | undefined {
  if (key === undefined) {
    return new ProblemError("not_found", "Set OPERATOR_KEY to open the operators' pages.");
  }
  const [scheme = "", value = ""] = (headerOf(request, "authorization") ?? "").split(" ");
  const given =
    scheme.toLowerCase() === "basic"
      ? Buffer.from(value, "base64")
          .toString("utf8")
          .replace(/^[^:]*:/, "")
      : value;
  if (timingSafeEqual(secretHash(given), secretHash(key))) return undefined;
  return new ProblemError("unauthenticated", "Send the operator key.");
}
