import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { secretHash } from "../../core/access/api-key.ts";
import type { Metrics } from "../../infra/metrics.ts";
import type { PoolLoad, SystemLoad } from "../../queue/load.ts";
import type { Deps } from "../deps.ts";
import { answerError } from "./answer-errors.ts";
import { lookAtDependencies } from "./dependencies.ts";
import { serveQueueBoard } from "./queue-board.ts";
import { headerOf } from "./request-context.ts";

/** Wrong operator keys are throttled under this name, as passwords are under the names of their links. */
const THROTTLED_AS = "operators";

/**
 * Routes for operators behind the operator key: `/metrics` for Prometheus, `/ops/load` for autoscalers,
 * `/health/dependencies`, and the queue board at `/ops/queues`.
 */
export async function serveOperators(
  app: FastifyInstance,
  deps: Pick<
    Deps,
    | "config"
    | "jobs"
    | "renderJobs"
    | "load"
    | "database"
    | "objectStore"
    | "logger"
    | "throttle"
    | "securityLog"
  >,
  metrics: Metrics,
): Promise<void> {
  await app.register(async (operators) => {
    operators.addHook("onRequest", async (request, reply) => {
      const refusal = await refuseOperator(deps, request);
      if (refusal === undefined) return;
      // The board's plugin would turn a thrown error into its own 500.
      reply.header("www-authenticate", 'Basic realm="operators"');
      await answerError(refusal, request, reply);
    });
    operators.get("/metrics", async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
    );
    operators.get("/health/dependencies", async (_request, reply) =>
      reply.send(await lookAtDependencies(deps)),
    );
    operators.get("/ops/load", async () => loadAnswer(await deps.load.read()));
    await serveQueueBoard(operators, deps);
  });
}

/** Why a request may not see operators' pages; wrong keys are throttled by address, as passwords are. */
async function refuseOperator(
  { config: { OPERATOR_KEY }, throttle }: Pick<Deps, "config" | "throttle">,
  request: FastifyRequest,
): Promise<ProblemError | undefined> {
  if (OPERATOR_KEY === undefined) {
    return new ProblemError("not_found", "Set OPERATOR_KEY to open the operators' pages.");
  }
  const given = givenKey(request);
  if (given === undefined) return new ProblemError("unauthenticated", "Send the operator key.");
  try {
    const attempt = await throttle.begin(THROTTLED_AS, request.ip);
    const isRight = () => Promise.resolve(timingSafeEqual(secretHash(given), secretHash(OPERATOR_KEY)));
    if (await throttle.comparing(attempt, isRight)) return undefined;
    return new ProblemError("unauthenticated", "This is not the operator key.");
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

/** The key of a request: a bearer token or, from browsers, the password of HTTP basic authentication. */
function givenKey(request: FastifyRequest): string | undefined {
  const [scheme = "", value] = (headerOf(request, "authorization") ?? "").split(" ");
  if (value === undefined || scheme.toLowerCase() !== "basic") return value;
  return Buffer.from(value, "base64")
    .toString("utf8")
    .replace(/^[^:]*:/, "");
}

/** The load as JSON with names as Prometheus writes them; a scaler picks one number by its path. */
function loadAnswer({ pools, partitions, processes }: SystemLoad): unknown {
  const poolAnswer = ({ oldestWaitSeconds, wantedPlaces, ...counts }: PoolLoad) => ({
    ...counts,
    wanted_places: wantedPlaces,
    oldest_wait_seconds: oldestWaitSeconds,
  });
  return {
    pools: Object.fromEntries(Object.entries(pools).map(([pool, load]) => [pool, poolAnswer(load)])),
    partitions,
    processes: processes.map(({ startedAtMs, pieceSeconds, ...process }) => ({
      ...process,
      piece_seconds: pieceSeconds,
      started_at: new Date(startedAtMs).toISOString(),
    })),
  };
}
