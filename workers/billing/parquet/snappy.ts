import type { OutputBytes } from "./output-bytes.ts";

const TABLE_BITS_MAX = 14;
const OFFSET_MAX = 0xffff;
/** No copy begins in the last bytes, which are a literal. */
const MARGIN = 15;
const HASH_FACTOR = 0x1e35a7bd;

/** Bytes that a literal's length takes when it is no part of its tag. */
const LENGTH_BYTES_MAX = 4;
const SHORT_LITERAL = 60;
const COPY_MAX = 64;

/** Snappy's own bound: so many bytes, and a sixth of the input, at most. */
const BYTES_MORE_MAX = 32;

/** Short literals are copied byte by byte, which takes less than a call. */
const BYTEWISE_MAX = 32;

/**
 * Compresses with Snappy. The matches are those of snappyjs by Zhipeng Jia (MIT), which hyparquet-writer
 * uses, so that the bytes are the same; it writes byte by byte into memory that grows with each page.
 */
export class SnappyCompressor {
  readonly #tables = new Map<number, Int32Array>();

  /** Adds the compressed bytes of the input to the output. */
  compress(input: Uint8Array, output: OutputBytes): void {
    output.addVarInt(input.length);
    output.reserve(BYTES_MORE_MAX + input.length + Math.ceil(input.length / 6));
    output.length = this.#addParts(input, output.bytes, output.length);
  }

  #table(bits: number): Int32Array {
    const table = this.#tables.get(bits) ?? new Int32Array(2 ** bits);
    this.#tables.set(bits, table.fill(0));
    return table;
  }

  /** Returns where the output ends. */
  #addParts(input: Uint8Array, output: Uint8Array, start: number): number {
    const end = input.length;
    if (end < MARGIN) return end === 0 ? start : addLiteral(input, 0, end, output, start);
    const bits = Math.min(TABLE_BITS_MAX, 31 - Math.clz32(end));
    const shift = 32 - bits;
    const table = this.#table(bits);
    const view = new DataView(input.buffer, input.byteOffset, end);
    const limit = end - MARGIN;
    let to = start;
    let literalAt = 0;
    let at = 1;
    for (;;) {
      // Looks ever further where nothing matches.
      let skip = 32;
      let candidate = 0;
      for (let next = at; ;) {
        at = next;
        if (at > limit) return addLiteral(input, literalAt, end, output, to);
        next = at + (skip >>> 5);
        skip += 1;
        const four = view.getInt32(at, true);
        const slot = Math.imul(four, HASH_FACTOR) >>> shift;
        candidate = table[slot] ?? 0;
        table[slot] = at;
        // A step beyond the limit ends the search before its place is looked at.
        if (at - candidate <= OFFSET_MAX && view.getInt32(candidate, true) === four) break;
      }
      to = addLiteral(input, literalAt, at, output, to);
      for (;;) {
        let length = 4;
        while (at + length < end && input[at + length] === input[candidate + length]) length += 1;
        to = addCopies(at - candidate, length, output, to);
        at += length;
        literalAt = at;
        if (at >= limit) return at < end ? addLiteral(input, at, end, output, to) : to;
        table[Math.imul(view.getInt32(at - 1, true), HASH_FACTOR) >>> shift] = at - 1;
        const four = view.getInt32(at, true);
        const slot = Math.imul(four, HASH_FACTOR) >>> shift;
        candidate = table[slot] ?? 0;
        table[slot] = at;
        if (at - candidate > OFFSET_MAX || view.getInt32(candidate, true) !== four) break;
      }
      at += 1;
    }
  }
}

function addLiteral(input: Uint8Array, from: number, end: number, output: Uint8Array, start: number): number {
  const length = end - from;
  let to = start;
  if (length <= SHORT_LITERAL) {
    output[to++] = (length - 1) << 2;
  } else {
    const rest = length - 1;
    const bytes = rest < 0x100 ? 1 : rest < 0x10000 ? 2 : rest < 0x1000000 ? 3 : LENGTH_BYTES_MAX;
    output[to++] = (SHORT_LITERAL - 1 + bytes) << 2;
    for (let index = 0; index < bytes; index += 1) output[to++] = rest >>> (8 * index);
  }
  if (length > BYTEWISE_MAX) {
    output.set(input.subarray(from, end), to);
    return to + length;
  }
  for (let at = from; at < end; at += 1) output[to++] = input[at] ?? 0;
  return to;
}

/** Copies of 64 bytes, and what is left as one or two that have four bytes at least. */
function addCopies(offset: number, length: number, output: Uint8Array, start: number): number {
  let to = start;
  let left = length;
  for (; left >= COPY_MAX + 4; left -= COPY_MAX) to = addCopy(offset, COPY_MAX, output, to);
  if (left > COPY_MAX) {
    to = addCopy(offset, COPY_MAX - 4, output, to);
    left -= COPY_MAX - 4;
  }
  return addCopy(offset, left, output, to);
}

function addCopy(offset: number, length: number, output: Uint8Array, start: number): number {
  if (length < 12 && offset < 2048) {
    output[start] = 1 + ((length - 4) << 2) + ((offset >>> 8) << 5);
    output[start + 1] = offset & 0xff;
    return start + 2;
  }
  output[start] = 2 + ((length - 1) << 2);
  output[start + 1] = offset & 0xff;
  output[start + 2] = offset >>> 8;
  return start + 3;
}
