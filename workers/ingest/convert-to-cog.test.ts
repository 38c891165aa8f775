import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import gdal from "gdal-async";
import { afterAll, expect, test } from "vitest";
import { writeComplex } from "../../test/support/complex-raster.ts";
import { convertToCog } from "./convert-to-cog.ts";
import { examineSource } from "./examine-source.ts";

const folder = mkdtempSync(join(tmpdir(), "geopera-ingest-"));
afterAll(() => rmSync(folder, { recursive: true }));

const SIDE = 700;

/** A GeoTIFF of one band in strips, without overviews; every pixel has a value of its own. */
function writeRaster(name: string, adjust: (dataset: gdal.Dataset) => void, type = gdal.GDT_UInt16): string {
  const path = join(folder, name);
  const dataset = gdal.open(path, "w", "GTiff", SIDE, SIDE, 1, type);
  const values = Uint16Array.from({ length: SIDE * SIDE }, (_, index) => index % 65_521);
  dataset.bands.get(1).pixels.write(0, 0, SIDE, SIDE, values);
  adjust(dataset);
  dataset.close();
  return path;
}

function place(dataset: gdal.Dataset): void {
  dataset.srs = gdal.SpatialReference.fromEPSG(32633);
  dataset.geoTransform = [500_000, 10, 0, 5_300_000, 0, -10];
}

function readAll(path: string): gdal.TypedArray {
  const dataset = gdal.open(path);
  const values = dataset.bands.get(1).pixels.read(0, 0, SIDE, SIDE);
  dataset.close();
  return values;
}

test("a plain GeoTIFF becomes a tiled one with overviews and exactly the same pixels", async () => {
  const source = writeRaster("plain.tif", place);
  const destination = join(folder, "plain-cog.tif");
  expect(examineSource(source)).toEqual({ use: "convert" });
  await convertToCog(source, destination);
  expect(examineSource(destination)).toEqual({ use: "as-is" });
  expect(Buffer.from(readAll(destination).buffer).equals(Buffer.from(readAll(source).buffer))).toBe(true);
});

test("a file placed by control points only is warped, and what lies outside it is transparent", async () => {
  const source = join(folder, "points.tif");
  const plain = gdal.open(writeRaster("unplaced.tif", () => undefined));
  const corners = [
    ["0", "0", "10", "50"],
    [`${SIDE}`, "0", "13", "50.4"],
    ["0", `${SIDE}`, "10.2", "48"],
    [`${SIDE}`, `${SIDE}`, "13.2", "48.4"],
  ];
  const points = corners.flatMap((corner) => ["-gcp", ...corner]);
  gdal.translate(source, plain, ["-a_srs", "EPSG:4326", ...points]).close();
  plain.close();
  const destination = join(folder, "points-cog.tif");
  await convertToCog(source, destination);
  const warped = gdal.open(destination);
  expect(warped.geoTransform?.[0]).toBeCloseTo(10, 1);
  expect(warped.bands.get(2).colorInterpretation).toBe("Alpha");
  expect(warped.bands.get(2).pixels.get(0, 0)).toBe(0);
  warped.close();
  expect(readdirSync(folder).filter((name) => name.endsWith(".warped"))).toEqual([]);
});

/** RPCs of a scene around 11 E, 47 N whose columns move with the height above 1,500 m. */
const RPCS = {
  LINE_OFF: "350",
  SAMP_OFF: "350",
  LAT_OFF: "47",
  LONG_OFF: "11",
  HEIGHT_OFF: "1500",
  LINE_SCALE: "350",
  SAMP_SCALE: "350",
  LAT_SCALE: "0.1",
  LONG_SCALE: "0.1",
  HEIGHT_SCALE: "500",
  LINE_NUM_COEFF: `0 0 -1 0${" 0".repeat(16)}`,
  LINE_DEN_COEFF: `1${" 0".repeat(19)}`,
  SAMP_NUM_COEFF: `0 1 0 0.05${" 0".repeat(16)}`,
  SAMP_DEN_COEFF: `1${" 0".repeat(19)}`,
};

test("a file placed by RPCs only is warped at the mean height of its scene", async () => {
  const plain = writeRaster("without-place.tif", () => undefined);
  const items = Object.entries(RPCS).map(([name, value]) => `<MDI key="${name}">${value}</MDI>`);
  const band = `<SimpleSource><SourceFilename>${plain}</SourceFilename><SourceBand>1</SourceBand></SimpleSource>`;
  const described = gdal.open(
    `<VRTDataset rasterXSize="${SIDE}" rasterYSize="${SIDE}"><Metadata domain="RPC">${items.join("")}</Metadata>
      <VRTRasterBand dataType="UInt16" band="1">${band}</VRTRasterBand></VRTDataset>`,
    "r",
    ["VRT"],
  );
  const source = join(folder, "rpcs.tif");
  gdal.translate(source, described, ["-of", "GTiff"]).close();
  described.close();
  const destination = join(folder, "rpcs-cog.tif");
  await convertToCog(source, destination);
  const warped = gdal.open(destination);
  expect(warped.geoTransform?.[0]).toBeCloseTo(10.9, 3);
  expect(warped.geoTransform?.[3]).toBeCloseTo(47.1, 3);
  warped.close();
});

test("of complex numbers, a prepared file holds magnitudes and phases", async () => {
  const real = writeRaster("real.tif", place, gdal.GDT_Float32);
  const source = join(folder, "complex.tif");
  writeComplex(source, real);
  const destination = join(folder, "complex-cog.tif");
  await convertToCog(source, destination);
  const prepared = gdal.open(destination);
  expect(prepared.bands.map(({ description }) => description)).toEqual(["magnitude", "phase"]);
  const [magnitudes, phases] = prepared.bands.map((band) => band.pixels.read(0, 0, SIDE, SIDE));
  expect(magnitudes![3]).toBeCloseTo(3 * Math.SQRT2, 4);
  expect(phases![3]).toBeCloseTo(Math.PI / 4, 5);
  prepared.close();
});

test("a file that was cut off is refused, and converting it leaves nothing behind", async () => {
  const source = writeRaster("cut.tif", place);
  truncateSync(source, readFileSync(source).length / 2);
  expect(examineSource(source)).toMatchObject({
    use: "refuse",
    reason: expect.stringContaining("to its end"),
  });
  const destination = join(folder, "cut-cog.tif");
  await expect(convertToCog(source, destination)).rejects.toThrow();
  expect(existsSync(destination)).toBe(false);
});

test("a file without georeference, without a CRS, or that is no GeoTIFF is refused with what to do", () => {
  const nowhere = writeRaster("nowhere.tif", () => undefined);
  const unnamed = writeRaster("unnamed.tif", (dataset) => {
    dataset.geoTransform = [0, 1, 0, 0, 0, -1];
  });
  const text = join(folder, "text.tif");
  writeFileSync(text, "not a raster");
  expect(examineSource(nowhere)).toMatchObject({
    reason: expect.stringMatching(/no georeference.*gdal_translate/),
  });
  expect(examineSource(unnamed)).toMatchObject({
    reason: expect.stringMatching(/no coordinate reference system/),
  });
  expect(examineSource(text)).toMatchObject({ reason: expect.stringMatching(/^is not a GeoTIFF/) });
});
