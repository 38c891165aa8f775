import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { ProblemError } from "../core/errors.ts";
import { inspectResultSchema, JOBS, type JobPayload } from "./jobs.ts";
import type { JobProducer } from "./producer.ts";

/** What an inspection found. */
export type Inspection = z.infer<typeof inspectResultSchema>;

const LOOK_EVERY_MS = 50;

/**
 * Has a worker look into a file and waits for the answer. Inspections are rare and take tens of milliseconds, so the job itself is looked
 * at instead of a subscription. Rejects with a ProblemError `unavailable` after the deadline or when Redis is away.
 */
export async function requestInspection(
  producer: JobProducer,
  payload: JobPayload<"asset.inspect">,
  deadlineMs: number,
): Promise<Inspection> {
  const giveUpAt = Date.now() + deadlineMs;
  try {
    const id = await producer.enqueue("asset.inspect", payload, {
      deduplicationId: `${payload.objectKey}@${payload.version}`,
    });
    const queue = producer.queue(JOBS["asset.inspect"].queue);
    while (Date.now() < giveUpAt) {
      const job = await queue.getJob(id);
      if (job?.finishedOn !== undefined && job.failedReason === undefined) {
        return inspectResultSchema.parse(job.returnvalue);
      }
      if (job?.finishedOn !== undefined) break;
      await sleep(LOOK_EVERY_MS);
    }
  } catch (error) {
    throw unavailable(error);
  }
  throw unavailable(undefined);
}

function unavailable(cause: unknown): ProblemError {
  return new ProblemError("unavailable", "The file could not be inspected right now; try again.", {
    cause,
    retryAfterSeconds: 5,
  });
}
