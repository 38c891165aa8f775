import { expect, test } from "vitest";
import { reportOf, type Sample } from "./load-report.ts";

const sample = (endedAtMs: number, changes: Partial<Sample> = {}): Sample => ({
  kind: "warm",
  startedAtMs: endedAtMs - 10,
  endedAtMs,
  ending: "answered",
  reason: "",
  ...changes,
});

const every = (stepMs: number, fromMs: number, toMs: number) =>
  Array.from({ length: (toMs - fromMs) / stepMs }, (_, at) => sample(fromMs + at * stepMs));

const moments = { startedAtMs: 0, struckAtMs: 5_000, liftedAtMs: 10_000, endedAtMs: 15_000 };

test("the share that is kept compares cached tiles a second during the fault with those before it", () => {
  const samples = [...every(10, 0, 5_000), ...every(20, 5_000, 10_000), ...every(10, 10_000, 15_000)];
  expect(reportOf(samples, moments)).toMatchObject({ keptShare: 0.5, recoveryMs: 0, failedWarm: 0 });
});

test("failures are counted by kind and reason, and recovery ends with the last one that failed or was late", () => {
  const samples = [
    ...every(10, 0, 5_000),
    sample(6_000, { ending: "cut", reason: "502 ECONNRESET" }),
    sample(10_500, { ending: "refused", kind: "cold", reason: "503" }),
    sample(12_000, { startedAtMs: 9_000 }),
  ];
  expect(reportOf(samples, moments)).toMatchObject({
    failedWarm: 1,
    failedCold: 1,
    cut: 1,
    slowWarm: 1,
    slowestWarmMs: 3_000,
    recoveryMs: 2_000,
    reasons: { "502 ECONNRESET": 1, "503": 1 },
  });
});
