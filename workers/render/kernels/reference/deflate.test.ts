import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFLATE_WORK_BYTES } from "../../drawing/png.ts";
import { createScratchMemory } from "../scratch.ts";

const memory = createScratchMemory({ strict: true });

/** The compressed bytes. Checks that no more is written than the kernel says it needs. */
function deflated(bytes: Uint8Array): Buffer {
  return memory.within((scratch) => {
    const input = scratch.copy("Uint8", bytes);
    const out = scratch.array("Uint8", bytes.length + (bytes.length >> 3) + 1024);
    const work = scratch.array("Uint8", DEFLATE_WORK_BYTES);
    const behind = scratch.zeros("Uint8", 64);
    const length = scratch.kernels.deflate(input.address, bytes.length, out.address, work.address);
    expect(length).toBeLessThanOrEqual(out.length);
    expect(behind.values.every((byte) => byte === 0)).toBe(true);
    return Buffer.from(out.values.subarray(0, length));
  });
}

/** Bytes that no code makes shorter. */
const noise = Uint8Array.from(
  { length: 200_000 },
  (_, at) => Math.imul(Math.imul(at, at) ^ (at >> 3), 0x9e37_79b1) >>> 24,
);

/**
 * Literals of Fibonacci's frequencies, whose optimal code is as deep as codes get: some twenty levels within
 * one block.
 */
const deepest = Uint8Array.from(
  (function* fibonacci() {
    let [count, next] = [1, 1];
    for (let literal = 0; literal < 22; literal++) {
      // Never twice the same, or they would be runs.
      for (let at = 0; at < count; at++) yield at % 2 === 0 ? literal : 255;
      [count, next] = [next, count + next];
    }
  })(),
);

test.each([
  ["one byte", Uint8Array.of(7)],
  ["one run", new Uint8Array(100_000)],
  ["every byte", Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7919) >> 3)],
  ["noise", noise],
  ["the deepest code", deepest],
  ["runs over the border of a block", Uint8Array.from({ length: 131_088 }, (_, at) => (at >> 4) & 1)],
  ["what is too short for a run", Uint8Array.from({ length: 70_000 }, (_, at) => (at >> 2) & 1)],
])("zlib reads back what was compressed: %s", (_, bytes) => {
  expect(inflateSync(deflated(bytes)).equals(bytes)).toBe(true);
});

/** So many bytes are two blocks of equal length. */
const TWO_BLOCKS = 98_304;

test("zlib reads back a second block, however many bits the first one left over", () => {
  for (let more = 0; more < 64; more++) {
    const bytes = Uint8Array.from(
      { length: TWO_BLOCKS },
      (_, at) => (at * at + (at < more ? at * 31 : 0)) % 251,
    );
    expect(inflateSync(deflated(bytes)).equals(bytes), `${more}`).toBe(true);
  }
});

test("zlib reads back whatever was compressed", () => {
  const runs = fc.array(fc.tuple(fc.nat(255), fc.integer({ min: 1, max: 600 })), {
    minLength: 1,
    maxLength: 400,
  });
  const anything = fc.uint8Array({ minLength: 1, maxLength: 3_000 });
  const expanded = runs.map((list) =>
    Uint8Array.from(list.flatMap(([byte, count]) => Array<number>(count).fill(byte))),
  );
  fc.assert(
    fc.property(fc.oneof(anything, expanded), (bytes) => inflateSync(deflated(bytes)).equals(bytes)),
    { numRuns: 300 },
  );
});

test("a block may begin at any bit", () => {
  // A first block of this many literals more shifts where the second one begins.
  for (let more = 0; more < 64; more++) {
    const bytes = Uint8Array.from({ length: TWO_BLOCKS }, (_, at) =>
      at < more * 3 ? at : at < TWO_BLOCKS / 2 ? 0 : at * 5,
    );
    expect(inflateSync(deflated(bytes)).equals(bytes)).toBe(true);
  }
});
