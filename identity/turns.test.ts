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

function turnsOf(change: { running?: number; waiting?: number; deadlineMs?: number } = {}) {
  return new Turns({
    running: 1,
    waiting: 100,
    deadlineMs: 60_000,
    classes: { owners: "last", viewers: "last" },
    refusal: () => new Error("no turn"),
    ...change,
  });
}

test("a class that comes late waits for one task of each other class, and groups take turns inside", async () => {
  const turns = turnsOf();
  const { began, task, endAll } = tasks();
  for (const name of ["a1", "a2", "a3"]) void turns.take("viewers", ["a"], task(name));
  void turns.take("viewers", ["b"], task("b1"));
  for (const name of ["o1", "o2"]) void turns.take("owners", ["o"], task(name));
  expect(turns.waiting).toBe(5);
  await endAll();
  expect(began).toEqual(["a1", "o1", "a2", "o2", "b1", "a3"]);
  expect(turns.waiting).toBe(0);
});

test("a class that is full refuses its largest group, and leaves the room of others alone", async () => {
  const turns = turnsOf({ waiting: 2 });
  const { task, endAll } = tasks();
  const outcomes = ["a1", "a2", "a3", "a4", "b1"].map((name) =>
    turns.take("viewers", [name.charAt(0)], task(name)).catch((error: Error) => error.message),
  );
  const owners = turns.take("owners", ["o"], task("o1"));
  await endAll();
  expect(await Promise.all(outcomes)).toEqual(["a1", "a2", "no turn", "no turn", "b1"]);
  expect(await owners).toBe("o1");
});

test("a task that gets no turn in time is refused, and its place goes to the next", async () => {
  const turns = turnsOf({ deadlineMs: 20 });
  const { began, task, endAll } = tasks();
  void turns.take("viewers", ["a"], task("a1"));
  await expect(turns.take("viewers", ["a"], task("a2"))).rejects.toThrow("no turn");
  void turns.take("viewers", ["a"], task("a3"));
  await endAll();
  expect(began).toEqual(["a1", "a3"]);
});

test("as many run at once as may, and a task that fails makes room like any other", async () => {
  const turns = turnsOf({ running: 2 });
  const failed = turns.take("viewers", ["a"], () => Promise.reject(new Error("broken")));
  const { began, task, endAll } = tasks();
  const others = ["b1", "b2", "b3"].map((name) => turns.take("viewers", ["b"], task(name)));
  await expect(failed).rejects.toThrow("broken");
  await endAll();
  expect(await Promise.all(others)).toEqual(["b1", "b2", "b3"]);
  expect(began).toEqual(["b1", "b2", "b3"]);
});
