import { afterAll, expect, inject, test } from "vitest";
import { createLogger } from "../../infra/logger.ts";
import { newId } from "../../infra/new-id.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import { JobProducer } from "../../queue/job-producer.ts";

// Inspections, statistics and exports: the order in which workers get them, in a real Redis.

const connection = openPatientConnection(
  { REDIS_URL: inject("redisUrl") },
  createLogger({ LOG_LEVEL: "silent" }, "test"),
);
afterAll(() => connection.disconnect());

function openProducer() {
  const producer = new JobProducer(connection, `{order-${newId()}}`);
  const inspect = (organizationId: string, objectKey: string) =>
    producer.enqueue("asset.inspect", { objectKey, version: "1" }, { organizationId });
  const waiting = async () => {
    const jobs = await producer.queue("inspect").getPrioritized();
    return jobs.map((job) => job.data.objectKey as string);
  };
  return { producer, inspect, waiting };
}

test("100 waiting inspections of one organization delay another one's by one", async () => {
  const { producer, inspect, waiting } = openProducer();
  for (let file = 0; file < 100; file++) await inspect("loud", `loud-${file}`);
  await inspect("quiet", "quiet-0");
  await inspect("quiet", "quiet-1");
  expect((await waiting()).slice(0, 4)).toEqual(["loud-0", "quiet-0", "loud-1", "quiet-1"]);
  await producer.close();
});

test("an organization that comes later joins the round that is next, not the first one", async () => {
  const { producer, inspect, waiting } = openProducer();
  for (let file = 0; file < 10; file++) await inspect("loud", `loud-${file}`);
  for (const job of await producer.queue("inspect").getPrioritized(0, 4)) await job.remove();
  for (let file = 0; file < 3; file++) await inspect("quiet", `quiet-${file}`);
  expect((await waiting()).slice(0, 6)).toEqual([
    "loud-5",
    "quiet-0",
    "loud-6",
    "quiet-1",
    "loud-7",
    "quiet-2",
  ]);
  await producer.close();
});
