import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { putRaster } from "../support/rasters.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

/** What `uploads.part_urls` answers for a part. */
interface Part {
  readonly part_number: number;
  readonly first_byte: number;
  readonly bytes: number;
  readonly upload_url: string;
}

let system: TestSystem;
let project_id: string;
/** Noise, so that its 20 MB stay 20 MB. */
let scene: Buffer;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  ({ id: project_id } = await system.client.call("projects.create", { name: "Large files" }));
  const noise = (band: number, column: number, row: number) =>
    (Math.imul(row * 2_600 + column + 1, 2_654_435_761 + band) >>> 13) & 255;
  await putRaster(system.storeFolder, "noise.tif", { width: 2_600, height: 2_600, value: noise });
  scene = await readFile(join(system.storeFolder, "noise.tif"));
});
afterAll(() => system.stop());

const initiate = async (): Promise<string> =>
  (await system.client.call("uploads.initiate", { project_id, asset_key: "visual" })).id;

const partsOf = (upload_id: string, total_bytes = scene.length, input: object = {}) =>
  system.client.call("uploads.part_urls", { upload_id, file_name: "noise.tif", total_bytes, ...input });

const send = (
  { upload_url, first_byte, bytes }: Part,
  headers: Record<string, string> = {},
  of: Buffer = scene,
) =>
  new Client(system.url).send(new URL(upload_url).pathname, {
    method: "PUT",
    body: of.subarray(first_byte, first_byte + bytes),
    headers,
  });

const partFolders = async () =>
  (await readdir(join(system.storeFolder, ".unfinished"))).filter((name) => name.startsWith("parts-"));

test("a file arrives in parts, in any order; an interrupted upload goes on with what is left", async () => {
  const upload_id = await initiate();
  const begun = await partsOf(upload_id);
  expect(begun).toMatchObject({
    part_bytes: 16 * 1024 ** 2,
    part_count: 2,
    parts_left: 2,
    bytes_uploaded: 0,
  });
  const [first, last] = begun.parts as [Part, Part];
  expect(last).toMatchObject({
    part_number: 2,
    first_byte: 16 * 1024 ** 2,
    bytes: scene.length - 16 * 1024 ** 2,
  });
  expect((await send(last)).status).toBe(200);

  const early = await system.client.try("uploads.complete", { upload_id });
  expect(early.status).toBe(409);
  expect(early.json.detail).toBe(
    "noise.tif lacks 1 of its 2 parts (1); uploads.part_urls has their addresses.",
  );
  expect((await system.client.call("uploads.progress", { upload_id })).bytes_uploaded).toBe(last.bytes);
  expect(await system.client.call("uploads.get", { upload_id })).toMatchObject({
    status: "open",
    bytes_uploaded: last.bytes,
    files: [{ name: "noise.tif", total_bytes: scene.length, part_count: 2, parts_left: 1 }],
  });

  const again = await partsOf(upload_id);
  expect(again).toMatchObject({ parts_left: 1, bytes_uploaded: last.bytes });
  const [left] = again.parts as [Part];
  expect(left.part_number).toBe(first.part_number);
  expect((await send(left)).status).toBe(200);
  expect((await partsOf(upload_id)).parts).toEqual([]);

  const [one, other] = await Promise.all([
    system.client.call("uploads.complete", { upload_id }),
    system.client.call("uploads.complete", { upload_id }),
  ]);
  expect(other.item_id).toBe(one.item_id);
  expect(one).toMatchObject({ status: "completed", bytes_uploaded: scene.length });
  const asset = { item_id: one.item_id, asset_id: one.assets[0].id };
  const { url } = await system.client.call("items.asset.download", asset);
  const stored = await new Client(system.url).get(new URL(url).pathname);
  expect(stored.bytes.equals(scene)).toBe(true);

  expect((await send(first)).status).toBe(409);
  expect(await partFolders()).toEqual([]);
});

test("a part that was damaged on its way, or has another size, is refused and can be sent again", async () => {
  const upload_id = await initiate();
  const { parts } = await partsOf(upload_id, scene.length, { limit: 1 });
  const [first] = parts as [Part];
  const md5 = createHash("md5").update(scene.subarray(0, first.bytes)).digest("base64");
  const damaged = await send(first, { "content-md5": md5 }, Buffer.alloc(scene.length));
  expect(damaged.status).toBe(400);
  expect(damaged.json.detail).toContain("Content-MD5");
  const short = await send({ ...first, bytes: 1_000 });
  expect([short.status, short.json.detail]).toEqual([400, `Part 1 has ${first.bytes} bytes.`]);
  expect((await partsOf(upload_id)).parts_left).toBe(2);
  expect((await send(first, { "content-md5": md5 })).status).toBe(200);
  expect((await partsOf(upload_id)).parts_left).toBe(1);
  await system.client.call("uploads.fail", { upload_id, error_message: "given up" });
  expect(await partFolders()).toEqual([]);
  expect((await send(first)).status).toBe(409);
});

test("what is no raster is refused and sent anew, with another size or whole", async () => {
  const upload_id = await initiate();
  const text = Buffer.from("no raster at all");
  const { parts } = await partsOf(upload_id, text.length);
  expect((await send(parts[0], {}, text)).status).toBe(200);
  const refused = await system.client.try("uploads.complete", { upload_id });
  expect(refused.status).toBe(422);
  expect((await partsOf(upload_id, text.length)).parts_left).toBe(1);
  expect((await partsOf(upload_id)).parts_left).toBe(2);
  const { upload_url } = await system.client.call("uploads.signed_url", {
    upload_id,
    file_name: "noise.tif",
  });
  expect(await partFolders()).toEqual([]);
  const whole = { part_number: 1, first_byte: 0, bytes: scene.length, upload_url };
  const wrong = await send(whole, { "content-md5": createHash("md5").update("x").digest("base64") });
  expect(wrong.status).toBe(400);
  expect((await send(whole)).status).toBe(200);
  expect((await system.client.call("uploads.complete", { upload_id })).status).toBe("completed");
});

test("a file larger than the organization may store is refused before its first byte", async () => {
  const upload_id = await initiate();
  const statusOf = async (file_name: string, total_bytes: number) =>
    (await system.client.try("uploads.part_urls", { upload_id, file_name, total_bytes })).status;
  expect(await statusOf("a.tif", 4 * 1024 ** 4)).toBe(409);
  expect(await statusOf("a.tif", 6 * 1024 ** 4)).toBe(422);
  expect(await statusOf("a/b.tif", 1)).toBe(422);
  expect(await statusOf("a.tif", 0)).toBe(422);
  expect(await partFolders()).toEqual([]);
});
