import fc from "fast-check";
import { expect, test } from "vitest";
import { createScratchMemory } from "../scratch.ts";

const memory = createScratchMemory({ strict: true });

test("bytes become floats, all of them and no more, and one among them is found", () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 70 });
  fc.assert(
    fc.property(bytes, fc.nat(255), (values, value) =>
      memory.within((scratch) => {
        const { kernels } = scratch;
        const from = scratch.copy("Uint8", values);
        const to = scratch.zeros("Float32", values.length + 20);
        kernels.widenBytes(from.address, values.length, to.address);
        expect([...to.values]).toEqual([...values, ...Array<number>(20).fill(0)]);
        expect(kernels.hasByte(from.address, values.length, value)).toBe(values.includes(value) ? 1 : 0);
        expect(kernels.hasByte(from.address, values.length, values[0]!)).toBe(1);
      }),
    ),
  );
});

test("numbers of 16 bits become floats, all of them and no more, and one among them is found", () => {
  const shorts = fc.uint16Array({ minLength: 1, maxLength: 70 });
  fc.assert(
    fc.property(shorts, fc.nat(65_535), (values, value) =>
      memory.within((scratch) => {
        const { kernels } = scratch;
        const from = scratch.copy("Uint16", values);
        const to = scratch.zeros("Float32", values.length + 20);
        kernels.widenShorts(from.address, values.length, to.address);
        expect([...to.values]).toEqual([...values, ...Array<number>(20).fill(0)]);
        expect(kernels.hasShort(from.address, values.length, value)).toBe(values.includes(value) ? 1 : 0);
        expect(kernels.hasShort(from.address, values.length, values[values.length - 1]!)).toBe(1);
      }),
    ),
  );
});
