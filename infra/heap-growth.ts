import { setFlagsFromString } from "node:v8";

/**
 * Lets the heap grow to two and a half times its live size before V8 marks it again. Bytes of tiles are
 * outside the heap but count as growth: with its default, V8 marked a heap of 44 MB after every hundred
 * tiles. That took a third of the CPU of a process that passes tiles on (docs/performance-notes.md).
 */
export function letHeapGrow(): void {
  setFlagsFromString("--heap-growing-percent=150");
}
