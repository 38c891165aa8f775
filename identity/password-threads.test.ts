import { readdirSync, readFileSync } from "node:fs";
import bcrypt from "bcrypt";
import { afterAll, expect, test } from "vitest";
import { PasswordThreads } from "./password-threads.ts";

const threads = new PasswordThreads(1);
afterAll(() => threads.close());

/**
 * How many threads of this process have a scheduling policy; 5 is SCHED_IDLE (proc_pid_stat(5), field 41).
 */
function threadsWithPolicy(policy: number): number {
  const stats = readdirSync("/proc/self/task").map((id) =>
    readFileSync(`/proc/self/task/${id}/stat`, "utf8"),
  );
  const fields = stats.map((stat) => stat.slice(stat.lastIndexOf(")") + 2).split(" "));
  return fields.filter((each) => each[41 - 3] === String(policy)).length;
}

test("hashes and comparisons are those of bcrypt, and counted", async () => {
  const hash = (await threads.run({ kind: "hash", password: "correct horse", cost: 4 }, "patient")) as string;
  expect(await bcrypt.compare("correct horse", hash)).toBe(true);
  expect(await threads.run({ kind: "compare", passwords: ["correct horse"], hash }, "patient")).toBe(true);
  expect(await threads.run({ kind: "compare", passwords: ["wrong horse"], hash }, "prompt")).toBe(false);
  const forms = ["wrong horse", "correct horse"];
  expect(await threads.run({ kind: "compare", passwords: forms, hash }, "prompt")).toBe(true);
  expect(threads.finished).toBe(4);
});

test.skipIf(process.platform !== "linux")(
  "passwords are hashed by idle threads, one for each urgency",
  async () => {
    await threads.run({ kind: "hash", password: "x", cost: 4 }, "patient");
    await threads.run({ kind: "hash", password: "x", cost: 4 }, "prompt");
    // On a busy machine other threads answer first, and the idle ones come later.
    await expect.poll(() => threadsWithPolicy(5), { timeout: 15_000 }).toBe(2);
  },
);

test("a task behind a starving idle thread is done by another thread", async () => {
  const fresh = new PasswordThreads(1);
  // Seconds of work, which ends with the threads.
  const long = fresh.run({ kind: "hash", password: "x", cost: 15 }, "prompt").catch(() => "ended");
  const short = fresh.run({ kind: "hash", password: "x", cost: 4 }, "prompt");
  expect(await Promise.race([long, short])).toMatch(/^\$2[aby]\$04\$/);
  await fresh.close();
});
