import { readFile, rm } from "node:fs/promises";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import gdal from "gdal-async";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { tileAt } from "../../core/tiles/tile-grid.ts";
import { writeComplex } from "../support/complex-raster.ts";
import { Client } from "../support/client.ts";
import { writeStrips } from "../support/large-rasters.ts";
import { PASSWORD, shareTarget } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

// A process that converts starts from its sources here, which alone takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let system: TestSystem;
let project_id: string;
const anonymous = () => new Client(system.url);

beforeAll(async () => {
  system = await startSystem({ pools: ["render", "ingest"] });
  ({ id: project_id } = await system.client.call("projects.create", { name: "Ingest" }));
});
afterAll(() => system.stop());

const call = (operation: string, input: object) => system.client.call(operation, input);
const pathOf = (name: string) => join(system.storeFolder, "..", "made", name);

async function upload(files: Readonly<Record<string, Buffer>>, input: object = {}): Promise<string> {
  const file_count = Object.keys(files).length;
  const { id: upload_id } = await call("uploads.initiate", { project_id, file_count, ...input });
  for (const [file_name, body] of Object.entries(files)) {
    const { upload_url } = await call("uploads.signed_url", { upload_id, file_name });
    const put = await anonymous().send(new URL(upload_url).pathname, { method: "PUT", body });
    expect(put.status).toBe(200);
  }
  return upload_id;
}

const ingestOf = async (item_id: string) => (await call("items.get", { item_id })).item.ingest;
const untilOver = async (item_id: string) =>
  await vi.waitFor(
    async () => {
      const ingest = await ingestOf(item_id);
      expect(ingest.checked).not.toBeNull();
      return ingest;
    },
    { timeout: 60_000, interval: 100 },
  );

describe("a plain GeoTIFF in strips without overviews", () => {
  test("is prepared after its upload; its link says so meanwhile, and then draws every tile", async () => {
    await writeStrips(pathOf("plain.tif"));
    const original = await readFile(pathOf("plain.tif"));
    expect(original.length).toBeGreaterThan(20e6);
    const upload_id = await upload({ "plain.tif": original });
    const completed = await call("uploads.complete", { upload_id });
    expect(completed).toMatchObject({ status: "completed", assets: [{ key: "plain" }] });
    expect(["queued", "preparing"]).toContain(completed.ingest.state);
    const { item_id } = completed;
    const { token } = await shareTarget(system, "item", item_id);
    const center = tileAt(11.6, 48.6, 9);
    const opened = await anonymous().call("share.link.validate", { token, password: PASSWORD });
    if (opened.being_prepared !== undefined) {
      expect(opened.being_prepared).toMatchObject({ percent: expect.any(Number), files: 1 });
      const early = await anonymous().try("share.tile.render", { token, password: PASSWORD, ...center });
      if (early.status !== 200) {
        expect(early.status).toBe(503);
        expect(early.json).toMatchObject({ reason: "being_prepared" });
        // It may have ended since the tile was refused.
        expect(["number", "undefined"]).toContain(typeof early.json.percent);
        expect(early.json.type).toContain("being-prepared");
        expect(early.headers.get("retry-after")).not.toBeNull();
      }
    }
    const ingest = await untilOver(item_id);
    expect(ingest).toMatchObject({ state: "ready", percent: 100, step: "done", checked: true });
    expect(await call("uploads.progress", { upload_id })).toMatchObject({
      status: "completed",
      ingest: { state: "ready" },
    });

    const { assets } = await call("items.list_assets", { item_id });
    expect(assets).toMatchObject([
      { key: "plain", raster: { is_cloud_optimized: true } },
      { key: "original", bytes: original.length },
    ]);
    const { item } = await call("items.get", { item_id });
    expect(item.warnings).toEqual([]);
    const document = await anonymous().call("share.tilejson", { token, password: PASSWORD });
    expect(document.being_prepared).toBeUndefined();
    const [west, south, east, north] = document.bounds;
    for (let z = document.minzoom; z <= document.maxzoom; z += 1) {
      const [first, last] = [tileAt(west, north, z), tileAt(east, south, z)];
      const xs = new Set([first.x, Math.floor((first.x + last.x) / 2), last.x]);
      const ys = new Set([first.y, Math.floor((first.y + last.y) / 2), last.y]);
      for (const x of xs) {
        for (const y of ys) {
          const tile = await anonymous().try("share.tile.render", { token, password: PASSWORD, z, x, y });
          expect(tile.status, `${z}/${x}/${y}`).toBe(200);
        }
      }
    }
    const statistics = await call("items.tile.statistics", { item_id, expression: "b1" });
    expect(statistics).toMatchObject({ min: expect.any(Number), count: expect.any(Number) });
    expect(statistics.count).toBeGreaterThan(1_000);
    const { values } = await call("items.tile.point", { item_id, lon: 11.6, lat: 48.6 });
    const { range, counts } = values[0].distribution;
    expect(range).toEqual([statistics.min, statistics.max]);
    expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(statistics.count);
    expect(readdirSync(join(system.storeFolder, ".ingest"))).toEqual([]);
  });

  test("gives exactly the pixels of the original", async () => {
    await writeStrips(pathOf("exact.tif"), { side: 2_100, bands: 1 });
    const body = await readFile(pathOf("exact.tif"));
    const upload_id = await upload({ "exact.tif": body });
    const { item_id } = await call("uploads.complete", { upload_id });
    await untilOver(item_id);
    const [row] = await system.deps.database<{ object_key: string }[]>`
      select object_key from assets where item_id = ${item_id} and key = 'exact'`;
    const read = (path: string) => {
      const dataset = gdal.open(path);
      const values = dataset.bands.get(1).pixels.read(0, 0, 2_100, 2_100);
      dataset.close();
      return Buffer.from(values.buffer);
    };
    const prepared = read(join(system.storeFolder, row?.object_key ?? ""));
    expect(prepared.equals(read(pathOf("exact.tif")))).toBe(true);
  });
});

test("complex numbers that are placed by control points become magnitudes and phases on the map", async () => {
  mkdirSync(pathOf(""), { recursive: true });
  const plain = gdal.open(pathOf("real.tif"), "w", "GTiff", 64, 64, 1, gdal.GDT_Float32);
  plain.bands.get(1).pixels.write(0, 0, 64, 64, new Float32Array(64 * 64).fill(3));
  plain.close();
  const corners = [
    ["0", "0", "10", "50"],
    ["64", "0", "10.4", "50"],
    ["0", "64", "10", "49.7"],
  ];
  const points = corners.flatMap((corner) => ["-gcp", ...corner]);
  writeComplex(pathOf("radar.tif"), pathOf("real.tif"), ["-a_srs", "EPSG:4326", ...points]);
  const upload_id = await upload({ "radar.tif": await readFile(pathOf("radar.tif")) });
  const { item_id } = await call("uploads.complete", { upload_id });
  expect(await untilOver(item_id)).toMatchObject({ state: "ready" });
  const { assets } = await call("items.list_assets", { item_id });
  expect(assets).toMatchObject([{ key: "radar" }, { key: "original" }]);
  const band = { statistics: { min: expect.closeTo(3 * Math.SQRT2, 4) } };
  expect(assets[0].raster.bands).toMatchObject([
    { description: "magnitude", ...band },
    { description: "phase", statistics: { max: expect.closeTo(Math.PI / 4, 4) } },
  ]);
});

test("a file that is fit for tiles is usable at once, and is read to its end afterwards", async () => {
  await writeStrips(pathOf("small.tif"), { side: 600 });
  const upload_id = await upload({ "small.tif": await readFile(pathOf("small.tif")) });
  const { item_id, ingest } = await call("uploads.complete", { upload_id });
  expect(ingest.state).toBe("ready");
  const { token } = await shareTarget(system, "item", item_id);
  const { status } = await anonymous().try("share.tilejson", { token, password: PASSWORD });
  expect(status).toBe(200);
  expect(await untilOver(item_id)).toMatchObject({ state: "ready", checked: true });
});

test("a part that cannot be decoded is found, and warned of", async () => {
  const options = ["TILED=YES", "COMPRESS=DEFLATE", "BLOCKXSIZE=256", "BLOCKYSIZE=256"];
  await writeStrips(pathOf("damaged.tif"), { side: 1_000, options, overviews: [2] });
  const bytes = await readFile(pathOf("damaged.tif"));
  bytes.fill(0xff, 20_000, 24_000);
  const upload_id = await upload({ "damaged.tif": bytes });
  const { item_id } = await call("uploads.complete", { upload_id });
  const ingest = await untilOver(item_id);
  expect(ingest).toMatchObject({ checked: false, message: expect.stringContaining("cannot be decoded") });
  const { item } = await call("items.get", { item_id });
  expect(item.warnings).toContainEqual(expect.objectContaining({ code: "damaged_blocks" }));
});

test("a large file with a fault says what is wrong, and its tiles are refused for good", async () => {
  await writeStrips(pathOf("broken.tif"), {
    side: 2_200,
    bands: 1,
    options: ["COMPRESS=DEFLATE"],
    overviews: [2, 4],
  });
  const bytes = await readFile(pathOf("broken.tif"));
  bytes.fill(0xff, 20_000, 29_000);
  const upload_id = await upload({ "broken.tif": bytes });
  const { item_id } = await call("uploads.complete", { upload_id });
  const ingest = await untilOver(item_id);
  expect(ingest).toMatchObject({ state: "failed", checked: false });
  expect(ingest.message).not.toContain("items.ingest.retry");
  const { token } = await shareTarget(system, "item", item_id);
  const tile = await anonymous().try("share.tile.render", {
    token,
    password: PASSWORD,
    ...tileAt(11.6, 48.6, 9),
  });
  expect(tile.status).toBe(502);
  expect(tile.json.reason).toBe("preparation_failed");
});

test("files that belong together are used together: a mask beside the raster hides what it hides", async () => {
  const side = 400;
  await writeStrips(pathOf("set.tif"), { side, bands: 3 });
  const mask = gdal.drivers.get("GTiff").create(pathOf("set.tif.msk"), side, side, 1, gdal.GDT_Byte);
  mask.setMetadata(["INTERNAL_MASK_FLAGS_1=2", "INTERNAL_MASK_FLAGS_2=2", "INTERNAL_MASK_FLAGS_3=2"]);
  const opaque = Uint8Array.from({ length: side * side }, (_, index) => (index % side < side / 2 ? 255 : 0));
  mask.bands.get(1).pixels.write(0, 0, side, side, opaque);
  mask.close();
  const upload_id = await upload({
    "set.tif": await readFile(pathOf("set.tif")),
    "set.tif.msk": await readFile(pathOf("set.tif.msk")),
  });
  const { item_id, assets } = await call("uploads.complete", { upload_id });
  expect(assets.map(({ key }: { key: string }) => key)).toEqual(["set"]);
  expect(await untilOver(item_id)).toMatchObject({ state: "ready" });
  const { item } = await call("items.get", { item_id });
  expect(item.warnings).toEqual([]);
  const [row] = await system.deps.database<{ object_key: string }[]>`
    select object_key from assets where item_id = ${item_id} and key = 'set'`;
  const dataset = gdal.open(join(system.storeFolder, row?.object_key ?? ""));
  const flags = dataset.bands.get(1).getMaskFlags();
  dataset.close();
  expect(flags & 2).toBe(2);
});

test("names of classes in an .aux.xml beside a raster appear in its legend", async () => {
  const path = pathOf("cover.tif");
  mkdirSync(pathOf(""), { recursive: true });
  const dataset = gdal.drivers.get("GTiff").create(path, 64, 64, 1, gdal.GDT_Byte);
  dataset.srs = gdal.SpatialReference.fromEPSG(32632);
  dataset.geoTransform = [680_000, 10, 0, 5_400_000, 0, -10];
  const colours = new gdal.ColorTable(gdal.GPI_RGB);
  colours.set(1, { c1: 0, c2: 0, c3: 255, c4: 255 });
  colours.set(2, { c1: 0, c2: 128, c3: 0, c4: 255 });
  dataset.bands.get(1).colorTable = colours;
  const values = Uint8Array.from({ length: 64 * 64 }, (_, index) => 1 + (index % 2));
  dataset.bands.get(1).pixels.write(0, 0, 64, 64, values);
  dataset.close();
  const names = ["", "Water", "Wood &amp; scrub"].map((name) => `<Category>${name}</Category>`).join("");
  const xml = `<PAMDataset><PAMRasterBand band="1"><CategoryNames>${names}</CategoryNames></PAMRasterBand></PAMDataset>`;
  const upload_id = await upload({
    "cover.tif": await readFile(path),
    "cover.tif.aux.xml": Buffer.from(xml),
  });
  const { item_id } = await call("uploads.complete", { upload_id });
  expect(await untilOver(item_id)).toMatchObject({ state: "ready" });
  expect(await call("items.tile.legend", { item_id })).toMatchObject({
    kind: "classes",
    stops: [
      { value: 1, label: "Water", color: "#0000ff" },
      { value: 2, label: "Wood & scrub", color: "#008000" },
    ],
  });
});

test("a raster whose place is in files beside it is placed by them; one without stays refused", async () => {
  const path = pathOf("placed.tif");
  mkdirSync(pathOf(""), { recursive: true });
  const dataset = gdal.drivers.get("GTiff").create(path, 300, 300, 1, gdal.GDT_Byte);
  dataset.bands.get(1).fill(9);
  dataset.close();
  const body = await readFile(path);
  const wkt = gdal.SpatialReference.fromEPSG(32632).toWKT();
  const world = Buffer.from("10\n0\n0\n-10\n680005\n5399995\n");
  const upload_id = await upload({ "placed.tif": body, "placed.tfw": world, "placed.prj": Buffer.from(wkt) });
  const { item_id } = await call("uploads.complete", { upload_id });
  expect(await untilOver(item_id)).toMatchObject({ state: "ready", message: null });
  const { item } = await call("items.get", { item_id });
  expect(item.bbox[0]).toBeCloseTo(11.45, 1);
  const folder = `organizations/${system.organization.organizationId}/assets/`;
  for (const [name, bytes] of [
    ["placed.tif", body],
    ["placed.tfw", world],
    ["placed.prj", Buffer.from(wkt)],
  ] as const) {
    await system.deps.objectStore.put(folder + name, bytes);
  }
  const register = (sidecars: readonly string[]) =>
    system.client.try("items.create", {
      project_id,
      type: "user_raster",
      name: "named",
      assets: { visual: { href: `${folder}placed.tif`, sidecars } },
    });
  const named = await register([`${folder}placed.tfw`, `${folder}placed.prj`]);
  expect(named.status).toBe(200);
  expect(await untilOver(named.json.id)).toMatchObject({ state: "ready" });
  expect((await register([`${folder}placed.tif`])).json.detail[0].loc.at(-1)).toBe("sidecars");
  const alone = await upload({ "placed.tif": body });
  const refused = await system.client.try("uploads.complete", { upload_id: alone });
  expect(refused.status).toBe(422);
  const stray = await upload({ "placed.tif": body, "other.msk": body });
  const unclear = await system.client.try("uploads.complete", { upload_id: stray });
  expect(unclear.json.detail[0].msg).toContain("other.msk lies beside none of the rasters");
});

test("a preparation can be cancelled, started again, and be replaced by another file", async () => {
  await writeStrips(pathOf("long.tif"), { side: 6_000, bands: 1 });
  const upload_id = await upload({ "long.tif": await readFile(pathOf("long.tif")) });
  const { item_id } = await call("uploads.complete", { upload_id });
  const cancelled = await call("items.ingest.cancel", { item_id });
  expect(cancelled.ingest).toMatchObject({ state: "cancelled" });
  expect((await system.client.try("items.ingest.cancel", { item_id })).status).toBe(409);
  const retried = await call("items.ingest.retry", { item_id });
  expect(["queued", "preparing"]).toContain(retried.ingest.state);
  expect(await untilOver(item_id)).toMatchObject({ state: "ready", checked: true });
  await rm(pathOf("long.tif"));
});
