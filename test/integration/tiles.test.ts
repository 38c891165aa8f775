import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tileAt } from "../../core/tiles/tile-grid.ts";
import { verifyAssets } from "../../programs/admin/verify-assets.ts";
import { Client, type Answer } from "../support/client.ts";
import { putRaster } from "../support/rasters.ts";
import { grantedTileUrl, PASSWORD, shareItem, shareTarget, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let holder: Client;
let shared: SharedItem;

beforeAll(async () => {
  system = await startSystem({ pools: ["render", "metering"] });
  holder = new Client(system.url);
  shared = await shareItem(system);
});
afterAll(() => system.stop());

const render = (input: Record<string, unknown> = {}) =>
  holder.try("share.tile.render", { token: shared.token, password: PASSWORD, ...shared.tile, ...input });

/** A job ends a moment after its tile is delivered: when the tile is stored. */
async function completedJobs(): Promise<number> {
  const queue = system.deps.jobs.queue("render");
  await expect.poll(() => queue.getActiveCount()).toBe(0);
  return await queue.getCompletedCount();
}

describe("a tile", () => {
  test.each([
    ["png", "image/png", "png"],
    ["webp", "image/webp", "webp"],
    ["jpg", "image/jpeg", "jpeg"],
    ["jpeg", "image/jpeg", "jpeg"],
  ])("is rendered as %s, with something in it", async (format, contentType, decoded) => {
    const answer = await render({ format });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(contentType);
    const image = sharp(answer.bytes);
    expect(await image.metadata()).toMatchObject({ format: decoded, width: 256, height: 256 });
    const { channels } = await image.stats();
    expect(channels[0]?.stdev).toBeGreaterThan(1);
  });

  test("comes from the cache the second time, without a job", async () => {
    const other = await shareItem(system);
    const input = { token: other.token, password: PASSWORD, ...other.tile };
    const first = await holder.try("share.tile.render", input);
    expect(first.headers.get("x-cache")).toBe("render");
    const jobs = await completedJobs();
    const second = await holder.try("share.tile.render", input);
    expect(second.headers.get("x-cache")).toBe("memory");
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(await completedJobs()).toBe(jobs);
  });

  test("is shared by all links on the same item, and by other processes through the store", async () => {
    const first = await render();
    const link = await shareTarget(system, "item", shared.itemId);
    const another = await system.startAnotherApi();
    const input = { token: link.token, password: PASSWORD, ...shared.tile };
    const second = await new Client(another.url).try("share.tile.render", input);
    expect(second.headers.get("x-cache")).toBe("store");
    expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
  });

  test("asked for by a hundred at once in two processes is rendered once", async () => {
    const other = await shareItem(system);
    const another = new Client((await system.startAnotherApi()).url);
    const input = { token: other.token, password: PASSWORD, ...other.tile, format: "webp" };
    const jobs = await completedJobs();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        (index % 2 === 0 ? holder : another).try("share.tile.render", input),
      ),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => answer.bytes.toString("base64"))).size).toBe(1);
    const results = await system.deps.jobs.queue("render").getCompleted(0, 10);
    const rendered = results.filter((job) => job.returnvalue === "rendered").length;
    expect((await completedJobs()) - jobs).toBeGreaterThanOrEqual(1);
    expect(rendered).toBeGreaterThanOrEqual(1);
    const mine = results.slice(0, (await completedJobs()) - jobs);
    expect(mine.filter((job) => job.returnvalue === "rendered")).toHaveLength(1);
  });

  test("outside the footprint is answered at once, without a job or a bill", async () => {
    const jobs = await completedJobs();
    const away = { z: 6, x: 0, y: 0 };
    const png = await render(away);
    expect([png.status, png.headers.get("x-cache")]).toEqual([200, "empty"]);
    const { channels } = await sharp(png.bytes).ensureAlpha().stats();
    expect(channels[3]?.max).toBe(0);
    const jpg = await render({ ...away, format: "jpg" });
    expect((await sharp(jpg.bytes).stats()).channels[0]?.min).toBeGreaterThan(250);
    const url = await grantedTileUrl(system, shared.token, away);
    expect((await holder.get(`${url}?empty=204`)).status).toBe(204);
    expect((await holder.get(`${url}?empty=404`)).status).toBe(404);
    expect(await completedJobs()).toBe(jobs);
  });
});

describe("a tile by GET", () => {
  test("answers 304 to a client that has it, in both sizes, with open CORS", async () => {
    const url = await grantedTileUrl(system, shared.token, shared.tile);
    const answer = await holder.get(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("cache-control")).toMatch(/^private, max-age=\d+$/);
    expect(answer.headers.get("server-timing")).toContain("render;dur=");
    const etag = answer.headers.get("etag") ?? "";
    const again = await holder.get(url, { "if-none-match": `W/${etag}, "other"` });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    const twice = await holder.get(url.replace(".png", "@2x.png"));
    expect(await sharp(twice.bytes).metadata()).toMatchObject({ width: 512, height: 512 });
  });

  test.each([
    "0/0/1.png",
    "0/1/0.png",
    "-1/0/0.png",
    "25/0/0.png",
    "1.5/0/0.png",
    "a/b/c.png",
    "0/0/0.gif",
    "0/0/0",
  ])("%s is a 400", async (path) => {
    const url = await grantedTileUrl(system, shared.token, { z: 0, x: 0, y: 0 });
    const answer = await holder.get(url.replace("0/0/0.png", path));
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ status: 400 });
  });
});

test("a collection is a mosaic of its items, the newest on top", async () => {
  const { id: project_id } = await system.client.call("projects.create", { name: "Mosaic" });
  const { id: collection_id } = await system.client.call("collections.create", { project_id, name: "m" });
  const add = async (name: string, datetime: string, value: number) => {
    const href = await putRaster(system.storeFolder, `mosaic/${name}.tif`, { value: () => value });
    await system.client.call("items.create", {
      project_id,
      collection_id,
      type: "user_raster",
      name,
      datetime,
      assets: { visual: { href } },
    });
  };
  const meanOf = async (answer: Answer) => (await sharp(answer.bytes).stats()).channels[0]?.mean;
  await add("old", "2020-01-01T00:00:00Z", 50);
  const { token } = await shareTarget(system, "collection", collection_id);
  const tile = () => holder.try("share.tile.render", { token, password: PASSWORD, ...shared.tile });
  expect(await meanOf(await tile())).toBeCloseTo(50, 0);
  await add("new", "2024-01-01T00:00:00Z", 200);
  expect(await meanOf(await tile())).toBeCloseTo(200, 0);
  await add("older", "2010-01-01T00:00:00Z", 120);
  expect(await meanOf(await tile())).toBeCloseTo(200, 0);
  const tilejson = await holder.call("share.tilejson", { token, password: PASSWORD });
  expect(tilejson).toMatchObject({ name: "m", bounds: [10, 40, 20, 50].map((d) => expect.closeTo(d, 3)) });
});

test("usage.current shows exactly the tiles that were served, within two seconds", async () => {
  const { organization, client } = await system.addOrganization();
  const own = await shareItem({ client, storeFolder: system.storeFolder });
  const url = await grantedTileUrl({ client }, own.token, own.tile);
  const input = { token: own.token, password: PASSWORD, ...own.tile };
  let bytes = 0;
  for (let index = 0; index < 5; index += 1)
    bytes += (await holder.try("share.tile.render", input)).bytes.length;
  const answer = await holder.get(url);
  bytes += answer.bytes.length;
  await holder.get(url, { "if-none-match": answer.headers.get("etag") ?? "" });
  await holder.try("share.tile.render", { ...input, z: 6, x: 0, y: 0 });
  await holder.try("share.tile.render", { ...input, z: 99 });
  const usage = () => client.call("usage.current", { organization_id: organization.organizationId });
  await expect
    .poll(usage, { timeout: 2_000 })
    .toMatchObject({ tile_requests: 6, tile_bytes: bytes, not_modified: 1 });
  expect((await usage()).storage_bytes).toBeGreaterThan(0);
  const history = await client.call("usage.history", { organization_id: organization.organizationId });
  expect(history.months).toHaveLength(3);
  expect(history.months[0]).toMatchObject({ tile_requests: 6 });
});

describe("a file that is changed in its place", () => {
  const locationOf = ({ projectId }: SharedItem) => join(system.storeFolder, "scenes", `${projectId}.tif`);

  test("under an open handle is not drawn: its tiles would be tiles of neither version", async () => {
    const own = await shareItem(system, { value: () => 50 });
    const ask = (lon: number) =>
      holder.try("share.tile.render", { token: own.token, password: PASSWORD, ...tileAt(lon, 45, 9) });
    expect((await ask(15)).status).toBe(200);
    const other = await shareItem(system, { value: () => 200, width: 700, height: 300 });
    copyFileSync(locationOf(other), locationOf(own));
    let lon = 10;
    const askNext = () => ask((lon += 0.71));
    await expect.poll(async () => (await askNext()).status, { timeout: 8_000, interval: 500 }).toBe(502);
    expect((await askNext()).json.detail).toContain("changed since it was registered");
    // What was drawn before stays.
    expect((await ask(15)).status).toBe(200);
  });

  test("for the same content is drawn as before: a store that was copied or restored breaks nothing", async () => {
    const own = await shareItem(system);
    const older = await shareItem(system);
    const ask = (item: SharedItem, lon: number) =>
      holder.try("share.tile.render", { token: item.token, password: PASSWORD, ...tileAt(lon, 45, 9) });
    const verify = async (adopt: boolean) =>
      await verifyAssets({ database: system.deps.database, config: system.config }, adopt);
    for (const item of [own, older]) writeFileSync(locationOf(item), readFileSync(locationOf(item)));
    expect((await ask(own, 15)).status).toBe(200);
    expect((await verify(false)).counts.moved).toBeGreaterThanOrEqual(2);
    // As files are that were registered before there were fingerprints.
    rmSync(join(system.storeFolder, "fingerprints"), { recursive: true });
    expect((await ask(older, 15)).status).toBe(502);
    const refused = (await verify(false)).refused.map(({ object_key: key, why }) => `${why} ${key}`);
    expect(refused).toContain(`unknown scenes/${older.projectId}.tif`);
    expect((await verify(true)).counts.adopted).toBeGreaterThanOrEqual(2);
    expect((await ask(older, 16)).status).toBe(200);
  });

  test("and registered again is drawn as it is now", async () => {
    const own = await shareItem(system, { value: () => 50 });
    const other = await shareItem(system, { value: () => 200 });
    copyFileSync(locationOf(other), locationOf(own));
    const { id } = await system.client.call("items.create", {
      project_id: own.projectId,
      type: "user_raster",
      name: "again",
      assets: { visual: { href: `scenes/${own.projectId}.tif` } },
    });
    const { token } = await shareTarget(system, "item", id);
    const answer = await holder.try("share.tile.render", { token, password: PASSWORD, ...own.tile });
    expect((await sharp(answer.bytes).stats()).channels[0]?.mean).toBeCloseTo(200, 0);
  });
});

describe("an asset", () => {
  test.each([
    ["outside the store", "file:///etc/passwd"],
    ["above the store", "../../etc/passwd"],
    ["on another host", "https://example.org/a.tif"],
    ["that GDAL would fetch", "/vsicurl/http://example.org/a.tif"],
    ["that is not there", "scenes/missing.tif"],
    ["among rendered tiles", "tiles/aa/bb/cc.png"],
  ])("%s is refused with its field named", async (_name, href) => {
    const { id: project_id } = await system.client.call("projects.create", { name: "p" });
    const answer = await system.client.try("items.create", {
      project_id,
      type: "user_raster",
      name: "n",
      assets: { visual: { href } },
    });
    expect(answer.status).toBe(422);
    expect(answer.json.detail[0].loc).toEqual(["body", "assets", "visual", "href"]);
    expect(await system.client.call("items.list", { project_id })).toMatchObject({ total: 0 });
  });
});
