import { expect, test } from "vitest";
import { FairQueue } from "./fair-queue.ts";

function drain(queue: FairQueue<string>): string[] {
  return Array.from({ length: queue.size }, () => queue.next() ?? "");
}

test("a group that comes late waits for one entry of each other group, however many wait there", () => {
  const queue = new FairQueue<string>(100, "last");
  for (const entry of ["a1", "a2", "a3", "b1", "c1"]) queue.add([entry.charAt(0)], entry);
  expect(drain(queue)).toEqual(["a1", "b1", "c1", "a2", "a3"]);
  expect(queue.next()).toBeUndefined();
});

test("inside of a group its subgroups take turns", () => {
  const queue = new FairQueue<string>(100, "last");
  for (const entry of ["x1", "x2", "x3"]) queue.add(["link", "crowd"], entry);
  queue.add(["link", "one"], "y1");
  queue.add(["other", "crowd"], "z1");
  expect(drain(queue)).toEqual(["x1", "z1", "y1", "x2", "x3"]);
});

test("newcomers may go first; a group that has had its turn goes to the end", () => {
  const queue = new FairQueue<string>(100, "first");
  for (const entry of ["a1", "a2", "b1"]) queue.add([entry.charAt(0)], entry);
  expect(queue.next()).toBe("b1");
  expect(queue.next()).toBe("a1");
  queue.add(["c"], "c1");
  expect(drain(queue)).toEqual(["c1", "a2"]);
});

test("what is too much leaves the largest group, its newest first, never a smaller newcomer", () => {
  const queue = new FairQueue<string>(3, "last");
  for (const entry of ["a1", "a2", "a3"]) expect(queue.add(["a"], entry)).toBeUndefined();
  expect(queue.add(["a"], "a4")).toBe("a4");
  expect(queue.add(["b"], "b1")).toBe("a3");
  expect(queue.add(["c"], "c1")).toBe("a2");
  expect(queue.add(["d"], "d1")).toBe("d1");
  expect(drain(queue)).toEqual(["a1", "b1", "c1"]);
});
