import fc from "fast-check";
import { expect, test } from "vitest";
import { createScratchMemory } from "../kernels/scratch.ts";
import { anyBandValid, validityOf, type Nodata } from "./nodata.ts";

const memory = createScratchMemory({ strict: true });

const values = fc.oneof(
  fc.constantFrom(-9999, 0, 255, NaN, Infinity, -3.4028234663852886e38),
  fc.float({ min: -(2 ** 100), max: 2 ** 100, noNaN: true }),
);
const planes = fc.array(values, { minLength: 1, maxLength: 100 });

function valid(type: "Float32" | "Float64", list: readonly number[], nodata: Nodata): number[] {
  return memory.within((scratch) => {
    const plane = type === "Float32" ? scratch.copy("Float32", list) : scratch.copy("Float64", list);
    const mask = validityOf(scratch, plane, nodata, false);
    return mask === null ? list.map(() => 1) : [...mask.values];
  });
}

test.each([-9999, Infinity, -3.4028234663852886e38, "nan", null] as const)(
  "whatever the length, a value is data unless it is %s or no number",
  (nodata) => {
    fc.assert(
      fc.property(planes, (list) => {
        const expected = list.map((value) => (Number.isNaN(value) || value === nodata ? 0 : 1));
        expect(valid("Float32", list, nodata)).toEqual(expected);
        expect(valid("Float64", list, nodata)).toEqual(expected);
      }),
    );
  },
);

test("nodata that was written as text is found although its last digits differ", () => {
  expect(valid("Float32", [-3.4e38, 1], -3.3999999521443642e38)).toEqual([0, 1]);
});

test("a pixel has data where any band has, and a raster that has data everywhere has no mask", () => {
  const masks = fc.integer({ min: 1, max: 70 }).chain((length) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: length, maxLength: length }), {
      minLength: 1,
      maxLength: 4,
    }),
  );
  fc.assert(
    fc.property(masks, (bands) =>
      memory.within((scratch) => {
        const joined = anyBandValid(
          scratch,
          bands.map((band) => scratch.copy("Uint8", band)),
        );
        const expected = bands[0]!.map((_, pixel) => (bands.some((band) => band[pixel] === 1) ? 255 : 0));
        if (expected.every((opacity) => opacity === 255)) expect(joined).toBeNull();
        else expect([...joined!.values]).toEqual(expected);
      }),
    ),
  );
});

test("an opacity is clear unless all of it is 255, whatever its length; a mask knows all or nothing", () => {
  const opacities = fc.array(fc.constantFrom(0, 1, 254, 255), { minLength: 1, maxLength: 70 });
  fc.assert(
    fc.property(opacities, (list) =>
      memory.within((scratch) => {
        const opacity = scratch.copy("Uint8", list);
        const isClear = list.some((value) => value !== 255);
        expect(scratch.kernels.isClear(opacity.address, list.length, 0)).toBe(isClear ? 1 : 0);
        expect(scratch.kernels.isClear(opacity.address, list.length, 1)).toBe(list.includes(0) ? 1 : 0);
        expect([...opacity.values]).toEqual(list.map((value) => (value === 0 ? 0 : 255)));
      }),
    ),
  );
});
