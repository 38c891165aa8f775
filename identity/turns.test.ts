import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

/** Tasks that end on command, and the order in which they began. */
function tasks() {
  const began: string[] = [];
  const ends: (() => void)[] = [];
  const task = (name: string) => () => {
    began.push(name);
    return new Promise<string>((resolve) => ends.push(() => resolve(name)));
  };
  const endAll = async () => {
    while (ends.length > 0) {
      ends.shift()?.();
      await new Promise(setImmediate);
    }
  };
  return { began, task, endAll };
}

test("a group that comes late waits for one task of each other group, however many wait there", async () => {
  const turns = new Turns({ running: 1, waiting: 100, waitingOfGroup: 10 });
  const { began, task, endAll } = tasks();
  for (const name of ["a1", "a2", "a3", "a4"]) void turns.take("a", task(name));
  void turns.take("b", task("b1"));
  void turns.take("c", task("c1"));
  await endAll();
  expect(began).toEqual(["a1", "a2", "b1", "c1", "a3", "a4"]);
});

test("a crowded group is turned away while others still find room, up to the whole", async () => {
  const turns = new Turns({ running: 1, waiting: 4, waitingOfGroup: 2 });
  const { began, task, endAll } = tasks();
  const taken = ["a1", "a2", "a3", "a4", "b1", "c1", "d1"].map(
    (name) => turns.take(name.charAt(0), task(name)) !== undefined,
  );
  expect(taken).toEqual([true, true, true, false, true, true, false]);
  await endAll();
  expect(began).toHaveLength(5);
  expect(turns.take("a", task("again"))).toBeDefined();
});

test("as many run at once as may, and a task that fails makes room like any other", async () => {
  const turns = new Turns({ running: 2, waiting: 10, waitingOfGroup: 10 });
  const failed = turns.take("a", () => Promise.reject(new Error("broken")));
  const { began, task, endAll } = tasks();
  const others = ["b1", "b2", "b3"].map((name) => turns.take("b", task(name)));
  await expect(failed).rejects.toThrow("broken");
  await endAll();
  expect(await Promise.all(others.map(async (other) => await other))).toEqual(["b1", "b2", "b3"]);
  expect(began).toEqual(["b1", "b2", "b3"]);
});
