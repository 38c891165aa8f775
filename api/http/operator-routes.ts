import { timingSafeEqual } from "node:crypto";
import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { FastifyAdapter } from "@bull-board/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { secretHash } from "../../core/access/api-key.ts";
import type { Metrics } from "../../infra/metrics.ts";
import { QUEUE_NAMES } from "../../queue/jobs.ts";
import type { Deps } from "../deps.ts";
import { answerError } from "./answer-errors.ts";
import { headerOf } from "./request-context.ts";

/**
 * Routes for operators: `/metrics` for Prometheus and the queue board at `/ops/queues`, both behind the
 * operator key.
 */
export async function serveOperators(
  app: FastifyInstance,
  { config, jobs }: Pick<Deps, "config" | "jobs">,
  metrics: Metrics,
): Promise<void> {
  const board = new FastifyAdapter();
  board.setBasePath("/ops/queues");
  createBullBoard({
    queues: QUEUE_NAMES.map((name) => new BullMQAdapter(jobs.queue(name))),
    serverAdapter: board,
  });
  await app.register(async (operators) => {
    operators.addHook("onRequest", async (request, reply) => {
      const refusal = refuseOperator(request, config.OPERATOR_KEY);
      if (refusal === undefined) return;
      // The board's plugin would turn a thrown error into its own 500.
      reply.header("www-authenticate", 'Basic realm="operators"');
      await answerError(refusal, request, reply);
    });
    operators.get("/metrics", async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
    );
    await operators.register(board.registerPlugin(), { prefix: "/ops/queues" });
  });
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
