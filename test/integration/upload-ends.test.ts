import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { request as sendRequest, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { text as readText } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { putRaster } from "../support/rasters.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let project_id: string;
let scene: Buffer;
const anybody = () => new Client(system.url);

beforeAll(async () => {
  system = await startSystem({
    pools: ["render"],
    settings: { LIMIT_OPEN_UPLOADS: "8", LIMIT_STORAGE_BYTES: "20000000" },
  });
  ({ id: project_id } = await system.client.call("projects.create", { name: "Uploads" }));
  await putRaster(system.storeFolder, "made.tif");
  scene = await readFile(join(system.storeFolder, "made.tif"));
});
afterAll(() => system.stop());

const initiate = async (input: object = {}): Promise<string> =>
  (await system.client.call("uploads.initiate", { project_id, ...input })).id;

const addressOf = async (upload_id: string, file_name: string, client = system.client): Promise<string> =>
  (await client.call("uploads.signed_url", { upload_id, file_name })).upload_url;

const put = (address: string, body: Uint8Array = scene, headers: Record<string, string> = {}) =>
  anybody().send(new URL(address).pathname, { method: "PUT", body, headers });

/** A transfer of which half has arrived. */
async function beginPut(address: string) {
  const { hostname, port, pathname } = new URL(address);
  const sending = sendRequest({
    hostname,
    port,
    path: pathname,
    method: "PUT",
    headers: { "content-length": scene.length, "content-type": "image/tiff", expect: "100-continue" },
  });
  const answered = once(sending, "response");
  sending.flushHeaders();
  // The server reads the head first: from here on the transfer has begun.
  await once(sending, "continue");
  const half = Math.floor(scene.length / 2);
  sending.write(Buffer.alloc(half, 7));
  return async () => {
    sending.end(Buffer.alloc(scene.length - half, 7));
    const [answer] = (await answered) as [IncomingMessage];
    return { status: answer.statusCode, text: await readText(answer) };
  };
}

async function filesOf(upload_id: string): Promise<string[]> {
  const folder = `organizations/${system.organization.organizationId}/uploads/${upload_id}/`;
  const keys: string[] = [];
  for await (const key of system.deps.objectStore.list(folder)) keys.push(key.slice(folder.length));
  return keys;
}

describe("what arrives after the end of an upload changes nothing:", () => {
  test("a transfer that outlasts the completion is refused, and the registered bytes stay", async () => {
    const upload_id = await initiate();
    const address = await addressOf(upload_id, "scene.tif");
    expect((await put(address)).status).toBe(200);
    const finish = await beginPut(address);
    const { item_id, assets } = await system.client.call("uploads.complete", { upload_id });
    expect((await finish()).status).toBe(409);
    const asset_id = assets[0].id as string;
    const { url } = await system.client.call("items.asset.download", { item_id, asset_id });
    expect((await anybody().get(new URL(url).pathname)).bytes.equals(scene)).toBe(true);
    expect((await put(address)).status).toBe(409);
    expect(await filesOf(upload_id)).toEqual([expect.stringMatching(/^[0-9a-f-]{36}\/scene\.tif$/)]);
  });

  test("a transfer that outlasts the failure is refused and leaves nothing", async () => {
    const upload_id = await initiate();
    const finish = await beginPut(await addressOf(upload_id, "scene.tif"));
    await system.client.call("uploads.fail", { upload_id, error_message: "cancelled" });
    expect((await finish()).status).toBe(409);
    expect(await filesOf(upload_id)).toEqual([]);
  });

  test("a completion that is refused leaves what had arrived, and no copies", async () => {
    const upload_id = await initiate();
    await put(await addressOf(upload_id, "scene.tif"), Buffer.from("no raster"));
    expect((await system.client.try("uploads.complete", { upload_id })).status).toBe(422);
    expect(await filesOf(upload_id)).toEqual(["scene.tif"]);
  });
});

describe("an upload takes as many files as it was opened for:", () => {
  test("another name is refused when all have arrived, and replaces one that has not", async () => {
    const upload_id = await initiate({ file_count: 2 });
    const first = await addressOf(upload_id, "a.tif");
    const second = await addressOf(upload_id, "b.tif");
    await put(first);
    await addressOf(upload_id, "c.tif");
    expect((await put(second)).status, "b.tif is no longer expected").toBe(409);
    await put(await addressOf(upload_id, "c.tif"));
    const refused = await system.client.try("uploads.signed_url", { upload_id, file_name: "d.tif" });
    expect(refused.status).toBe(409);
    expect(refused.json.detail).toContain('"a.tif", "c.tif"');
    const { assets } = await system.client.call("uploads.complete", { upload_id });
    expect(assets.map(({ key }: { key: string }) => key)).toEqual(["a", "c"]);
  });

  test("a file that came to the store under another name is not an asset", async () => {
    const upload_id = await initiate();
    const { object_path } = await system.client.call("uploads.signed_url", {
      upload_id,
      file_name: "scene.tif",
    });
    await system.deps.objectStore.put(object_path.replace("scene.tif", "stray.tif"), scene);
    await put(await addressOf(upload_id, "scene.tif"));
    const { assets } = await system.client.call("uploads.complete", { upload_id });
    expect(assets.map(({ key }: { key: string }) => key)).toEqual(["scene"]);
  });
});

test("a part of a file is refused: it would be stored as the whole", async () => {
  const address = await addressOf(await initiate(), "scene.tif");
  const answer = await put(address, scene.subarray(0, 10), { "content-range": "bytes 0-9/100" });
  expect(answer.status).toBe(400);
  expect(answer.json.detail).toContain("Content-Range");
});

describe("an address ends with the key that asked for it:", () => {
  async function newKey() {
    const { id, key } = await system.client.call("api_keys.create", { name: "uploader" });
    return { client: new Client(system.url, key), revoke: () => revoke(id) };
  }
  const revoke = (key_id: string) => system.client.call("api_keys.revoke", { key_id });

  test("before a transfer", async () => {
    const { client, revoke: end } = await newKey();
    const address = await addressOf(await initiate(), "scene.tif", client);
    expect((await put(address)).status).toBe(200);
    await end();
    expect((await put(address)).status).toBe(403);
  });

  test("and during one, of which nothing is kept", async () => {
    const { client, revoke: end } = await newKey();
    const upload_id = await initiate();
    const finish = await beginPut(await addressOf(upload_id, "scene.tif", client));
    await end();
    expect((await finish()).status).toBe(403);
    expect(await filesOf(upload_id)).toEqual([]);
  });

  test("and with the project role of the person who did", async () => {
    const address = await addressOf(await initiate(), "scene.tif");
    const forged = address.replace(/\.k[\w-]{22}\//, `.u${Buffer.alloc(16).toString("base64url")}/`);
    expect(forged).not.toBe(address);
    expect((await put(forged)).status).toBe(404);
  });
});

describe("an organization has room for so much:", () => {
  test("open uploads beyond its limit are refused, one after the other and at once", async () => {
    const { client } = await system.addOrganization();
    const { id } = await client.call("projects.create", { name: "Many" });
    const open = () => client.try("uploads.initiate", { project_id: id });
    const answers = await Promise.all(Array.from({ length: 12 }, open));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(8);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.json.limit).toEqual({ name: "open_uploads", value: 8 });
    const upload_id = answers.find(({ status }) => status === 200)?.json.id as string;
    await client.call("uploads.fail", { upload_id, error_message: "not needed" });
    expect((await open()).status).toBe(200);
  });

  test("bytes beyond its storage are refused when they are announced, sent, or completed", async () => {
    const { client } = await system.addOrganization();
    const { id } = await client.call("projects.create", { name: "Large" });
    const announced = await client.try("uploads.initiate", { project_id: id, total_bytes: 20_000_001 });
    expect(announced.status).toBe(409);
    expect(announced.json.limit).toEqual({ name: "storage_bytes", value: 20_000_000 });
    const { id: upload_id } = await client.call("uploads.initiate", { project_id: id });
    const address = await addressOf(upload_id, "scene.tif", client);
    expect((await put(address, Buffer.alloc(20_000_001))).status).toBe(409);
    await client.call("uploads.initiate", { project_id: id, total_bytes: 20_000_000 - 100 });
    expect((await put(address, Buffer.alloc(101))).status).toBe(409);
    expect((await put(address, Buffer.alloc(99))).status).toBe(200);
  });
});
