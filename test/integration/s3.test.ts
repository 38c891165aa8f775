import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { newId } from "../../infra/new-id.ts";
import { ensureBucket } from "../../storage/object-store/ensure-bucket.ts";
import { Client } from "../support/client.ts";
import { putRaster } from "../support/rasters.ts";
import { findTestS3Server } from "../support/s3-server.ts";
import { PASSWORD } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

const server = findTestS3Server("test/integration/s3.test.ts");

describe.skipIf(server === undefined)("on a real S3 server", () => {
  let system: TestSystem;
  let anybody: Client;
  let scene: Buffer;
  let project_id: string;
  let item_id: string;
  let asset_id: string;

  beforeAll(async () => {
    const endpoint = server?.endpoint ?? "";
    // What the SDK and GDAL look for; this file has a process of its own.
    vi.stubEnv("AWS_ACCESS_KEY_ID", server?.credentials.accessKeyId);
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", server?.credentials.secretAccessKey);
    const settings = {
      OBJECT_STORE_URL: `s3://system-${newId()}/kept`,
      S3_ENDPOINT: endpoint,
      S3_REGION: "us-east-1",
      S3_FORCE_PATH_STYLE: "true",
    };
    await ensureBucket({ ...settings, S3_FORCE_PATH_STYLE: true });
    system = await startSystem({ pools: ["render"], settings });
    anybody = new Client(system.url);
    await putRaster(system.storeFolder, "scene.tif");
    scene = await readFile(join(system.storeFolder, "scene.tif"));
    ({ id: project_id } = await system.client.call("projects.create", { name: "On S3" }));
    ({ item_id, asset_id } = await upload("My größe scene.tif"));
  });
  afterAll(async () => {
    await system.stop();
    vi.unstubAllEnvs();
  });

  async function upload(file_name: string): Promise<{ item_id: string; asset_id: string }> {
    const { id: upload_id } = await system.client.call("uploads.initiate", {
      project_id,
      asset_key: "visual",
    });
    const { upload_url } = await system.client.call("uploads.signed_url", { upload_id, file_name });
    expect(upload_url.startsWith(`${server?.endpoint}/`), upload_url).toBe(true);
    const sent = await fetch(upload_url, {
      method: "PUT",
      body: scene,
      headers: { "content-type": "image/tiff" },
    });
    expect(sent.status, await sent.text()).toBe(200);
    const completed = await system.client.call("uploads.complete", { upload_id });
    return { item_id: completed.item_id, asset_id: completed.assets[0].id };
  }

  async function share(permission: "view" | "download") {
    const link = await system.client.call("share.link.create", {
      target_type: "item",
      target_id: item_id,
      password: PASSWORD,
      expires_at: "2099-01-01T00:00:00Z",
      permission,
    });
    const input = { token: link.token, password: PASSWORD };
    return { input, opened: await anybody.call("share.link.validate", input) };
  }

  /** What the store itself answers to anybody who has the address. */
  async function expectFile(url: string): Promise<void> {
    expect(url.startsWith(`${server?.endpoint}/`), url).toBe(true);
    expect(new URL(url).searchParams.get("X-Amz-Expires")).toBe("300");
    const whole = await fetch(url);
    expect(whole.status).toBe(200);
    expect(Buffer.from(await whole.arrayBuffer()).equals(scene)).toBe(true);
    expect(whole.headers.get("content-disposition")).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent("My größe scene.tif")}`,
    );
    const part = await fetch(url, { headers: { range: "bytes=10-19" } });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer()).equals(scene.subarray(10, 20))).toBe(true);
    const changed = new URL(url);
    const signature = changed.searchParams.get("X-Amz-Signature") ?? "";
    changed.searchParams.set(
      "X-Amz-Signature",
      signature.replace(/^./, (first) => (first === "0" ? "1" : "0")),
    );
    expect((await fetch(changed)).status).toBe(403);
    changed.searchParams.set("X-Amz-Signature", signature);
    changed.searchParams.set("X-Amz-Expires", "900");
    expect((await fetch(changed)).status).toBe(403);
    expect((await fetch(url.slice(0, url.indexOf("?")))).status).toBe(403);
  }

  test("a link with the permission download adds the store's own signed addresses; one with view never does", async () => {
    const { opened } = await share("download");
    expect(opened.assets).toMatchObject([{ item_id, key: "visual", bytes: scene.length }]);
    await expectFile(opened.assets[0].url);
    expect((await share("view")).opened).not.toHaveProperty("assets");
  });

  test("items.asset.download and the item's STAC give owners such addresses", async () => {
    const { url } = await system.client.call("items.asset.download", { item_id, asset_id });
    await expectFile(url);
    const { assets } = await system.client.call("items.get_stac", { item_id });
    await expectFile(assets.visual.href);
  });

  test("what was sent straight to the store is rendered from there", async () => {
    const { input } = await share("view");
    const tile = await anybody.try("share.tile.render", { ...input, z: 6, x: 34, y: 23 });
    expect(tile.status, tile.bytes.toString()).toBe(200);
    expect(tile.headers.get("content-type")).toBe("image/png");
    expect(tile.headers.get("x-cache")).toBe("render");
  });

  test("parts go straight to the store, which refuses a damaged one, and become one object", async () => {
    const { id: upload_id } = await system.client.call("uploads.initiate", { project_id });
    const file = { upload_id, file_name: "in parts.tif", total_bytes: scene.length };
    const { parts } = await system.client.call("uploads.part_urls", file);
    expect(parts).toHaveLength(1);
    const [{ upload_url }] = parts;
    expect(upload_url.startsWith(`${server?.endpoint}/`), upload_url).toBe(true);
    const md5 = createHash("md5").update(scene).digest("base64");
    const put = (body: Buffer) =>
      fetch(upload_url, { method: "PUT", body: new Uint8Array(body), headers: { "content-md5": md5 } });
    expect((await put(Buffer.alloc(scene.length))).status).toBe(400);
    expect((await put(scene)).status).toBe(200);
    expect(await system.client.call("uploads.get", { upload_id })).toMatchObject({
      bytes_uploaded: scene.length,
      files: [{ parts_left: 0 }],
    });
    const completed = await system.client.call("uploads.complete", { upload_id });
    expect(completed.bytes_uploaded).toBe(scene.length);
    expect((await put(scene)).ok).toBe(false);
  });

  test("a failed upload leaves nothing in the store", async () => {
    const { id: upload_id } = await system.client.call("uploads.initiate", { project_id });
    const { upload_url, object_path } = await system.client.call("uploads.signed_url", {
      upload_id,
      file_name: "a.tif",
    });
    await fetch(upload_url, { method: "PUT", body: scene });
    expect(await system.deps.objectStore.head(object_path)).toMatchObject({ bytes: scene.length });
    await system.client.call("uploads.fail", { upload_id, error_message: "cancelled" });
    expect(await system.deps.objectStore.head(object_path)).toBeUndefined();
  });
});
