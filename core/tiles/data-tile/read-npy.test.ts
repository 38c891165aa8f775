import { expect, test } from "vitest";
import { encodeNpy } from "./npy.ts";
import { npyPixel } from "./read-npy.ts";

const band = { description: null, scale: 1, offset: 0 };

test.each([
  ["Byte", Uint8Array],
  ["Int16", Int16Array],
  ["UInt16", Uint16Array],
  ["Float32", Float32Array],
  ["Float64", Float64Array],
] as const)("a pixel of %s is read as it was written, with its mask", (dataType, Values) => {
  const size = 256;
  const pixels = size * size;
  const [first, second] = [new Values(pixels), new Values(pixels)];
  const opacity = new Uint8Array(pixels);
  const at = 7 * size + 3;
  [first[at], second[at], opacity[at]] = [42, 17, 255];
  const layout = { dataType, bands: [band, band], nodata: null };
  const npy = encodeNpy({ layout, size, bands: [first, second], opacity });
  expect(npyPixel(npy, 3, 7)).toEqual([42, 17, 255]);
  expect(npyPixel(npy, 4, 7)).toEqual([0, 0, 0]);
});
