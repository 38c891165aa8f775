import fc from "fast-check";
import { expect, test } from "vitest";
import { createScratchMemory } from "../scratch.ts";
import { filterUp, indexColors, traitsOf } from "./png.ts";

const memory = createScratchMemory({ strict: true });

const bytes = fc.oneof(fc.constantFrom(0, 1, 127, 128, 254, 255), fc.nat(255));
/**
 * Grey, opaque and transparent pixels are as likely as others: images of them alone have traits of their own.
 */
const pixels: fc.Arbitrary<number[]>[] = [
  fc.tuple(bytes, bytes, bytes, bytes),
  bytes.map((grey) => [grey, grey, grey, 255]),
  bytes.map((grey) => [grey, grey, grey, 0]),
  fc.tuple(bytes, bytes, bytes).map((rgb) => [...rgb, 255]),
];
const images = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 15, max: 19 })).chain((size) => {
  const count = { minLength: size * size, maxLength: size * size };
  return fc
    .oneof(...pixels.map((pixel) => fc.array(pixel, count)))
    .map((list) => ({ size, rgba: list.flat() }));
});

test.each([1, 2, 3, 4] as const)("rows are predicted from the row above, in %d channels", (channels) => {
  fc.assert(
    fc.property(images, ({ size, rgba }) =>
      memory.within((scratch) => {
        const out = scratch.array("Uint8", size * (size * channels + 1));
        scratch.kernels.filterUp(scratch.copy("Uint8", rgba).address, size, channels, out.address);
        expect([...out.values]).toEqual(filterUp(rgba, size, channels));
      }),
    ),
  );
});

test("an image's traits are those of its pixels", () => {
  fc.assert(
    fc.property(
      images.filter(({ size }) => size % 2 === 0),
      ({ size, rgba }) =>
        memory.within((scratch) => {
          const { address } = scratch.copy("Uint8", rgba);
          expect(scratch.kernels.traitsOf(address, size * size)).toBe(traitsOf(rgba));
        }),
    ),
  );
});

test("up to 256 colours are indexed in order of appearance, more are not", () => {
  const colors = fc
    .tuple(fc.constantFrom(1, 2, 255, 256, 257, 600), fc.integer(), fc.integer({ min: 1, max: 700 }))
    .map(([count, seed, length]) =>
      Array.from(
        { length },
        (_, at) => Math.imul(seed + (Math.imul(at, at + seed) % count), 0x9e37_79b1) >>> 0,
      ),
    );
  fc.assert(
    fc.property(colors, (list) =>
      memory.within((scratch) => {
        const indices = scratch.array("Uint8", list.length);
        const palette = scratch.array("Uint32", 256);
        const table = scratch.array("Uint8", 8192);
        const { address } = scratch.copy("Uint32", list);
        const given = [indices.address, palette.address, table.address] as const;
        const count = scratch.kernels.indexColors(address, list.length, ...given);
        const expected = indexColors(list);
        expect(count).toBe(expected ? expected.palette.length : -1);
        if (!expected) return;
        expect([...palette.values.subarray(0, count)]).toEqual(expected.palette);
        expect([...indices.values]).toEqual(expected.indices);
      }),
    ),
  );
});
