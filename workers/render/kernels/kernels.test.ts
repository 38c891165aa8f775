import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFLATE_WORK_BYTES } from "../png.ts";
import { kernelMemory, kernels } from "./kernels.ts";
import { scratchArray, scratchCopy, scratchZeros, withinScratch } from "./scratch.ts";

const WIDTH = 40;
const HEIGHT = 30;
/** Values that no two neighbours share. */
const texture = Float32Array.from({ length: WIDTH * HEIGHT }, (_, index) => (index * 7919) % 1009);

/** Places all over the window, its very edges among them. */
function samples() {
  const places: [number, number][] = [
    [0, 0],
    [WIDTH, HEIGHT],
    [0.5, HEIGHT - 0.01],
  ];
  for (let index = 0; index < 200; index++) places.push([(index * 0.73) % WIDTH, (index * 1.37) % HEIGHT]);
  return {
    count: places.length,
    targets: scratchCopy("Int32", [...places.keys()]).address,
    columns: scratchCopy(
      "Float64",
      places.map(([column]) => column),
    ).address,
    rows: scratchCopy(
      "Float64",
      places.map(([, row]) => row),
    ).address,
  };
}

function widened(usable: Uint8Array | null, scale: number, isCubic: 0 | 1): Float32Array {
  return withinScratch(() => {
    const { count, targets, columns, rows } = samples();
    const [data, out] = [scratchCopy("Float32", texture), scratchZeros("Float32", count)];
    const mask = usable ? scratchCopy("Uint8", usable).address : 0;
    const weights = scratchArray("Float64", 64).address;
    kernels.weighWidened32(
      scratchCopy("Uint32", [data.address]).address,
      scratchCopy("Uint32", [mask]).address,
      scratchCopy("Uint32", [out.address]).address,
      1,
      WIDTH,
      HEIGHT,
      count,
      targets,
      columns,
      rows,
      scale,
      scale,
      isCubic,
      weights,
      scratchArray("Float64", 64).address,
    );
    return out.values.slice();
  });
}

test.each([0.51, 0.6, 0.75, 0.94])("the kernel of overviews equals the general one at scale %d", (scale) => {
  const special = widened(null, scale, 0);
  const general = widened(new Uint8Array(texture.length).fill(1), scale, 0);
  for (const [index, value] of special.entries()) expect(value).toBeCloseTo(general[index]!, 2);
});

test.each([0, 1] as const)("samples without data weigh nothing (cubic: %d)", (isCubic) => {
  const usable = Uint8Array.from(texture, (_, index) => (index % 3 === 0 ? 0 : 1));
  const flat = withinScratch(() => widened(usable, 0.3, isCubic));
  for (const value of flat) expect(Number.isFinite(value)).toBe(true);
  const before = texture.slice();
  // What lies under the mask is zero, as the reader leaves it; a constant elsewhere comes out as that constant.
  texture.set(usable.map((has) => has * 100));
  for (const value of widened(usable, 0.3, isCubic)) expect(value).toBeCloseTo(100, 3);
  texture.set(before);
});

test("scratch arrays end where they were made, and outlive the memory's growth", () => {
  const first = withinScratch(() => scratchArray("Uint8", 10).address);
  withinScratch(() => {
    const kept = scratchCopy("Float64", [1.5, 2.5]);
    expect(kept.address).toBe(first);
    const before = kernelMemory.buffer.byteLength;
    scratchArray("Uint8", before);
    expect(kernelMemory.buffer.byteLength).toBeGreaterThan(before);
    expect([...kept.values]).toEqual([1.5, 2.5]);
  });
  expect(withinScratch(() => scratchArray("Uint8", 10).address)).toBe(first);
});

test("pixels of up to 256 colours are indexed, of one more are not", () => {
  const count = (colors: number) =>
    withinScratch(() => {
      const rgba = scratchCopy(
        "Uint32",
        Array.from({ length: 512 }, (_, pixel) => (pixel % colors) * 65_537),
      );
      const indices = scratchArray("Uint8", 512);
      const palette = scratchArray("Uint32", 256);
      const found = kernels.indexColors(
        rgba.address,
        512,
        indices.address,
        palette.address,
        scratchArray("Uint8", 8192).address,
      );
      if (found >= 0) {
        const drawn = [...indices.values].map((index) => palette.values[index]);
        expect(drawn).toEqual([...rgba.values]);
      }
      return found;
    });
  expect(count(3)).toBe(3);
  expect(count(256)).toBe(256);
  expect(count(257)).toBe(-1);
});

function deflated(bytes: Uint8Array): Buffer {
  return withinScratch(() => {
    const input = scratchCopy("Uint8", bytes);
    const out = scratchArray("Uint8", bytes.length + (bytes.length >> 3) + 1024);
    const work = scratchArray("Uint8", DEFLATE_WORK_BYTES);
    return Buffer.from(
      out.values.subarray(0, kernels.deflate(input.address, bytes.length, out.address, work.address)),
    );
  });
}

/** Literals of Fibonacci's frequencies, whose optimal code is as deep as codes get: some twenty levels within one block. */
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
  ["the deepest code", deepest],
  ["runs over the border of a block", Uint8Array.from({ length: 131_080 }, (_, at) => (at >> 2) & 1)],
])("zlib reads back what was compressed: %s", (_, bytes) => {
  expect(inflateSync(deflated(bytes)).equals(bytes)).toBe(true);
});

test("zlib reads back a second block, however many bits the first one left over", () => {
  for (let more = 0; more < 64; more++) {
    const bytes = Uint8Array.from({ length: 65_792 }, (_, at) => (at * at + (at < more ? at * 31 : 0)) % 251);
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
    const bytes = Uint8Array.from({ length: 65_600 }, (_, at) =>
      at < more * 3 ? at : at < 65_536 ? 0 : at * 5,
    );
    expect(inflateSync(deflated(bytes)).equals(bytes)).toBe(true);
  }
});
