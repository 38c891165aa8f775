import { expect, test } from "vitest";
import { FairWaiters } from "./fair-waiters.ts";

function waitersOf(entries: readonly string[]): FairWaiters<string> {
  const waiters = new FairWaiters<string>();
  for (const entry of entries) waiters.add(entry.charAt(0), entry);
  return waiters;
}

test("groups take turns, however much one of them has waiting", () => {
  const waiters = waitersOf(["a1", "a2", "a3", "a4", "b1", "c1", "b2"]);
  const order = Array.from({ length: 8 }, () => waiters.next(() => true));
  expect(order).toEqual(["a1", "b1", "c1", "a2", "b2", "a3", "a4", undefined]);
});

test("a group that may not have a turn keeps its place", () => {
  const waiters = waitersOf(["a1", "b1", "a2"]);
  expect(waiters.next((group) => group !== "a")).toBe("b1");
  expect(waiters.next((group) => group !== "a")).toBeUndefined();
  expect(waiters.next(() => true)).toBe("a1");
});

test("a waiter that gives up is never served", () => {
  const waiters = waitersOf(["a1", "a2", "b1"]);
  waiters.remove("a", "a1");
  waiters.remove("b", "b1");
  expect(waiters.all()).toEqual(["a2"]);
  expect(waiters.next(() => true)).toBe("a2");
});
