import { expect, test } from "vitest";
import { bandWarnings, structureWarnings } from "./raster-warnings.ts";
import { groupSidecars, sidecarNames } from "./sidecars.ts";

const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);
const raster = { width: 8_000, height: 6_000, isTiled: true, coarsestSide: 250 };

test("a raster is warned of missing tiles and of overviews that are missing or too large, unless it is small", () => {
  expect(structureWarnings(raster)).toEqual([]);
  expect(codes(structureWarnings({ ...raster, coarsestSide: 8_000 }))).toEqual(["no_overviews"]);
  const enormous = { width: 140_000, height: 140_000, isTiled: true, coarsestSide: 70_000 };
  expect(codes(structureWarnings(enormous))).toEqual(["no_overviews"]);
  const strips = { ...raster, isTiled: false, coarsestSide: 8_000 };
  expect(codes(structureWarnings(strips))).toEqual(["no_overviews", "not_tiled"]);
  expect(structureWarnings({ width: 512, height: 300, isTiled: false, coarsestSide: 512 })).toEqual([]);
});

test("bands are warned of by number, and a raster without any value once", () => {
  const band = { scale: 1, offset: 0, statistics: {}, colorInterpretation: "Gray" };
  expect(bandWarnings([band, { ...band, scale: 0.1 }])).toEqual([
    { code: "scale_offset_present", detail: "band 2" },
  ]);
  expect(bandWarnings([band, { ...band, statistics: null }])).toEqual([
    { code: "no_statistics", detail: "band 2" },
  ]);
  const alpha = { ...band, colorInterpretation: "Alpha" };
  expect(bandWarnings([{ ...band, statistics: null }, alpha])).toEqual([{ code: "no_opaque_pixel" }]);
});

test("files of an upload are grouped by the raster they lie beside", () => {
  expect(sidecarNames("scene.tif")).toEqual(
    expect.arrayContaining(["scene.tif.msk", "scene.tif.ovr", "scene.tif.aux.xml", "scene.tfw", "scene.prj"]),
  );
  const grouped = groupSidecars(["a.tif", "a.tif.msk", "a.TFW", "b.tif", "c.prj"]);
  expect(grouped.rasters).toEqual(["a.tif", "b.tif"]);
  expect([...grouped.sidecars]).toEqual([["a.tif", ["a.tif.msk", "a.TFW"]]]);
  expect(grouped.strays).toEqual(["c.prj"]);
});
