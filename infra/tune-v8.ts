import { setFlagsFromString } from "node:v8";

/**
 * The heap grows to two and a half times its live size before V8 marks it again. Bytes of tiles are outside
 * the heap but count as growth: with its default, V8 marked a heap of 44 MB after every hundred tiles. That
 * took a third of the CPU of a process that passes tiles on (docs/performance-notes.md).
 */
const HEAP_GROWING_PERCENT = 150;

/**
 * Bytes of bytecode that a function runs before V8 thinks about optimizing it: a quarter of its default. A
 * server lives long enough for every function that matters, and its first ten thousand tiles ran in code that
 * was not optimized yet (docs/performance-notes.md).
 */
const INTERRUPT_BUDGET = 16_384;

/** Sets V8 up for a server that passes tiles on; before it does anything else. */
export function tuneV8(): void {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
