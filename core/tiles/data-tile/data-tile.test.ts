import { expect, test } from "vitest";
import { InputError } from "../../errors.ts";
import type { RasterInfo } from "../../rasters/raster-info.ts";
import { automaticStyle, type RenderStyle } from "../../styles/render-style.ts";
import { styleFingerprint, type PlanLayer } from "../tile-plan.ts";
import { dataArrayOf, encodeDataTile } from "./encode.ts";
import { dataLayers, dataLayoutOf, requireOneArray, type DataLayout } from "./layout.ts";

const band = (dataType: string, more: Partial<RasterInfo["bands"][number]> = {}) => ({
  dataType,
  colorInterpretation: "Undefined",
  description: null,
  nodata: null,
  scale: 1,
  offset: 0,
  hasPalette: false,
  statistics: null,
  ...more,
});

function layer(bands: RasterInfo["bands"], style: Partial<RenderStyle> | undefined): PlanLayer {
  const raster: RasterInfo = {
    driver: "GTiff",
    width: 10,
    height: 10,
    crs: "EPSG:3857",
    bands,
    footprint: [[0, 0, 1, 1]],
    zoomMin: 0,
    zoomMax: 10,
    hasAlpha: false,
    overviewCount: 0,
    isCloudOptimized: true,
  };
  const drawn = { ...automaticStyle(raster), ...style };
  return {
    assetId: "a",
    version: "1",
    raster,
    style: drawn,
    styleKey: styleFingerprint(drawn),
    isAutomatic: style === undefined,
  };
}

const four = ["UInt16", "UInt16", "UInt16", "UInt16"].map((type) => band(type));

test("holds every band but alpha where no style was chosen, else those of the style", () => {
  const alpha = band("UInt16", { colorInterpretation: "Alpha" });
  const bandsOf = (...layers: PlanLayer[]) => dataLayers(layers)[0]?.style.bands;
  expect(bandsOf(layer([...four, alpha], undefined))).toEqual([1, 2, 3, 4]);
  expect(bandsOf(layer(four, { bands: [4, 1] }))).toEqual([4, 1]);
});

test("is the same for styles that differ in colours only", () => {
  const [grey] = dataLayers([layer(four, { bands: [1], rescale: [[0, 10]] })]);
  const [green] = dataLayers([layer(four, { bands: [1], rescale: [[5, 9]], background: [0, 1, 0] })]);
  expect(green!.styleKey).toBe(grey!.styleKey);
});

test("refuses items that do not fit into one array, and arrays that are too large, naming the format", () => {
  const mixed = [layer(four, undefined), layer([band("Float32")], undefined)];
  expect(() => requireOneArray(dataLayers(mixed), 256)).toThrow(InputError);
  const many = Array.from({ length: 300 }, () => band("Float64"));
  expect(() => requireOneArray(dataLayers([layer(many, undefined)]), 256)).toThrow(
    /format: would make 151 MiB/,
  );
});

test("says what pixels without data hold: the file's nodata, NaN among floats, nothing among whole numbers", () => {
  const nodataOf = (...bands: RasterInfo["bands"]) => dataLayoutOf(layer(bands, { bands: [1] })).nodata;
  expect(nodataOf(band("Int16", { nodata: -99 }))).toBe(-99);
  expect(nodataOf(band("Float32"))).toBe("nan");
  expect(nodataOf(band("Byte"))).toBeNull();
  expect(dataLayoutOf(layer(four, { expressions: ["(b1+b2)"] }))).toMatchObject({
    dataType: "Float32",
    nodata: "nan",
    bands: [{ description: "(b1+b2)" }],
  });
});

test("as npy is a header of NumPy's and the values in rows", () => {
  const layout: DataLayout = {
    dataType: "Int16",
    nodata: -1,
    bands: [{ description: null, scale: 1, offset: 0 }],
  };
  const opacity = new Uint8Array(256 * 256).fill(255);
  opacity[1] = 0;
  const values = Float32Array.from(opacity, (_, pixel) => pixel % 1000);
  const bands = [dataArrayOf(values, opacity, layout)];
  const bytes = encodeDataTile({ layout, size: 256, bands, opacity }, { z: 0, x: 0, y: 0 }, "npy");
  const length = bytes.readUInt16LE(8);
  expect(bytes.toString("latin1", 10, 10 + length)).toMatch(
    /^\{'descr': '<i2', 'fortran_order': False, 'shape': \(2, 256, 256\), \} *\n$/,
  );
  expect((10 + length) % 64).toBe(0);
  const body = bytes.subarray(10 + length);
  expect(body).toHaveLength(2 * 256 * 256 * 2);
  expect([0, 1, 2, 999].map((pixel) => body.readInt16LE(pixel * 2))).toEqual([0, -1, 2, 999]);
  expect([0, 1].map((pixel) => body.readInt16LE((256 * 256 + pixel) * 2))).toEqual([255, 0]);
});
