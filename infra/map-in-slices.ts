import { setImmediate } from "node:timers/promises";

/** How long work may keep other requests waiting. */
const SLICE_MS = 8;

/** Maps values in slices of a few milliseconds, between which the event loop serves others. */
export async function mapInSlices<Value, Result>(
  values: readonly Value[],
  map: (value: Value) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  let sliceEnd = performance.now() + SLICE_MS;
  for (const value of values) {
    if (performance.now() >= sliceEnd) {
      await setImmediate();
      sliceEnd = performance.now() + SLICE_MS;
    }
    results.push(map(value));
  }
  return results;
}
