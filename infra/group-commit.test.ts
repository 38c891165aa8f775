import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { GroupCommit } from "./group-commit.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Writes that end when the test ends them. */
function controlledWrites() {
  const batches: (readonly number[])[] = [];
  const ends: { succeed: () => void; fail: (error: Error) => void }[] = [];
  const write = (items: readonly number[]) =>
    new Promise<void>((resolve, reject) => {
      batches.push([...items]);
      ends.push({ succeed: resolve, fail: reject });
    });
  const end = () => {
    const next = ends.shift();
    if (next === undefined) throw new Error("no write is in flight");
    return next;
  };
  return { batches, write, end };
}

/** How a promise stands after everything that is due has run. */
async function stateOf(promise: Promise<void> | undefined): Promise<string> {
  let state = "pending";
  void promise?.then(
    () => (state = "resolved"),
    () => (state = "rejected"),
  );
  await vi.advanceTimersByTimeAsync(0);
  return promise === undefined ? "refused" : state;
}

const turns = () => vi.advanceTimersByTimeAsync(1);

test("items that arrive during a write share the next one, in order, and one promise", async () => {
  const { batches, write, end } = controlledWrites();
  const commit = new GroupCommit({ write, itemsMax: 100, onFailure: "reject" });
  void commit.add(1);
  await turns();
  const later = [2, 3, 4].map((item) => commit.add(item));
  await turns();
  expect(batches).toEqual([[1]]);
  end().succeed();
  await turns();
  expect(batches).toEqual([[1], [2, 3, 4]]);
  expect(new Set(later).size).toBe(1);
  expect(await stateOf(later[0])).toBe("pending");
  end().succeed();
  expect(await stateOf(later[0])).toBe("resolved");
});

test("a batch waits gatherMs for others, and never holds more than batchMax", async () => {
  const { batches, write, end } = controlledWrites();
  const commit = new GroupCommit({ write, itemsMax: 100, batchMax: 2, gatherMs: 50, onFailure: "drop" });
  void commit.add(1);
  await vi.advanceTimersByTimeAsync(49);
  for (const item of [2, 3]) void commit.add(item);
  expect(batches).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(batches).toEqual([[1, 2]]);
  end().succeed();
  await vi.advanceTimersByTimeAsync(50);
  expect(batches).toEqual([[1, 2], [3]]);
});

test("at the bound, which counts the write in flight, an item is refused at once; a finished write makes room", async () => {
  const { write, end } = controlledWrites();
  const commit = new GroupCommit({ write, itemsMax: 3, onFailure: "reject" });
  void commit.add(1);
  await turns();
  expect([2, 3].map((item) => commit.add(item) !== undefined)).toEqual([true, true]);
  expect(commit.add(4)).toBeUndefined();
  expect(commit.held).toBe(3);
  end().succeed();
  await turns();
  expect(commit.held).toBe(2);
  expect(commit.add(5)).toBeDefined();
});

test("reject: the promise of a failed batch rejects with its error, and the next batch is written", async () => {
  const { batches, write, end } = controlledWrites();
  const onError = vi.fn();
  const commit = new GroupCommit({ write, itemsMax: 100, onFailure: "reject", onError });
  const failed = commit.add(1);
  await turns();
  const next = commit.add(2);
  const broken = new Error("broken");
  end().fail(broken);
  await expect(failed).rejects.toBe(broken);
  await turns();
  end().succeed();
  expect(await stateOf(next)).toBe("resolved");
  expect(batches).toEqual([[1], [2]]);
  expect(onError.mock.calls).toEqual([[broken, [1]]]);
  expect(commit.held).toBe(0);
});

test("requeue: a failed batch is written again after the pause and before newer items, and holds its room meanwhile", async () => {
  const { batches, write, end } = controlledWrites();
  const commit = new GroupCommit({ write, itemsMax: 3, gatherMs: 10, onFailure: "requeue" });
  const first = commit.add(1);
  await vi.advanceTimersByTimeAsync(10);
  const second = commit.add(2);
  end().fail(new Error("broken"));
  expect(await stateOf(first)).toBe("pending");
  expect(batches).toEqual([[1]]);
  expect([commit.add(3) !== undefined, commit.add(4)]).toEqual([true, undefined]);
  await vi.advanceTimersByTimeAsync(10);
  expect(batches).toEqual([[1], [1]]);
  end().succeed();
  await vi.advanceTimersByTimeAsync(10);
  expect(batches).toEqual([[1], [1], [2, 3]]);
  end().succeed();
  expect([await stateOf(first), await stateOf(second)]).toEqual(["resolved", "resolved"]);
});

test("drop: a failed batch is reported, forgotten, and its promise resolves", async () => {
  const { batches, write, end } = controlledWrites();
  const onError = vi.fn();
  const commit = new GroupCommit({ write, itemsMax: 100, gatherMs: 10, onFailure: "drop", onError });
  const dropped = commit.add(1);
  await vi.advanceTimersByTimeAsync(10);
  end().fail(new Error("broken"));
  expect(await stateOf(dropped)).toBe("resolved");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(batches).toEqual([[1]]);
  expect(onError).toHaveBeenCalledOnce();
  expect(commit.held).toBe(0);
});

test("close writes what is held without gathering, waits for it, and takes nothing more", async () => {
  const { batches, write, end } = controlledWrites();
  const commit = new GroupCommit({
    write,
    itemsMax: 100,
    batchMax: 2,
    gatherMs: 60_000,
    onFailure: "requeue",
  });
  const written = [1, 2, 3].map((item) => commit.add(item));
  const closed = commit.close();
  expect(commit.add(4)).toBeUndefined();
  expect(batches).toEqual([[1, 2]]);
  end().succeed();
  expect(await stateOf(closed)).toBe("pending");
  expect(batches).toEqual([[1, 2], [3]]);
  end().succeed();
  expect(await stateOf(closed)).toBe("resolved");
  expect(await stateOf(written[2])).toBe("resolved");
});

test("close waits for the write in flight when nothing else is held", async () => {
  const { write, end } = controlledWrites();
  const commit = new GroupCommit({ write, itemsMax: 100, onFailure: "reject" });
  void commit.add(1);
  await turns();
  const closed = commit.close();
  expect(await stateOf(closed)).toBe("pending");
  end().succeed();
  expect(await stateOf(closed)).toBe("resolved");
});

test("close gives up at its deadline: what is held fails by the policy and is reported", async () => {
  const { write } = controlledWrites();
  const onError = vi.fn();
  const commit = new GroupCommit({ write, itemsMax: 100, onFailure: "reject", onError });
  void commit.add(1);
  await turns();
  const waiting = commit.add(2);
  const closed = commit.close(500);
  await vi.advanceTimersByTimeAsync(499);
  expect(await stateOf(closed)).toBe("pending");
  await vi.advanceTimersByTimeAsync(1);
  expect([await stateOf(closed), await stateOf(waiting)]).toEqual(["resolved", "rejected"]);
  expect(onError.mock.calls.map(([, items]: unknown[]) => items)).toEqual([[2]]);
});

test("a batch that is queued again is tried once more at close and then dropped", async () => {
  const { batches, write, end } = controlledWrites();
  const commit = new GroupCommit({ write, itemsMax: 100, gatherMs: 10, onFailure: "requeue" });
  const written = commit.add(1);
  await vi.advanceTimersByTimeAsync(10);
  end().fail(new Error("broken"));
  await turns();
  const closed = commit.close();
  end().fail(new Error("still broken"));
  expect([await stateOf(closed), await stateOf(written)]).toEqual(["resolved", "resolved"]);
  expect(batches).toEqual([[1], [1]]);
});

test("with requeue every item is written exactly once and in order, however adds and failures interleave", async () => {
  const steps = fc.array(fc.oneof(fc.constant("fail" as const), fc.integer({ min: 1, max: 7 })), {
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const written: number[] = [];
      let failures = 0;
      const commit = new GroupCommit<number>({
        write: async (items) => {
          if (failures > 0) {
            failures -= 1;
            throw new Error("broken");
          }
          written.push(...items);
        },
        itemsMax: 1_000,
        batchMax: 5,
        gatherMs: 1,
        onFailure: "requeue",
      });
      let added = 0;
      for (const step of sequence) {
        if (step === "fail") failures += 1;
        else for (let item = 0; item < step; item += 1) void commit.add(added++);
        if (added % 3 === 0) await vi.advanceTimersByTimeAsync(1);
      }
      await vi.advanceTimersByTimeAsync(1_000);
      await commit.close();
      expect(written).toEqual(Array.from({ length: added }, (_, item) => item));
    }),
    { numRuns: 100 },
  );
});

test("waiters learn of their batch in order, and of its failure", async () => {
  const { write, end } = controlledWrites();
  const commit = new GroupCommit({ write, itemsMax: 100, onFailure: "reject" });
  const heard: string[] = [];
  const waiter = (name: string) => ({
    written: () => void heard.push(name),
    failed: (error: unknown) => void heard.push(`${name}: ${String(error)}`),
  });
  const names = ["a", "b", "c"];
  expect(names.map((name, item) => commit.addFor(waiter(name), item))).toEqual([true, true, true]);
  await turns();
  expect(heard).toEqual([]);
  end().succeed();
  await turns();
  for (const name of names) commit.addFor(waiter(name), 1);
  await turns();
  end().fail(new Error("away"));
  await turns();
  expect(heard).toEqual(["a", "b", "c", "a: Error: away", "b: Error: away", "c: Error: away"]);
  await commit.close();
  expect(commit.addFor(waiter("late"), 1)).toBe(false);
});
