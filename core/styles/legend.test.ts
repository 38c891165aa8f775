import { expect, test } from "vitest";
import type { RasterInfo } from "../rasters/raster-info.ts";
import { legendOf } from "./legend.ts";
import { legendSvg } from "./legend-picture.ts";
import { profileStyle } from "./profile.ts";
import { automaticStyle } from "./render-style.ts";

const band = (description: string | null): RasterInfo["bands"][number] => ({
  dataType: "Float32",
  colorInterpretation: "Gray",
  description,
  nodata: null,
  scale: 1,
  offset: 0,
  hasPalette: false,
  statistics: { min: 0, max: 100, p2: 10, p98: 90 },
});

const raster = (...names: (string | null)[]): RasterInfo => ({
  driver: "GTiff",
  width: 512,
  height: 512,
  crs: "EPSG:4326",
  bands: names.map(band),
  footprint: [[10, 40, 20, 50]],
  zoomMin: 4,
  zoomMax: 8,
  hasAlpha: false,
  overviewCount: 1,
  isCloudOptimized: true,
});

test("a ramp says which value each of its colours stands for", () => {
  const one = raster("height");
  const config = {
    colormap: {
      stops: [
        [0, "#000000"],
        [50, "#ff000080"],
      ],
    },
    rescale: [0, 100],
  };
  expect(legendOf(one, profileStyle("singleband", config, one))).toEqual({
    kind: "ramp",
    title: "height",
    unit: null,
    stops: [
      { value: 0, color: "#000000" },
      { value: 50, color: "#ff000080" },
    ],
    bands: [],
    varies: false,
  });
});

test("a calculation is named, and slopes are in degrees", () => {
  const two = raster(null, null);
  const ndvi = profileStyle("expression", { expression: "(b2-b1)/(b2+b1)", colormap: "rdylgn" }, two);
  const { title, stops } = legendOf(two, ndvi);
  expect(title).toContain("b2");
  expect([stops[0]?.value, stops.at(-1)?.value]).toEqual([-1, 1]);
  const slope = profileStyle("singleband", { algorithm: { name: "slope" } }, two);
  expect(legendOf(two, slope)).toMatchObject({ kind: "ramp", unit: "degrees", title: "slope" });
});

test("classes and ranges have one colour each, and hillshades have no key", () => {
  const one = raster("cover");
  const classes = profileStyle(
    "singleband",
    { colormap: { classes: { "1": "#00aa00", "2": "#aa0000" } } },
    one,
  );
  expect(legendOf(one, classes)).toMatchObject({
    kind: "classes",
    stops: [{ value: 1, color: "#00aa00" }, { value: 2 }],
  });
  const ranges = profileStyle("singleband", { colormap: { intervals: [[0, 10, "#0000ff"]] } }, one);
  expect(legendOf(one, ranges).stops).toEqual([{ value: 0, to: 10, color: "#0000ff" }]);
  const shaded = profileStyle("singleband", { algorithm: { name: "hillshade" } }, one);
  expect(legendOf(one, shaded).kind).toBe("none");
});

test("three bands are named with the values of their darkest and brightest", () => {
  const three = raster("Red", "Green", "Blue");
  expect(legendOf(three, automaticStyle(three))).toMatchObject({
    kind: "rgb",
    bands: [{ channel: "red", name: "Red" }, { channel: "green" }, { channel: "blue", name: "Blue" }],
  });
});

test("a picture of thousands of classes is bounded, says how many it leaves out, and holds names as text", () => {
  const one = raster("<script>");
  const many = Object.fromEntries(Array.from({ length: 4_000 }, (_, index) => [String(index), "#00aa00"]));
  const svg = legendSvg(legendOf(one, profileStyle("singleband", { colormap: { classes: many } }, one)));
  expect(svg).toContain("and 3960 more");
  expect(svg).not.toContain("<script>");
  expect(svg.length).toBeLessThan(20_000);
});

test("of a palette lists the classes that the file holds, by their names where it has them", () => {
  const info = raster(null);
  const classes = [
    { value: 1, color: "#00c5ff", name: "Water & ice" },
    { value: 12, color: "#ffff73" },
  ];
  const palette = { ...info, bands: [{ ...info.bands[0]!, hasPalette: true, classes }] };
  const legend = legendOf(palette, automaticStyle(palette));
  expect(legend.kind).toBe("classes");
  expect(legend.stops).toEqual([
    { value: 1, color: "#00c5ff", label: "Water & ice" },
    { value: 12, color: "#ffff73" },
  ]);
  expect(legendSvg(legend)).toContain("Water &amp; ice");
});

test("names the unit of a band, and of a relief also where heights are stored with a scale", () => {
  const info = raster("height");
  const metres = { ...info, bands: [{ ...info.bands[0]!, unit: "metre", scale: 0.1 }] };
  expect(legendOf(metres, automaticStyle(metres)).unit).toBeNull();
  const relief = profileStyle("singleband", { algorithm: { name: "relief" } }, metres);
  const { unit, stops } = legendOf(metres, relief);
  expect(unit).toBe("metre");
  expect([stops[0]?.value, stops.at(-1)?.value]).toEqual([1, 9]);
});
