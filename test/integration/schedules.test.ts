import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../infra/new-id.ts";
import { createLogger } from "../../infra/logger.ts";
import { openPatientConnection, type RedisConnection } from "../../queue/connection.ts";
import { consumeJobs } from "../../queue/consume-jobs.ts";
import { JobProducer } from "../../queue/job-producer.ts";
import { keepSchedules } from "../../queue/keep-schedules.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let redis: RedisConnection;

beforeAll(async () => {
  system = await startSystem();
  redis = openPatientConnection(system.config, createLogger(system.config, "test"));
});
afterAll(async () => {
  redis.disconnect();
  await system.stop();
});

test("clock-driven jobs run again after Redis lost everything", async () => {
  const prefix = `{t-${newId()}}`;
  const logger = createLogger({ ...system.config, LOG_LEVEL: "silent" }, "test");
  const jobs = new JobProducer(redis, prefix);
  let runs = 0;
  const consumer = consumeJobs(
    { name: "billing.close", connection: redis, prefix, concurrency: 1, logger, observe: () => undefined },
    () => Promise.resolve((runs += 1)),
  );
  const schedules = await keepSchedules(jobs, "closing", logger, 50);
  await expect.poll(() => runs, { timeout: 10_000 }).toBe(1);
  const keys = await redis.keys(`${prefix}:*`);
  await redis.del(...keys);
  await expect.poll(() => runs, { timeout: 10_000 }).toBe(2);
  const scheduler = await jobs.queue("closing").getJobScheduler("billing.close");
  expect(scheduler?.every).toBe(300_000);
  schedules.close();
  await consumer.close();
  await jobs.close();
});
