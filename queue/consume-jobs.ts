import { DelayedError, UnrecoverableError, Worker } from "bullmq";
import type { Logger } from "../infra/logger.ts";
import { JOBS, type JobName, type JobPayload } from "./jobs.ts";
import type { RedisConnection } from "./connection.ts";

/** What a processor learns about its job besides the payload. */
export interface JobContext {
  readonly jobId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly isLastAttempt: boolean;
  /** Says how long the job's work waited, where that is not how long the job did. */
  readonly noteWait: (milliseconds: number) => void;
  /** Reports what the job has done so far as a completed try: it may go on with another piece of work. */
  readonly endPiece: () => void;
  /** Another piece of work begins, after {@link endPiece}. */
  readonly beginPiece: () => void;
}

/** Thrown by a processor for a failure that trying again cannot mend. */
export class FinalJobError extends Error {
  override readonly name = "FinalJobError";
}

/** Thrown by a processor whose job is to come again a little later; that is no attempt. */
export class JobDeferred extends Error {
  override readonly name = "JobDeferred";
  readonly delayMs: number;

  constructor(delayMs: number, options: ErrorOptions = {}) {
    super(`The job comes again in ${delayMs} ms.`, options);
    this.delayMs = delayMs;
  }
}

/** A running consumer. */
export interface Consumer {
  /** Stops taking jobs and waits for the running ones. */
  close(): Promise<void>;
}

/** Reports every finished try: for metrics. */
export type JobObserver = (observation: {
  readonly job: JobName;
  readonly outcome: "completed" | "failed" | "retried";
  readonly waitedMs: number;
  readonly ranMs: number;
}) => void;

/**
 * Runs a processor over the jobs of one name; every payload is parsed, every try is timed, counted and logged
 * when it fails.
 */
export function consumeJobs<Name extends JobName>(
  options: {
    readonly name: Name;
    readonly connection: RedisConnection;
    readonly prefix: string;
    readonly concurrency: number;
    readonly logger: Logger;
    readonly observe: JobObserver;
    /**
     * Called for a job that was given up because too many workers died while they ran it: no processor could
     * report it.
     */
    readonly onGivenUp?: (payload: JobPayload<Name>) => Promise<void>;
  },
  process: (payload: JobPayload<Name>, context: JobContext) => Promise<unknown>,
): Consumer {
  const definition = JOBS[options.name];
  const worker = new Worker(
    definition.queue,
    async (job, token) => {
      /** Undefined between two pieces of work. */
      let startedAt: number | undefined = performance.now();
      const attempt = job.attemptsMade + 1;
      let waitedMs = Math.max(0, Date.now() - job.timestamp - job.delay);
      const observe = (outcome: "completed" | "failed" | "retried") => {
        if (startedAt === undefined) return;
        options.observe({ job: options.name, outcome, waitedMs, ranMs: performance.now() - startedAt });
      };
      const context = {
        jobId: job.id ?? "",
        attempt,
        isLastAttempt: attempt >= definition.attempts,
        noteWait: (milliseconds: number) => {
          waitedMs = milliseconds;
        },
        endPiece: () => {
          observe("completed");
          startedAt = undefined;
        },
        beginPiece: () => {
          startedAt = performance.now();
        },
      };
      try {
        const payload = parsePayload(options.name, job.data);
        const result = await process(payload, context);
        observe("completed");
        return result ?? null;
      } catch (error) {
        if (error instanceof JobDeferred) {
          observe("retried");
          await job.moveToDelayed(Date.now() + error.delayMs, token);
          throw new DelayedError();
        }
        const final = error instanceof FinalJobError || context.isLastAttempt;
        options.logger.warn({ err: error, job: options.name, jobId: job.id, attempt, final }, "job failed");
        observe(final ? "failed" : "retried");
        if (error instanceof FinalJobError) throw new UnrecoverableError(error.message);
        throw error;
      }
    },
    {
      connection: options.connection,
      prefix: options.prefix,
      concurrency: options.concurrency,
      // A worker that is killed keeps its jobs locked this long at most; then another one takes them.
      lockDuration: 6_000,
      stalledInterval: 3_000,
      maxStalledCount: definition.killsMax,
      drainDelay: 2,
    },
  );
  worker.on("failed", (job) => {
    if (job?.deferredFailure === undefined) return;
    const fields = { job: options.name, jobId: job.id, killed: job.stalledCounter };
    options.logger.error(fields, "job given up: its workers died");
    options.observe({ job: options.name, outcome: "failed", waitedMs: 0, ranMs: 0 });
    const payload = definition.payload.safeParse(job.data);
    if (!payload.success) return;
    options.onGivenUp?.(payload.data as JobPayload<Name>).catch((error: unknown) => {
      options.logger.error(
        { err: error, ...fields },
        "a job that was given up could not be reported to its waiters",
      );
    });
  });
  worker.on("error", (error) => {
    // The connection has said it, once, and every consumer would say it again with each attempt to connect.
    const level = isOfConnection(error) ? "debug" : "warn";
    options.logger[level]({ err: error, job: options.name }, "consumer error");
  });
  return { close: () => worker.close() };
}

function isOfConnection(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return (
    (typeof code === "string" && /^E[A-Z]+$/.test(code)) || error.message.startsWith("Connection is closed")
  );
}

/** A payload that does not parse was written by another version; trying it again cannot mend that. */
function parsePayload<Name extends JobName>(name: Name, data: unknown): JobPayload<Name> {
  const parsed = JOBS[name].payload.safeParse(data);
  if (parsed.success) return parsed.data as JobPayload<Name>;
  throw new FinalJobError("The job was written by another version.", { cause: parsed.error });
}
