import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { FastifyAdapter } from "@bull-board/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProblemError } from "../../core/errors.ts";
import { JOBS, QUEUE_NAMES } from "../../queue/jobs.ts";
import { insertAuditEntries } from "../../storage/audit-log.ts";
import type { Deps } from "../deps.ts";
import { answerError } from "./answer-errors.ts";
import { siteOf } from "./request-context.ts";

/** Where the board is served. */
export const BOARD_PATH = "/ops/queues";

/** The board's page has one inline style; its scripts are files. No other page may show it in a frame. */
const BOARD_HEADERS = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

/** The board's page links fonts of another host. */
const OUTSIDE_LINKS = /<link [^>]*href="https?:[^>]*>/g;

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Serves the queue board to callers that the routes around it have admitted. Its changes are in the audit
 * log, and pages of other sites can neither make them nor frame it.
 */
export async function serveQueueBoard(
  operators: FastifyInstance,
  { jobs, renderJobs, database, logger }: Pick<Deps, "jobs" | "renderJobs" | "database" | "logger">,
): Promise<void> {
  const board = new FastifyAdapter();
  board.setBasePath(BOARD_PATH);
  createBullBoard({
    queues: [
      ...QUEUE_NAMES.map((name) => new BullMQAdapter(jobs.queue(name))),
      ...renderJobs
        .slice(1)
        .map(
          (each, index) =>
            new BullMQAdapter(each.queue(JOBS["tile.render"].queue), { prefix: `partition ${index + 1}: ` }),
        ),
    ],
    serverAdapter: board,
  });
  await operators.register(async (pages) => {
    pages.addHook("onRequest", async (request, reply) => {
      reply.headers(BOARD_HEADERS);
      if (SAFE_METHODS.has(request.method) || isOwnPage(request)) return;
      const detail = "Change queues from the board's own page.";
      await answerError(new ProblemError("forbidden", detail), request, reply);
    });
    pages.addHook("onSend", async (_request, _reply, payload) =>
      typeof payload === "string" ? payload.replaceAll(OUTSIDE_LINKS, "") : payload,
    );
    pages.addHook("onResponse", async (request, reply) => {
      if (SAFE_METHODS.has(request.method)) return;
      await insertAuditEntries(database, [
        {
          organizationId: null,
          principalType: "operator",
          principalId: null,
          operationId: "ops.queues.change",
          subject: { method: request.method, path: request.url },
          outcome: reply.statusCode,
          clientAddress: request.ip,
          requestId: request.id,
        },
      ]).catch((error: unknown) =>
        logger.error({ err: error }, "a change on the queue board is not audited"),
      );
    });
    await pages.register(board.registerPlugin(), { prefix: BOARD_PATH });
  });
}

/** Whether a change comes from the board itself, or from a program: programs send neither header. */
function isOwnPage(request: FastifyRequest): boolean {
  const { relation } = siteOf(request);
  if (relation !== undefined && relation !== "same-origin" && relation !== "none") return false;
  const { origin } = request.headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === request.host);
}
