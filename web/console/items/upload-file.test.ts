import { expect, test } from "vitest";
import { rastersOf } from "./upload-file.ts";

const named = (...names: string[]) => names.map((name) => ({ name }));
const groups = (...names: string[]) =>
  rastersOf(named(...names)).map((files) => files.map(({ name }) => name));

test("files that belong together are one raster, others rasters of their own", () => {
  expect(groups("a.tif", "b.TIF", "a.tfw", "b.tif.aux.xml", "notes.txt")).toEqual([
    ["a.tif", "a.tfw"],
    ["b.TIF", "b.tif.aux.xml"],
    ["notes.txt"],
  ]);
});

test("a name that only begins alike is another raster", () => {
  expect(groups("a.tif", "ab.tif", "a.tiff")).toEqual([["a.tif"], ["ab.tif"], ["a.tiff"]]);
});
