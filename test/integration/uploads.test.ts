import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { putRaster } from "../support/rasters.ts";
import { shareTarget, PASSWORD } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let project_id: string;
let scene: Buffer;
const anonymous = () => new Client(system.url);

beforeAll(async () => {
  system = await startSystem({ pools: ["render"], settings: { UPLOAD_BYTES_MAX: "2000000" } });
  ({ id: project_id } = await system.client.call("projects.create", { name: "Uploads" }));
  await putRaster(system.storeFolder, "made.tif");
  scene = await readFile(join(system.storeFolder, "made.tif"));
});
afterAll(() => system.stop());

const call = (operation: string, input: object) => system.client.call(`uploads.${operation}`, input);
const attempt = (operation: string, input: object) => system.client.try(`uploads.${operation}`, input);
const initiate = async (input: object = {}): Promise<string> =>
  (await call("initiate", { project_id, ...input })).id;

async function put(upload_id: string, file_name: string, bytes: Uint8Array = scene) {
  const { upload_url } = await call("signed_url", { upload_id, file_name, content_type: "image/tiff" });
  const path = new URL(upload_url).pathname;
  return await anonymous().send(path, {
    method: "PUT",
    body: bytes,
    headers: { "content-type": "image/tiff" },
  });
}

describe("an upload", () => {
  test("becomes an item of the collection it was meant for, and its tiles can be shared", async () => {
    const { id: target_collection_id } = await system.client.call("collections.create", {
      project_id,
      name: "c",
    });
    const upload_id = await initiate({ target_collection_id, total_bytes: scene.length });
    expect((await put(upload_id, "My scene.tif")).status).toBe(200);
    const halfway = await call("progress", { upload_id, status: "uploading", bytes_uploaded: scene.length });
    expect(halfway).toMatchObject({ status: "uploading", bytes_uploaded: scene.length });
    const completed = await call("complete", { upload_id });
    expect(completed).toMatchObject({ id: upload_id, status: "completed", assets: [{ key: "My scene" }] });
    const { item } = await system.client.call("items.get", { item_id: completed.item_id });
    expect(item).toMatchObject({
      name: "My scene",
      type: "user_raster",
      collection_id: target_collection_id,
      upload_id,
      bbox: [10, 40, 20, 50],
    });
    const { token } = await shareTarget(system, "item", completed.item_id);
    const tile = { token, password: PASSWORD, z: 6, x: 34, y: 23 };
    expect((await anonymous().try("share.tile.render", tile)).headers.get("content-type")).toBe("image/png");
  });

  test("replaces the asset of an item that has one of this key, for open links at once", async () => {
    const upload_id = await initiate({ asset_key: "visual" });
    await put(upload_id, "old.tif");
    const { item_id: target_item_id, assets } = await call("complete", { upload_id });
    const { token } = await shareTarget(system, "item", target_item_id);
    const tile = { token, password: PASSWORD, z: 6, x: 34, y: 23 };
    const before = await anonymous().try("share.tile.render", tile);
    await putRaster(system.storeFolder, "other.tif", { value: () => 77 });
    const other = await readFile(join(system.storeFolder, "other.tif"));
    const next = await initiate({ target_item_id, asset_key: "visual" });
    await put(next, "new.tif", other);
    const replaced = await call("complete", { upload_id: next });
    expect(replaced).toMatchObject({ item_id: target_item_id, assets: [{ key: "visual" }] });
    expect(replaced.assets[0].version).not.toBe(assets[0].version);
    const after = await anonymous().try("share.tile.render", tile);
    expect(after.status).toBe(200);
    expect(after.bytes.equals(before.bytes)).toBe(false);
  });

  test("makes one item however often it is completed at once", async () => {
    const upload_id = await initiate();
    await put(upload_id, "once.tif");
    const answers = await Promise.all(Array.from({ length: 5 }, () => attempt("complete", { upload_id })));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.json.item_id)).size).toBe(1);
    const { total } = await system.client.call("items.list", { project_id });
    await attempt("complete", { upload_id });
    expect((await system.client.call("items.list", { project_id })).total).toBe(total);
  });

  test("of several files names their assets by the files, and waits for all of them", async () => {
    const upload_id = await initiate({ file_count: 2 });
    await put(upload_id, "red.tif");
    const early = await attempt("complete", { upload_id });
    expect(early.status).toBe(409);
    expect(early.json.detail).toContain("1 of the upload's 2 files");
    await put(upload_id, "nir.tif");
    const { assets } = await call("complete", { upload_id });
    expect(assets.map(({ key }: { key: string }) => key).toSorted()).toEqual(["nir", "red"]);
  });

  test("of classes is drawn without averaging", async () => {
    const upload_id = await initiate({ is_categorical: true });
    await put(upload_id, "classes.tif");
    const { item_id } = await call("complete", { upload_id });
    const { profiles } = await system.client.call("visualization.profiles.list", { item_id });
    expect(profiles).toMatchObject([{ is_default: true, config: { resampling: "nearest" } }]);
  });

  test("of something else than a raster is refused, naming the file, and can be mended", async () => {
    const upload_id = await initiate();
    await put(upload_id, "scene.tif", Buffer.from("no raster"));
    const refused = await attempt("complete", { upload_id });
    expect(refused.status).toBe(422);
    expect(refused.json.detail[0]).toMatchObject({ loc: ["body", "upload_id"] });
    expect(refused.json.detail[0].msg).toContain("scene.tif");
    await put(upload_id, "scene.tif");
    expect((await attempt("complete", { upload_id })).status).toBe(200);
  });

  test("that failed says why, loses its files and takes no more", async () => {
    const upload_id = await initiate();
    await put(upload_id, "scene.tif");
    const { upload_url, object_path } = await call("signed_url", { upload_id, file_name: "scene.tif" });
    const failed = await call("fail", { upload_id, error_message: "disk full", error_step: "copy" });
    expect(failed).toMatchObject({ status: "failed", error_message: "disk full", error_step: "copy" });
    expect(await system.deps.objectStore.head(object_path)).toBeUndefined();
    const late = await anonymous().send(new URL(upload_url).pathname, { method: "PUT", body: scene });
    expect(late.status).toBe(409);
    for (const [operation, input] of [
      ["complete", {}],
      ["progress", { bytes_uploaded: 1 }],
      ["signed_url", { file_name: "a.tif" }],
      ["fail", { error_message: "again" }],
    ] as const) {
      expect((await attempt(operation, { upload_id, ...input })).status, operation).toBe(409);
    }
  });

  test.each([
    ["initiate", { file_count: 0 }, "file_count"],
    ["initiate", { file_count: 500 }, "file_count"],
    ["initiate", { file_count: 2, asset_key: "a" }, "asset_key"],
    ["progress", { status: "completed" }, "status"],
    ["progress", { bytes_uploaded: -1 }, "bytes_uploaded"],
    ["signed_url", { file_name: "../other/scene.tif" }, "file_name"],
    ["signed_url", { file_name: ".hidden" }, "file_name"],
  ])("%s refuses %j", async (operation, input, field) => {
    const named = operation === "initiate" ? { project_id } : { upload_id: await initiate() };
    const answer = await attempt(operation, { ...named, ...input });
    expect(answer.status).toBe(422);
    expect(answer.json.detail[0].loc).toEqual(["body", field]);
  });

  test.each([{}, null])("complete wants to know which: %j", async (body) => {
    const answer = await system.client.post("/v1/uploads/complete", body);
    expect(answer.status).toBe(422);
    expect(answer.json.detail[0]).toMatchObject({ loc: ["body", "upload_id"], type: "missing" });
  });
});

describe("an address to upload to", () => {
  test("is for one name only, and not for a changed one", async () => {
    const upload_id = await initiate();
    const { upload_url } = await call("signed_url", { upload_id, file_name: "scene.tif" });
    const path = new URL(upload_url).pathname;
    for (const changed of [path.replace("scene.tif", "other.tif"), path.replace(/uploads\/./, "uploads/_")]) {
      expect((await anonymous().send(changed, { method: "PUT", body: scene })).status).toBe(404);
    }
  });

  test("takes no more than it may, and keeps nothing of what was too much", async () => {
    const upload_id = await initiate();
    const { upload_url, object_path } = await call("signed_url", { upload_id, file_name: "big.tif" });
    const path = new URL(upload_url).pathname;
    const tooMuch = Buffer.alloc(2_000_001);
    expect((await anonymous().send(path, { method: "PUT", body: tooMuch })).status).toBe(413);
    const stream = new Blob([tooMuch]).stream();
    const streamed = { method: "PUT", body: stream, duplex: "half" } as RequestInit;
    expect((await anonymous().send(path, streamed)).status).toBe(413);
    expect(await system.deps.objectStore.head(object_path)).toBeUndefined();
  });
});

describe("an item's file", () => {
  let item_id: string;
  let asset: { id: string; key: string; bytes: number };
  beforeAll(async () => {
    const upload_id = await initiate();
    await put(upload_id, "größe.tif");
    ({
      item_id,
      assets: [asset],
    } = await call("complete", { upload_id }));
  });

  test("is downloaded by an address that works by itself for a while", async () => {
    const answer = await system.client.call("items.asset.download", { item_id, asset_id: asset.id });
    expect(answer).toMatchObject({ file_name: "größe.tif", bytes: scene.length });
    expect(Date.parse(answer.expires_at)).toBeGreaterThan(Date.now());
    const path = new URL(answer.url).pathname;
    const file = await anonymous().get(path);
    expect(file.status).toBe(200);
    expect(file.bytes.equals(scene)).toBe(true);
    expect((await anonymous().get(path, { range: "bytes=0-3" })).bytes).toHaveLength(4);
    expect((await anonymous().get(path.replace(/assets\/./, "assets/_"))).status).toBe(404);
  });

  test("that the item does not have is not found", async () => {
    const answer = await system.client.try("items.asset.download", { item_id, asset_id: "none" });
    expect(answer.status).toBe(404);
  });

  test("is in the item's STAC, with everything that STAC 1.0.0 asks of an item", async () => {
    await system.client.call("items.update", {
      item_id,
      datetime: "2026-05-01T10:00:00Z",
      cloud_cover: 12,
      gsd: 10,
    });
    const base_url = system.url;
    const stac = await system.client.call("items.get_stac", { item_id, base_url });
    const { item } = await system.client.call("items.get", { item_id });
    expect(stac).toMatchObject({
      type: "Feature",
      stac_version: "1.0.0",
      id: item.stac_id,
      bbox: [10, 40, 20, 50],
      geometry: { type: "Polygon" },
      properties: { datetime: "2026-05-01T10:00:00.000Z", gsd: 10, "eo:cloud_cover": 12, "proj:epsg": 4326 },
      links: [{ rel: "self", href: `${base_url}/v1/items/get_stac`, method: "POST", body: { item_id } }],
    });
    const described = stac.assets[asset.key];
    expect(described).toMatchObject({ roles: ["data"], "file:size": scene.length, "proj:shape": [512, 512] });
    expect((await anonymous().get(described.href)).bytes.equals(scene)).toBe(true);
  });
});

test("an item without file or time is valid STAC too", async () => {
  const { id: item_id } = await system.client.call("items.create", { project_id, type: "clip", name: "n" });
  const stac = await system.client.call("items.get_stac", { item_id });
  expect(stac).toMatchObject({ geometry: null, assets: {}, properties: { datetime: expect.any(String) } });
  expect(stac).not.toHaveProperty("bbox");
  const bad = await system.client.try("items.get_stac", { item_id, base_url: "ftp://example.org" });
  expect(bad.status).toBe(422);
});
