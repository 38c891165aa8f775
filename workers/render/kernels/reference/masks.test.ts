import fc from "fast-check";
import { expect, test } from "vitest";
import { createScratchMemory } from "../scratch.ts";
import { dataMask, joinMasks, lesserOpacity, usableValues } from "./masks.ts";

const memory = createScratchMemory({ strict: true });

const numbers = fc.oneof(
  fc.constantFrom(-9999, 0, 255, NaN, Infinity, -Infinity, -3.4028234663852886e38, 2 ** -140),
  fc.float({ noNaN: true }),
);
const planes = fc.array(numbers, { minLength: 1, maxLength: 70 });
const missings = fc.tuple(numbers, fc.constantFrom(0, 0.5, 2 ** 100).map(Math.fround));

test("values that are data are found in both precisions, whatever is missing", () => {
  fc.assert(
    fc.property(planes, missings, (values, [missing, tolerance]) =>
      memory.within((scratch) => {
        for (const type of ["Float32", "Float64"] as const) {
          const plane = scratch.copy(type, values);
          const valid = scratch.array("Uint8", values.length);
          const given = [plane.address, values.length, missing, tolerance, valid.address] as const;
          const { kernels } = scratch;
          const some = type === "Float32" ? kernels.findMissing32(...given) : kernels.findMissing64(...given);
          const round = type === "Float32" ? Math.fround : (value: number) => value;
          const expected = dataMask(values, missing, tolerance, round);
          expect([...valid.values]).toEqual(expected);
          expect(some).toBe(expected.includes(0) ? 1 : 0);
        }
      }),
    ),
  );
});

const bits = fc.integer({ min: 0, max: 1 });
const sameLength = <T>(values: fc.Arbitrary<T>, countMax: number) =>
  fc.integer({ min: 1, max: 70 }).chain((length) =>
    fc.array(fc.array(values, { minLength: length, maxLength: length }), {
      minLength: 1,
      maxLength: countMax,
    }),
  );

test("masks join to an opacity", () => {
  fc.assert(
    fc.property(sameLength(bits, 5), (masks) =>
      memory.within((scratch) => {
        const expected = joinMasks(masks);
        const list = scratch.copy(
          "Uint32",
          masks.map((mask) => scratch.copy("Uint8", mask).address),
        );
        const opacity = scratch.array("Uint8", expected.length);
        const some = scratch.kernels.joinMasks(list.address, masks.length, expected.length, opacity.address);
        expect([...opacity.values]).toEqual(expected);
        expect(some).toBe(expected.includes(0) ? 1 : 0);
      }),
    ),
  );
});

const bytes = fc.oneof(fc.constantFrom(0, 1, 127, 128, 254, 255), fc.nat(255));

test("of two opacities the lesser stays", () => {
  fc.assert(
    fc.property(sameLength(fc.tuple(bytes, bytes), 1), ([pairs = []]) =>
      memory.within((scratch) => {
        const [one, other] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
        const opacity = scratch.copy("Uint8", one);
        const second = scratch.copy("Uint8", other);
        scratch.kernels.lesserOpacity(opacity.address, second.address, one.length);
        expect([...opacity.values]).toEqual(lesserOpacity(one, other));
        expect([...second.values]).toEqual(other);
      }),
    ),
  );
});

test("values that may not be mixed are set to zero", () => {
  const pixels = fc.array(fc.tuple(numbers, bytes, bits), { minLength: 1, maxLength: 70 });
  fc.assert(
    fc.property(pixels, fc.boolean(), fc.boolean(), (list, hasOpacity, hasValid) =>
      memory.within((scratch) => {
        const opacity = hasOpacity ? list.map(([, dense]) => dense) : null;
        const valid = hasValid ? list.map(([, , bit]) => bit) : null;
        const values = list.map(([value]) => value);
        const expected = usableValues(opacity, valid, values);
        const given = [opacity, valid].map((mask) => (mask ? scratch.copy("Uint8", mask).address : 0));
        for (const type of ["Float32", "Float64"] as const) {
          const plane = scratch.copy(type, values);
          const usable = scratch.array("Uint8", values.length);
          const [opacityAt = 0, validAt = 0] = given;
          const wide = type === "Float32" ? 4 : 8;
          scratch.kernels.markUsable(opacityAt, validAt, plane.address, wide, values.length, usable.address);
          expect([...usable.values]).toEqual(expected.usable);
          expect([...plane.values]).toEqual(expected.values);
        }
      }),
    ),
  );
});
