import { expect, test } from "vitest";
import { opaqueAlpha } from "./opaque-alpha.ts";

test.each([
  ["Byte", 255, 255],
  ["Byte", 17, 255],
  ["Byte", 1, 1],
  ["Int16", 32_767, 32_767],
  ["Int16", 255, 255],
  ["UInt16", 65_535, 65_535],
  ["UInt16", 4095, 4095],
  ["UInt16", 255, 255],
  ["UInt16", 1, 1],
  ["UInt32", 255, 255],
  ["UInt32", 4_294_967_295, 4_294_967_295],
  ["Int32", 2_147_483_647, 2_147_483_647],
  ["Float32", 1, 1],
  ["Float32", 255, 255],
  ["Float32", 268, 255],
  ["Float64", 65_535, 65_535],
  ["Float32", 3.4e38, 3.4e38],
])("an alpha band of %s up to %d is opaque at %d", (dataType, largest, opaque) => {
  expect(opaqueAlpha(dataType, largest)).toBe(opaque);
});

test("where the largest value is unknown, gdalwarp's maxima count", () => {
  expect(["Byte", "Int16", "UInt16", "Int32", "Float32"].map((type) => opaqueAlpha(type, null))).toEqual([
    255, 32_767, 65_535, 255, 255,
  ]);
});
