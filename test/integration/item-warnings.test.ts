import { mkdir, readFile, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import gdal from "gdal-async";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let project_id: string;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  ({ id: project_id } = await system.client.call("projects.create", { name: "Warnings" }));
});
afterAll(() => system.stop());

const keyOf = (name: string) => `organizations/${system.organization.organizationId}/assets/${name}`;

/** A GeoTIFF in strips without overviews, in the store. */
async function writeStrips(name: string, side = 700): Promise<string> {
  const path = join(system.storeFolder, keyOf(name));
  await mkdir(dirname(path), { recursive: true });
  const dataset = gdal.drivers.get("GTiff").create(path, side, side, 1, gdal.GDT_Byte, ["COMPRESS=DEFLATE"]);
  dataset.srs = gdal.SpatialReference.fromEPSGA(32633);
  dataset.geoTransform = [500_000, 10, 0, 5_300_000, 0, -10];
  const pixels = Uint8Array.from({ length: side * side }, (_, index) => 1 + ((index * 7919) % 255));
  dataset.bands.get(1).pixels.write(0, 0, side, side, pixels);
  dataset.close();
  return path;
}

const item = (name: string) => ({
  project_id,
  type: "user_raster",
  name,
  assets: { visual: { href: keyOf(name) } },
});

const codesOf = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);

test("items say in every answer what is worth knowing about their files, and what to do", async () => {
  await writeStrips("strips.tif");
  const created = await system.client.call("items.create", item("strips.tif"));
  expect(codesOf(created.warnings)).toEqual(["no_overviews", "not_tiled"]);
  expect(created.warnings[0]).toMatchObject({ asset: "visual", remedy: expect.stringContaining("gdaladdo") });
  const { item: got } = await system.client.call("items.get", { item_id: created.id });
  expect(got.warnings).toEqual(created.warnings);
  const { items } = await system.client.call("items.list", { project_id });
  expect(items[0].warnings).toEqual(created.warnings);
});

test("files beside the raster that are not read are named, in warnings and in refusals", async () => {
  const path = await writeStrips("masked.tif", 400);
  await writeFile(`${path}.msk`, "mask");
  await writeFile(path.replace(/tif$/, "tfw"), "10\n0\n0\n-10\n0\n0\n");
  const { warnings } = await system.client.call("items.create", item("masked.tif"));
  expect(warnings).toMatchObject([
    { code: "mask_beside_ignored", detail: "masked.tif.msk" },
    { code: "sidecar_ignored", detail: "masked.tfw" },
  ]);
  const nowhere = join(system.storeFolder, keyOf("nowhere.tif"));
  gdal.drivers.get("GTiff").create(nowhere, 20, 20, 1, gdal.GDT_Byte).close();
  await writeFile(`${nowhere}.aux.xml`, "<PAMDataset/>");
  const refused = await system.client.try("items.create", item("nowhere.tif"));
  expect(refused.status).toBe(422);
  expect(refused.json.detail[0].msg).toContain("nowhere.tif.aux.xml, which is not read");
});

test("a file that was cut off is refused with its missing bytes, by items.create and by uploads.complete", async () => {
  const path = await writeStrips("cut.tif");
  const whole = (await readFile(path)).length;
  await truncate(path, whole - 1_000);
  const refused = await system.client.try("items.create", item("cut.tif"));
  expect(refused.status).toBe(422);
  expect(refused.json.detail[0].msg).toMatch(/ends \d+ bytes too early/);
  const { id: upload_id } = await system.client.call("uploads.initiate", { project_id });
  const { upload_url } = await system.client.call("uploads.signed_url", { upload_id, file_name: "cut.tif" });
  const body = await readFile(path);
  await new Client(system.url).send(new URL(upload_url).pathname, { method: "PUT", body });
  const incomplete = await system.client.try("uploads.complete", { upload_id });
  expect(incomplete.status).toBe(422);
  expect(incomplete.json.detail[0].msg).toMatch(/ends \d+ bytes too early/);
});
