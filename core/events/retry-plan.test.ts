import { expect, test } from "vitest";
import { ATTEMPTS_MAX, GIVE_UP, isGivenUp, pauseAfterMs, restAfterMs } from "./retry-plan.ts";

test("pauses grow threefold up to eight hours, and the last attempt comes within two days", () => {
  const pauses = Array.from({ length: ATTEMPTS_MAX - 1 }, (_, index) => pauseAfterMs(index + 1, 0.5) ?? 0);
  expect(pauses.slice(0, 4)).toEqual([10_000, 30_000, 90_000, 270_000]);
  expect(Math.max(...pauses)).toBe(8 * 3_600_000);
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(24);
  expect(hours).toBeLessThan(48);
  expect(pauseAfterMs(ATTEMPTS_MAX, 0.5)).toBeUndefined();
});

test("pauses differ by a fifth at most", () => {
  expect([pauseAfterMs(1, 0), pauseAfterMs(1, 1)]).toEqual([8_000, 12_000]);
});

test("a failing endpoint rests longer each time, up to five minutes", () => {
  expect([1, 2, 3, 100].map(restAfterMs)).toEqual([1_000, 2_000, 4_000, 300_000]);
});

test("an endpoint is given up after five days and twenty failures, not after either alone", () => {
  const { afterMs, failures } = GIVE_UP;
  expect(isGivenUp(0, failures, afterMs)).toBe(true);
  expect(isGivenUp(0, failures - 1, afterMs)).toBe(false);
  expect(isGivenUp(0, failures, afterMs - 1)).toBe(false);
});
