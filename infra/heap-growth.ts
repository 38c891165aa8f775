import { setFlagsFromString } from "node:v8";

/**
 * Lets the heap of this process grow to two and a half times what is alive before it is marked anew. Bytes of tiles lie outside the heap but count as growth: by
 * its own measure V8 marked a heap of 44 MB after every hundred tiles, which was a third of the CPU of a process that hands tiles on (docs/performance.md).
 */
export function letHeapGrow(): void {
  setFlagsFromString("--heap-growing-percent=150");
}
