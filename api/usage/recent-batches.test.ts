import { expect, test } from "vitest";
import { RecentBatches } from "./recent-batches.ts";

test("batches of the five seconds before the last one are kept, however long ago that was; older ones are not", () => {
  let nowMs = 0;
  const recent = new RecentBatches(() => nowMs);
  for (const [atMs, encoded] of [
    [0, "old"],
    [20_000, "a"],
    [24_000, "b"],
    [25_000, "c"],
  ] as const) {
    nowMs = atMs;
    recent.add(encoded);
  }
  nowMs = 3_600_000;
  expect(recent.list()).toEqual(["a", "b", "c"]);
});

test("never more than 64 MiB of characters are kept, and the newest of them", () => {
  const recent = new RecentBatches(() => 0);
  const part = "x".repeat(15 * 1024 * 1024);
  for (const name of ["a", "b", "c", "d", "e", "f"]) recent.add(name + part);
  expect(recent.list().map((encoded) => encoded.charAt(0))).toEqual(["c", "d", "e", "f"]);
});
