import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ensureBucket } from "../../storage/object-store/ensure-bucket.ts";
import { Client } from "../support/client.ts";
import { putRaster } from "../support/rasters.ts";
import { findTestS3Server } from "../support/s3-server.ts";
import { PASSWORD, shareTarget } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { tileAt } from "../../core/tiles/tile-grid.ts";

const server = findTestS3Server("test/integration/s3-tiles.test.ts");

describe.skipIf(server === undefined)("with rasters and tiles in a real S3 server", () => {
  let system: TestSystem;
  let folder: string;
  let project_id: string;

  beforeAll(async () => {
    const { endpoint, credentials } = server!;
    vi.stubEnv("AWS_ACCESS_KEY_ID", credentials.accessKeyId);
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey);
    folder = mkdtempSync(join(tmpdir(), "s3-tiles-"));
    const settings = {
      OBJECT_STORE_URL: `s3://tiles-${randomUUID()}/store`,
      S3_ENDPOINT: endpoint,
      S3_FORCE_PATH_STYLE: "true",
    };
    await ensureBucket({ ...settings, S3_REGION: "us-east-1", S3_FORCE_PATH_STYLE: true });
    system = await startSystem({ pools: ["render"], settings });
    ({ id: project_id } = await system.client.call("projects.create", { name: "S3" }));
  }, 60_000);
  afterAll(async () => {
    await system.stop();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  async function upload(
    name: string,
    value: (band: number, x: number, y: number) => number,
  ): Promise<string> {
    await putRaster(folder, `${name}.tif`, { value });
    const key = `scenes/${name}.tif`;
    await system.deps.objectStore.put(key, readFileSync(join(folder, `${name}.tif`)));
    return key;
  }

  const createItem = (href: string) =>
    system.client.try("items.create", {
      project_id,
      type: "user_raster",
      name: href,
      assets: { visual: { href } },
    });

  test("an item is registered, its tile is drawn by GDAL from S3, kept in S3, and had from there by others", async () => {
    const created = await createItem(await upload("one", (band) => band * 40));
    expect(created.status, created.bytes.toString()).toBe(200);
    const { token } = await shareTarget(system, "item", created.json.id);
    const input = { token, password: PASSWORD, ...tileAt(15, 45, 6) };
    const first = await new Client(system.url).try("share.tile.render", input);
    expect([first.status, first.headers.get("x-cache")]).toEqual([200, "render"]);
    const pixels = await sharp(first.bytes).removeAlpha().raw().toBuffer();
    expect([...pixels.subarray(0, 3)]).toEqual([40, 80, 120]);

    const another = await system.startAnotherApi();
    const fromStore = async () =>
      (await new Client(another.url).try("share.tile.render", input)).headers.get("x-cache");
    // The render is delivered before it is kept.
    await expect.poll(fromStore).toMatch(/^(store|memory)$/);
    expect(await countObjects()).toBeGreaterThan(0);
  });

  const countObjects = async () => {
    let count = 0;
    for await (const _key of system.deps.objectStore.list("tiles/")) count += 1;
    return count;
  };

  test("tiles of a block share an object, and those that are drawn later join it", async () => {
    const created = await createItem(await upload("view", (band, x, y) => band + x + y));
    const { token } = await shareTarget(system, "item", created.json.id);
    const { z, x, y } = tileAt(15, 45, 8);
    const [left, top] = [x - (x % 4), y - (y % 4)];
    const draw = async (url: string, place: number) => {
      const address = { z, x: left + (place % 4), y: top + Math.floor(place / 4) };
      const input = { token, password: PASSWORD, ...address };
      const answer = await new Client(url).try("share.tile.render", input);
      expect(answer.status).toBe(200);
      return answer.headers.get("x-cache");
    };
    const before = await countObjects();
    await Promise.all([4, 5, 8, 9].map((place) => draw(system.url, place)));
    await expect.poll(countObjects).toBe(before + 1);
    expect(await draw(system.url, 6)).toBe("render");
    const another = await system.startAnotherApi();
    await expect.poll(() => draw(another.url, 6), { timeout: 10_000 }).toBe("memory");
    expect(await countObjects()).toBe(before + 1);
    const third = await system.startAnotherApi();
    expect(await draw(third.url, 4)).toBe("store");
    expect(await Promise.all([5, 6, 8, 9].map((place) => draw(third.url, place)))).toEqual(
      Array(4).fill("memory"),
    );
  });

  test("an object that is replaced and registered again is drawn anew, whatever GDAL remembers of the old one", async () => {
    const levelOf = async () => {
      const created = await createItem(key);
      expect(created.status, created.bytes.toString()).toBe(200);
      const { token } = await shareTarget(system, "item", created.json.id);
      const answer = await new Client(system.url).try("share.tile.render", {
        token,
        password: PASSWORD,
        ...tileAt(15, 45, 6),
      });
      return (await sharp(answer.bytes).raw().toBuffer())[0];
    };
    const key = await upload("replaced", () => 10);
    expect(await levelOf()).toBe(10);
    await upload("replaced", () => 200);
    expect(await levelOf()).toBe(200);
  });

  test("a file that is not there, or is none, is refused with its field named", async () => {
    await system.deps.objectStore.put("scenes/text.tif", Buffer.from("<VRTDataset/>"));
    for (const href of ["scenes/none.tif", "scenes/text.tif"]) {
      const answer = await createItem(href);
      expect(answer.status).toBe(422);
      expect(answer.json.detail[0].loc).toEqual(["body", "assets", "visual", "href"]);
    }
  });
});
