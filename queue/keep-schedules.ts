import type { Logger } from "../infra/logger.ts";
import { JOBS, SCHEDULES } from "./jobs.ts";
import type { JobProducer } from "./job-producer.ts";

const LOOK_EVERY_MS = 60_000;

/**
 * Makes the clock-driven jobs of a queue exist, and again should Redis lose them, which no other part would
 * notice.
 */
export async function keepSchedules(
  jobs: JobProducer,
  queueName: string,
  logger: Logger,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<{ close(): void }> {
  await jobs.upsertSchedules(queueName);
  const look = async () => {
    for (const { job } of SCHEDULES) {
      if (JOBS[job].queue !== queueName) continue;
      if ((await jobs.queue(queueName).getJobScheduler(job)) !== undefined) continue;
      logger.error({ job }, "Redis has lost a schedule; making it again");
      await jobs.upsertSchedules(queueName);
    }
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look).catch((error: unknown) => {
      logger.warn({ err: error, queue: queueName }, "schedules not looked at");
    });
  }, lookEveryMs);
  return { close: () => clearInterval(timer) };
}
