import type { OutputBytes } from "./output-bytes.ts";

/** Values that are packed together. */
const GROUP = 8;

/** The bits that the numbers from 0 to a greatest one take. */
export function bitWidthOf(greatest: number): number {
  return 32 - Math.clz32(greatest);
}

/**
 * Writes numbers in Parquet's hybrid of runs of one value, where it comes eight times at least, and of groups
 * packed bit by bit. Runs begin as hyparquet-writer has them begin.
 */
export function writeHybrid(output: OutputBytes, values: Int32Array, count: number, bitWidth: number): void {
  let packedFrom = -1;
  let at = 0;
  while (at < count) {
    const value = values[at] ?? 0;
    let next = at + 1;
    while (next < count && values[next] === value) next += 1;
    if (next - at < GROUP) {
      if (packedFrom < 0) packedFrom = at;
      at += GROUP;
      continue;
    }
    if (packedFrom >= 0) writePacked(output, values, packedFrom, at, count, bitWidth);
    packedFrom = -1;
    output.addVarInt((next - at) << 1);
    for (let shift = 0; shift < bitWidth; shift += 8) output.addByte((value >> shift) & 0xff);
    at = next;
  }
  if (packedFrom >= 0) writePacked(output, values, packedFrom, at, count, bitWidth);
}

/** Writes whole groups; what is behind the last value is 0. */
function writePacked(
  output: OutputBytes,
  values: Int32Array,
  from: number,
  to: number,
  count: number,
  bitWidth: number,
): void {
  output.addVarInt((((to - from) / GROUP) << 1) | 1);
  output.reserve(((to - from) / GROUP) * bitWidth);
  const { bytes } = output;
  let { length } = output;
  let buffer = 0;
  let bits = 0;
  for (let at = from; at < to; at += 1) {
    buffer |= (at < count ? (values[at] ?? 0) : 0) << bits;
    bits += bitWidth;
    for (; bits >= 8; bits -= 8) {
      bytes[length++] = buffer & 0xff;
      buffer >>>= 8;
    }
  }
  output.length = length;
}
