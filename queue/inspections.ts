import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { ProblemError } from "../core/errors.ts";
import {
  type areaJobSchema,
  areaResultSchema,
  inspectResultSchema,
  JOBS,
  type statisticsJobSchema,
  statisticsResultSchema,
  type JobPayload,
} from "./jobs.ts";
import type { JobProducer } from "./job-producer.ts";

/** What an inspection found. */
export type Inspection = z.infer<typeof inspectResultSchema>;

const LOOK_EVERY_MS = 50;

/** How long Redis may be unavailable meanwhile: a connection that was cut, or a new master, is soon there. */
const OUTAGE_MS_MAX = 2_000;

/** In whose turn a file is looked into, and how long that may take. */
interface InspectionOptions {
  readonly organizationId: string;
  readonly deadlineMs: number;
}

/**
 * Has a worker look into a file and waits for the answer. Inspections are rare and take tens of milliseconds,
 * so the job itself is looked at instead of a subscription. Rejects with a ProblemError `unavailable` after
 * the deadline or when Redis is unavailable.
 */
export async function requestInspection(
  producer: JobProducer,
  payload: JobPayload<"asset.inspect">,
  options: InspectionOptions,
): Promise<Inspection> {
  const deduplicationId = `${payload.objectKey}@${payload.version}`;
  const result = await requestResult(producer, "asset.inspect", payload, { ...options, deduplicationId });
  return inspectResultSchema.parse(result);
}

/** Statistics of a calculation. */
export type StatisticsResult = z.infer<typeof statisticsResultSchema>;

/** Has a worker calculate statistics and waits for the answer; rejects as {@link requestInspection} does. */
export async function requestStatistics(
  producer: JobProducer,
  payload: z.infer<typeof statisticsJobSchema>,
  options: InspectionOptions,
): Promise<StatisticsResult> {
  const deduplicationId = `${payload.objectKey}@${payload.version} ${payload.expression} ${JSON.stringify(payload.histogram ?? null)}`;
  const result = await requestResult(producer, "asset.statistics", payload, { ...options, deduplicationId });
  return statisticsResultSchema.parse(result);
}

/** Statistics within an area. */
export type AreaResult = z.infer<typeof areaResultSchema>;

/** Has a worker calculate statistics within an area and waits; rejects as {@link requestInspection} does. */
export async function requestAreaStatistics(
  producer: JobProducer,
  payload: z.infer<typeof areaJobSchema>,
  options: InspectionOptions,
): Promise<AreaResult> {
  const deduplicationId = createHash("sha256").update(JSON.stringify(payload)).digest("base64url");
  const result = await requestResult(producer, "asset.statistics", payload, { ...options, deduplicationId });
  return areaResultSchema.parse(result);
}

async function requestResult<Name extends "asset.inspect" | "asset.statistics">(
  producer: JobProducer,
  name: Name,
  payload: JobPayload<Name>,
  { deadlineMs, organizationId, deduplicationId }: InspectionOptions & { readonly deduplicationId: string },
): Promise<unknown> {
  const giveUpAt = Date.now() + deadlineMs;
  const queue = producer.queue(JOBS[name].queue);
  let id: string | undefined;
  let lastAnswerAt = Date.now();
  let failure: unknown;
  while (Date.now() < Math.min(giveUpAt, lastAnswerAt + OUTAGE_MS_MAX)) {
    try {
      id ??= await producer.enqueue(name, payload, { deduplicationId, organizationId });
      const job = await queue.getJob(id);
      // A job that succeeds at its second attempt keeps the reason why the first one failed.
      if (job?.finishedOn !== undefined && job.returnvalue !== null) return job.returnvalue;
      if (job?.finishedOn !== undefined) break;
      lastAnswerAt = Date.now();
    } catch (error) {
      failure = error;
    }
    await sleep(LOOK_EVERY_MS);
  }
  throw unavailable(failure);
}

function unavailable(cause: unknown): ProblemError {
  return new ProblemError("unavailable", "The file could not be inspected right now; try again.", {
    cause,
    retryAfterSeconds: 5,
  });
}
