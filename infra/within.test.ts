import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { succeedsWithin, within } from "./within.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const silent = () => new Promise<never>(() => undefined);

test("work that ends in time gives its outcome, and leaves no timer", async () => {
  expect(await within(100, Promise.resolve("done"), () => "late")).toBe("done");
  await expect(within(100, Promise.reject(new Error("broken")), () => "late")).rejects.toThrow("broken");
  expect(vi.getTimerCount()).toBe(0);
});

test("after the time, what is late decides: a value, another wait, or a failure", async () => {
  const outcomes = [
    within(100, silent(), () => "late"),
    within(100, silent(), () => Promise.resolve("later")),
    within(100, silent(), (): never => {
      throw new Error("too late");
    }).catch((error: Error) => error.message),
  ];
  await vi.advanceTimersByTimeAsync(100);
  expect(await Promise.all(outcomes)).toEqual(["late", "later", "too late"]);
});

test("work succeeds in time, or it does not", async () => {
  expect(await succeedsWithin(100, Promise.resolve(null))).toBe(true);
  expect(await succeedsWithin(100, Promise.reject(new Error("broken")))).toBe(false);
  const late = succeedsWithin(100, silent());
  await vi.advanceTimersByTimeAsync(100);
  expect(await late).toBe(false);
});
