import fc from "fast-check";
import { afterAll, describe, expect, inject, test } from "vitest";
import { createLogger } from "../../infra/logger.ts";
import { newId } from "../../infra/new-id.ts";
import { QueueKeys } from "bullmq";
import { openPatientConnection } from "../../queue/connection.ts";
import { JOBS } from "../../queue/jobs.ts";
import { Handover, type Urgency } from "../../queue/tiles/handover.ts";

// The order in which workers take blocks, in a real Redis. Order is counted, not time.

const connection = openPatientConnection(
  { REDIS_URL: inject("redisUrl") },
  createLogger({ LOG_LEVEL: "silent" }, "test"),
);
afterAll(() => connection.disconnect());

const TILE = "0/0";
const freshHandover = () => new Handover(connection, `{fair-${newId()}}`);

async function offer(handover: Handover, organization: string, block: string): Promise<void> {
  await handover.register(block, "api", [TILE]);
  await handover.offer(organization, block, `work of ${block}`);
}

/** Takes the next block, as a job of its own. */
async function take(handover: Handover): Promise<string | undefined> {
  return (await handover.take(newId())).work?.replace("work of ", "");
}

async function takeAll(handover: Handover): Promise<string[]> {
  const taken: string[] = [];
  for (let next = await take(handover); next !== undefined; next = await take(handover)) taken.push(next);
  return taken;
}

test("jobs that wait are never fewer than blocks that wait, and a busy queue adds none", async () => {
  const organizations = ["a", "b", "c"];
  const anyStep = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...organizations).map((of) => ({ kind: "offer", of }) as const) },
    { weight: 2, arbitrary: fc.nat(3).map((more) => ({ kind: "job", more }) as const) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 60 }), async (steps) => {
      const prefix = `{jobs-${newId()}}`;
      const handover = new Handover(connection, prefix);
      const jobs = new QueueKeys(prefix).toKey(JOBS["tile.render"].queue, "wait");
      let [blocks, waiting] = [0, 0];
      for (const step of steps) {
        if (step.kind === "offer") {
          const work = { organizationId: step.of, work: "work" };
          const block = `block-${(blocks += 1)}`;
          const { needsJob } = await handover.register(block, "api", [TILE], "now", work);
          waiting += 1;
          const before = await connection.llen(jobs);
          expect(needsJob, `${before} jobs, ${waiting} blocks`).toBe(before < waiting);
          if (needsJob) await connection.lpush(jobs, block);
        } else if ((await connection.rpop(jobs)) !== null) {
          for (let taken = 0; taken <= step.more && (await take(handover)) !== undefined; taken++)
            waiting -= 1;
        }
        expect(await connection.llen(jobs)).toBeGreaterThanOrEqual(waiting);
      }
    }),
    { numRuns: 60, seed: 20_261_129 },
  );
});

test("300 waiting blocks of one organization delay another one's first block by none", async () => {
  const handover = freshHandover();
  for (let block = 0; block < 300; block++) await offer(handover, "loud", `loud-${block}`);
  expect(await take(handover)).toBe("loud-0");
  await offer(handover, "quiet", "quiet-0");
  expect(await take(handover)).toBe("quiet-0");
  expect(await take(handover)).toBe("loud-1");
});

test("organizations take turns, each with its oldest block", async () => {
  const handover = freshHandover();
  for (const block of ["a1", "a2", "a3", "b1", "b2", "c1"]) await offer(handover, block[0] ?? "", block);
  expect(await takeAll(handover)).toEqual(["a1", "b1", "c1", "a2", "b2", "a3"]);
});

test("an organization that always offers one more block is not served twice before another one", async () => {
  const handover = freshHandover();
  await offer(handover, "a", "a1");
  await offer(handover, "b", "b1");
  const taken: (string | undefined)[] = [];
  for (let round = 2; round < 6; round++) {
    taken.push(await take(handover), await take(handover));
    await offer(handover, "a", `a${round}`);
    await offer(handover, "b", `b${round}`);
  }
  expect(taken.map((block) => block?.[0])).toEqual(["a", "b", "a", "b", "a", "b", "a", "b"]);
});

test("a block without waiters is skipped, and costs its organization no turn", async () => {
  const handover = freshHandover();
  for (const block of ["a1", "a2", "b1"]) await offer(handover, block[0] ?? "", block);
  await handover.withdraw("a1", "api", TILE);
  expect(await takeAll(handover)).toEqual(["a2", "b1"]);
});

test("a block that is offered again keeps its place, and is taken once", async () => {
  const handover = freshHandover();
  await offer(handover, "a", "a1");
  await offer(handover, "a", "a2");
  await offer(handover, "a", "a1");
  expect(await takeAll(handover)).toEqual(["a1", "a2"]);
});

test("a job that tries again gets the block that it left, not the next one", async () => {
  const handover = freshHandover();
  await offer(handover, "a", "a1");
  await offer(handover, "b", "b1");
  expect((await handover.take("job")).work).toBe("work of a1");
  await handover.leave("a1", "job", "work of a1");
  expect(await handover.take("job")).toMatchObject({ work: "work of a1", wished: 1, tiles: [TILE] });
  expect((await handover.take("job")).work).toBe("work of b1");
});

test("whatever is offered and taken: the least recently served organization is next, with its oldest block", async () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("a", "b", "c", "d") },
    { weight: 2, arbitrary: fc.constant("take") },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const handover = freshHandover();
      const waiting = new Map<string, string[]>();
      const served = new Map<string, number>();
      for (const [at, step] of [...steps, ...steps.map(() => "take")].entries()) {
        if (step !== "take") {
          await offer(handover, step, `${step}-${at}`);
          waiting.set(step, [...(waiting.get(step) ?? []), `${step}-${at}`]);
          continue;
        }
        const candidates = [...waiting].filter(([, blocks]) => blocks.length > 0).map(([name]) => name);
        const longestAgo = Math.min(...candidates.map((name) => served.get(name) ?? 0));
        const next = candidates.filter((name) => (served.get(name) ?? 0) === longestAgo).toSorted()[0];
        expect(await take(handover)).toBe(waiting.get(next ?? "")?.shift());
        if (next !== undefined) served.set(next, at + 1);
      }
    }),
    { numRuns: 60, seed: 20_261_128 },
  );
});

describe("work in the background", () => {
  const register = (handover: Handover, block: string, urgency: Urgency) =>
    handover.register(block, "api", [TILE], urgency);
  const offerLater = async (handover: Handover, organization: string, block: string) => {
    await register(handover, block, "background");
    await handover.offer(organization, block, `work of ${block}`, "background");
  };
  const takeLater = async (handover: Handover) => (await handover.take(newId(), "background")).work;

  test("is never taken in a viewer's turn, and organizations take turns there too", async () => {
    const handover = freshHandover();
    for (const block of ["a1", "a2", "b1"]) await offerLater(handover, block[0] ?? "", block);
    await offer(handover, "c", "c1");
    expect(await takeAll(handover)).toEqual(["c1"]);
    expect([await takeLater(handover), await takeLater(handover)]).toEqual(["work of a1", "work of b1"]);
  });

  test("moves to the front when a viewer joins, and is rendered once", async () => {
    const handover = freshHandover();
    await offerLater(handover, "a", "a1");
    expect(await register(handover, "a1", "background")).toMatchObject({ needsJob: false });
    expect(await register(handover, "a1", "now")).toMatchObject({ needsJob: true });
    await handover.offer("a", "a1", "work of a1");
    expect(await take(handover)).toBe("a1");
    expect(await takeLater(handover)).toBeUndefined();
  });

  test("joins a block that a viewer waits for", async () => {
    const handover = freshHandover();
    await offer(handover, "a", "a1");
    expect(await register(handover, "a1", "background")).toMatchObject({ needsJob: false });
  });
});
