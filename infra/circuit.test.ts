import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BudgetSpent, Circuit, CircuitOpen } from "./circuit.ts";

let answers: boolean;
let probes: number;
let changes: boolean[];
let circuit: Circuit;

beforeEach(() => {
  vi.useFakeTimers();
  [answers, probes, changes] = [false, 0, []];
  circuit = new Circuit({
    part: "Redis",
    budgetMs: 200,
    failuresMax: 2,
    probe: async () => {
      probes += 1;
      if (!answers) await new Promise(() => undefined);
    },
    probeEveryMs: 250,
    onChange: (isOpen) => changes.push(isOpen),
  });
});
afterEach(() => {
  circuit.close();
  vi.useRealTimers();
});

const silent = () => new Promise<never>(() => undefined);

async function failureOf(call: () => Promise<unknown>): Promise<unknown> {
  const failure = circuit.run(call).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(200);
  return await failure;
}

test("a silent part is waited for within the budget, and after two failures in a row not at all", async () => {
  expect(await failureOf(silent)).toBeInstanceOf(BudgetSpent);
  expect(circuit.isOpen).toBe(false);
  expect(await failureOf(() => Promise.reject(new Error("away")))).toMatchObject({ message: "away" });
  expect([circuit.isOpen, changes]).toEqual([true, [true]]);
  await expect(circuit.run(silent)).rejects.toBeInstanceOf(CircuitOpen);
});

test("an answer between two failures keeps it shut", async () => {
  await failureOf(silent);
  expect(await circuit.run(() => Promise.resolve("here"))).toBe("here");
  await failureOf(silent);
  expect(circuit.isOpen).toBe(false);
});

test("one probe at a time asks beside the calls, and its answer lets them through again", async () => {
  await failureOf(silent);
  await failureOf(silent);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(circuit.isOpen).toBe(true);
  expect(probes).toBeGreaterThan(1);
  answers = true;
  await vi.advanceTimersByTimeAsync(750);
  expect([circuit.isOpen, changes]).toEqual([false, [true, false]]);
  expect(await circuit.run(() => Promise.resolve("here"))).toBe("here");
});
