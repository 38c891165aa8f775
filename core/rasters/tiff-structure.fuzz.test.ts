import { expect, test } from "vitest";
import {
  directoryBytes,
  directoryChain,
  headerBytes,
  rasterEntries,
  type TiffForm,
} from "../../test/support/tiff-bytes.ts";
import { findStructureFault, STRUCTURE_LIMITS } from "./tiff-structure.ts";

// Damaged TIFFs by the thousand, each named by its seed: what looking costs is bounded, and nothing throws.

const SEEDS = 1_500;
const FORMS: readonly TiffForm[] = [
  {},
  { littleEndian: false },
  { isBig: true },
  { isBig: true, littleEndian: false },
];

/** Sound files, from which damaged ones are made. */
const CORPUS = [...FORMS.map(raster), directoryChain(5), directoryChain(300), directoryChain(4, 8)];

function raster(form: TiffForm): Buffer {
  const size = directoryBytes(rasterEntries(0), 0, form).length;
  const head = headerBytes(form);
  const place = head.length + 2 * size;
  return Buffer.concat([
    head,
    directoryBytes(rasterEntries(place), head.length + size, form),
    directoryBytes(rasterEntries(place), 0, form),
    Buffer.alloc(256),
  ]);
}

/** Numbers from 0 to 1 that a seed determines (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Values that readers of lengths and offsets find hard. */
const HARD_BYTES = [0x00, 0x01, 0x7f, 0x80, 0xff];

function damaged(seed: number): Buffer {
  const random = randomOf(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const bytes = Buffer.from(CORPUS[seed % CORPUS.length] ?? Buffer.alloc(0));
  for (let change = 0; change <= below(8); change += 1) {
    const at = below(Math.min(bytes.length, 600));
    const value = random() < 0.5 ? below(256) : (HARD_BYTES[below(HARD_BYTES.length)] ?? 0);
    bytes.fill(value, at, Math.min(bytes.length, at + 1 + below(4)));
  }
  return random() < 0.2 ? bytes.subarray(0, below(bytes.length)) : bytes;
}

test("any damage is named or harmless, after a bounded number of reads within the file", async () => {
  const faults = new Set<string>();
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const bytes = damaged(seed);
    let reads = 0;
    const fault = await findStructureFault((offset, length) => {
      reads += 1;
      const isWithin = offset >= 0 && length >= 0 && offset + length <= bytes.length;
      expect(isWithin, `seed ${seed} reads ${length} bytes at ${offset}`).toBe(true);
      return Promise.resolve(bytes.subarray(offset, offset + length));
    }, bytes.length).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error });
    });
    expect(reads, `seed ${seed}`).toBeLessThanOrEqual(STRUCTURE_LIMITS.readsMax);
    if (fault !== null) faults.add(fault.message.replaceAll(/\d+/g, "N"));
  }
  // The damage reaches many different checks.
  expect(faults.size).toBeGreaterThan(5);
});
