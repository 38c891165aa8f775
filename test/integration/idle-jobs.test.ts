import { QueueKeys } from "bullmq";
import fc from "fast-check";
import { afterAll, expect, inject, onTestFinished, test } from "vitest";
import { createLogger } from "../../infra/logger.ts";
import { newId } from "../../infra/new-id.ts";
import { openPatientConnection, type RedisConnection } from "../../queue/connection.ts";
import { JOBS } from "../../queue/jobs.ts";
import { Handover, HANDOVER_LIMITS } from "../../queue/tiles/handover.ts";
import { IdleJobs } from "../../queue/tiles/idle-jobs.ts";

// Jobs that have rendered a block and wait for the next one, in a real Redis. The clock is injected.

const TILE = "0/0";
const IDLE_MS = 1_000;

const connect = (): RedisConnection =>
  openPatientConnection({ REDIS_URL: inject("redisUrl") }, createLogger({ LOG_LEVEL: "silent" }, "test"));
const shared = connect();
afterAll(() => shared.disconnect());

/** Where BullMQ lists the jobs that wait for a worker. */
const queuedJobs = (prefix: string) => new QueueKeys(prefix).toKey(JOBS["tile.render"].queue, "wait");

/** A partition of its own, and a worker that listens there. */
async function openPartition() {
  const prefix = `{idle-${newId()}}`;
  const clock = { now: 1_000_000 };
  const handover = new Handover(shared, prefix, () => clock.now);
  const subscription = connect();
  onTestFinished(() => subscription.disconnect());
  const idle = new IdleJobs(subscription);
  await idle.follow(handover.wakeChannels);
  const offer = async (block: string) => {
    const work = { organizationId: "a", work: block };
    return (await handover.register(block, "api", [TILE], "now", work)).needsJob;
  };
  const takeOrWait = async (job: string, idleMs = IDLE_MS) => {
    const { work } = await handover.take(job, "now", { processName: idle.processName, idleMs });
    return work;
  };
  return { prefix, clock, handover, subscription, idle, offer, takeOrWait };
}

test("an idle job is woken for a block, which then needs no other job", async () => {
  const { handover, idle, offer, takeOrWait } = await openPartition();
  const wakeUp = idle.expect(handover.wakeChannels, "job-1");
  expect(await takeOrWait("job-1")).toBeUndefined();
  expect(await offer("first")).toBe(false);
  expect(await wakeUp.within(60_000)).toBe(true);
  expect(await offer("second"), "the only idle job has been woken already").toBe(true);
  expect(await takeOrWait("job-1")).toBe("first");
});

test("an idle job is woken although others wait in the queue: it holds the place in which they would run", async () => {
  const { prefix, offer, takeOrWait } = await openPartition();
  await shared.lpush(queuedJobs(prefix), "queued");
  await takeOrWait("idle");
  expect(await offer("block")).toBe(false);
  expect(await shared.zcard(`${prefix}:renders:idle`)).toBe(0);
  expect(await takeOrWait("idle")).toBe("block");
});

test("an idle job is given nothing once its time is over, nor once its process has ended", async () => {
  const { clock, subscription, offer, takeOrWait } = await openPartition();
  await takeOrWait("job-1");
  clock.now += IDLE_MS;
  expect(await offer("late")).toBe(true);
  expect(await takeOrWait("job-2")).toBe("late");
  expect(await takeOrWait("job-2")).toBeUndefined();
  subscription.disconnect();
  await expect.poll(() => offer(newId())).toBe(true);
});

test("a block whose woken job is lost is offered again after two seconds", async () => {
  const { clock, handover, offer, takeOrWait } = await openPartition();
  await takeOrWait("lost");
  expect(await offer("block")).toBe(false);
  clock.now += HANDOVER_LIMITS.wokenLostMs - 1;
  expect(await offer("block")).toBe(false);
  clock.now += 1;
  expect(await offer("block"), "it waits already, so it gets a job of its own").toBe(true);
  expect((await handover.take("found")).work).toBe("block");
});

test("jobs stop waiting when their worker stops", async () => {
  const { handover, idle } = await openPartition();
  const wakeUp = idle.expect(handover.wakeChannels, "job-1").within(60_000);
  idle.close();
  expect(await wakeUp).toBe(false);
  expect(await idle.expect(handover.wakeChannels, "job-2").within(60_000)).toBe(false);
});

test("whatever is offered, taken and ended: jobs queued or woken are never fewer than blocks that wait", async () => {
  const anyStep = fc.oneof(
    { weight: 3, arbitrary: fc.constant("offer") },
    { weight: 2, arbitrary: fc.constant("begin") },
    { weight: 3, arbitrary: fc.constant("go on") },
    { weight: 2, arbitrary: fc.constant("look once more") },
    { weight: 1, arbitrary: fc.constant("time passes") },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 80 }), async (steps) => {
      const { prefix, clock, handover, offer, takeOrWait, subscription } = await openPartition();
      const queued = queuedJobs(prefix);
      const idleIn = async () => await shared.zrange(`${prefix}:renders:idle`, "0", "-1");
      /** Running jobs, those that are idle, and those of them that were woken. */
      const [running, idle, woken] = [new Set<string>(), new Set<string>(), new Set<string>()];
      let [blocks, waiting, jobs] = [0, 0, 0];
      const take = async (job: string, idleMs: number) => {
        woken.delete(job);
        const isTaken = (await takeOrWait(job, idleMs)) !== undefined;
        if (isTaken) waiting -= 1;
        for (const set of [running, idle]) set.delete(job);
        if (isTaken) running.add(job);
        else if (idleMs > 0) idle.add(job);
      };
      for (const step of steps) {
        if (step === "offer") {
          const before = await idleIn();
          const needsJob = await offer(`block-${(blocks += 1)}`);
          waiting += 1;
          const after = new Set(await idleIn());
          const [gone] = before.filter((member) => !after.has(member));
          if (needsJob) await shared.lpush(queued, `job-${(jobs += 1)}`);
          else if (gone !== undefined) woken.add(gone.split(" ")[1] ?? "");
        } else if (step === "begin") {
          const job = await shared.rpop(queued);
          if (job !== null && (await handover.take(job)).work !== undefined) {
            waiting -= 1;
            running.add(job);
          }
        } else if (step === "time passes") clock.now += IDLE_MS / 2;
        else {
          const [job] = step === "go on" ? running : idle;
          if (job !== undefined) await take(job, step === "go on" ? IDLE_MS : 0);
        }
        const able = (await shared.llen(queued)) + woken.size;
        expect(able, `${step}: ${waiting} blocks`).toBeGreaterThanOrEqual(waiting);
      }
      subscription.disconnect();
    }),
    { numRuns: 60, seed: 20_261_130 },
  );
}, 60_000);
