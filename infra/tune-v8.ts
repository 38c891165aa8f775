import { setFlagsFromString } from "node:v8";

/**
 * Lets the heap grow to two and a half times its live size before V8 marks it again. Bytes of tiles are
 * outside the heap but count as growth: with its default, V8 marked a heap of 44 MB after every hundred
 * tiles. That took a third of the CPU of a process that passes tiles on (docs/performance-notes.md).
 */
export function letHeapGrow(): void {
  setFlagsFromString("--heap-growing-percent=150");
}

/** Bytes of bytecode that a function runs before V8 thinks about optimizing it; its default is 67,584. */
const INTERRUPT_BUDGET = 16_384;

/**
 * Lets V8 optimize functions after a quarter of its default. A server lives long enough for every function
 * that matters, and its first ten thousand tiles ran in code that was not optimized yet
 * (docs/performance-notes.md).
 */
export function optimizeEarly(): void {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
