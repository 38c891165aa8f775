import { expect, test } from "vitest";
import { RecentBatches } from "./recent-batches.ts";

test("what was sent in the seconds before the last batch is there, however long ago that was; older batches are not", () => {
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
