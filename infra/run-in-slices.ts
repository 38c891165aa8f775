import { setImmediate } from "node:timers/promises";

/** How long a slice may keep other work of the process waiting. */
const SLICE_MS = 10;

/** Runs a calculation to its end; where it yields, other work has its turn when it has run for a while. */
export async function runInSlices<Result>(calculation: Generator<undefined, Result>): Promise<Result> {
  let beganAtMs = performance.now();
  for (;;) {
    const { done, value } = calculation.next();
    if (done === true) return value;
    if (performance.now() - beganAtMs < SLICE_MS) continue;
    await setImmediate();
    beganAtMs = performance.now();
  }
}
