import { afterAll, beforeAll, expect, test } from "vitest";
import { FAULTS, type Fault } from "./fault-stack.ts";
import { describeOutcome, startCountingRuns, type CountingRuns } from "./counting-run.ts";

/** A few at a desk, 20 in CI; `npm run test:faults` sets 200, with more faults in each. */
const SEEDS = Number(process.env.FAULT_SEEDS ?? 5);
const ANSWERS = Number(process.env.FAULT_ANSWERS ?? 120);
const FIRST_SEED = Number(process.env.FAULT_FIRST_SEED ?? 1);
const FAULTS_PER_RUN = Number(process.env.FAULTS_PER_SEED ?? 1);

let runs: CountingRuns;
beforeAll(async () => {
  runs = await startCountingRuns();
}, 120_000);
afterAll(() => runs.stop(), 60_000);

const total = { answered: 0, cut: 0, events: 0, rollups: 0 };
const faults = new Map<Fault, number>();

test.each(Array.from({ length: SEEDS }, (_, index) => FIRST_SEED + index))(
  "seed %i: every answered tile is one event and one in the rollups, whatever was killed",
  async (seed) => {
    const outcome = await runs.run(seed, { answers: ANSWERS, faults: FAULTS_PER_RUN });
    console.log(describeOutcome(outcome));
    total.answered += outcome.answered;
    total.cut += outcome.cut;
    total.events += outcome.events;
    total.rollups += outcome.rollups;
    for (const fault of outcome.faults) faults.set(fault, (faults.get(fault) ?? 0) + 1);
    expect(outcome.violations).toEqual([]);
  },
  120_000,
);

test("the counts of all seeds, every kind of fault among them", () => {
  const { answered, cut, events, rollups } = total;
  const kinds = FAULTS.map((fault) => `${faults.get(fault) ?? 0} ${fault}`).join(", ");
  console.log(
    `${SEEDS} seeds (${kinds}): ${answered} tiles answered, ${cut} requests cut, ${events} events, ${rollups} in rollups`,
  );
  expect(events).toBeGreaterThanOrEqual(answered);
  expect(events).toBeLessThanOrEqual(answered + cut);
  expect(rollups).toBe(events);
  // The seeds of a short run may leave a kind out.
  if (SEEDS >= 100) expect([...faults.keys()].toSorted()).toEqual(FAULTS.toSorted());
});
