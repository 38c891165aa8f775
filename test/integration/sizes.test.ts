import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLASSES_MAX } from "../../core/styles/profile.ts";
import { Client, type Answer } from "../support/client.ts";
import { putRaster } from "../support/rasters.ts";
import { PASSWORD, shareItem, shareTarget, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

const MEGABYTE = 2 ** 20;

let system: TestSystem;
let holder: Client;
let item: SharedItem;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  holder = new Client(system.url);
  item = await shareItem(system, { bands: 1 });
});
afterAll(() => system.stop());

const classes = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [String(index), "#112233"]));
const createProfile = (name: string, count: number, item_id = item.itemId) =>
  system.client.try("visualization.profile.create", {
    item_id,
    name,
    type: "singleband",
    is_default: true,
    config: { colormap: { classes: classes(count) } },
  });
const createItem = (options: Record<string, unknown>) =>
  system.client.try("items.create", { project_id: item.projectId, type: "clip", name: "one", ...options });
const locOf = (answer: Answer) => answer.json.detail[0].loc.slice(1).join(".");

describe("what is too large is refused, and named", () => {
  test("classes", async () => {
    const refused = await createProfile("too many", CLASSES_MAX + 1);
    expect([refused.status, locOf(refused)]).toEqual([422, "config.colormap.classes"]);
    expect(refused.json.detail[0].msg).toContain(`at most ${CLASSES_MAX} classes`);
    expect((await createProfile("as many as allowed", CLASSES_MAX)).status).toBe(200);
  });

  test.each([
    ["properties", { properties: { text: "x".repeat(65_536) } }],
    ["geometry", { geometry: { type: "Point", text: "x".repeat(196_608) } }],
  ])("%s of an item", async (field, options) => {
    const refused = await createItem(options);
    expect([refused.status, locOf(refused)]).toEqual([422, field]);
    const update = await system.client.try("items.update", { item_id: item.itemId, ...options });
    expect([update.status, locOf(update)]).toEqual([422, field]);
  });

  test("a profile's config", async () => {
    const refused = await system.client.try("visualization.profile.create", {
      item_id: item.itemId,
      name: "padded",
      type: "rgb",
      config: { background: "#".repeat(131_072) },
    });
    expect([refused.status, locOf(refused)]).toEqual([422, "config"]);
  });
});

describe("no answer has more than a megabyte", () => {
  let collectionId: string;
  let names: string[];

  beforeAll(async () => {
    ({ id: collectionId } = await system.client.call("collections.create", {
      project_id: item.projectId,
      name: "Many",
    }));
    names = Array.from({ length: 40 }, (_, index) => `item ${index}`);
    for (const name of names) {
      const properties = { text: "x".repeat(65_000) };
      await createItem({ name, collection_id: collectionId, properties });
    }
    // An item of before the limit.
    await system.deps.database`
      update items set properties = ${system.deps.database.json({ text: "x".repeat(1_000_000) })}
      where collection_id = ${collectionId} and name = 'item 20'`;
  });

  /** Reads pages until there is none; resolves to the names on them, in order. */
  async function allNames(read: (offset: number) => Promise<Answer>): Promise<string[]> {
    const found: string[] = [];
    let offset: number | null = 0;
    while (offset !== null) {
      const { status, bytes, json } = await read(offset);
      expect(status).toBe(200);
      expect(bytes.length).toBeLessThanOrEqual(MEGABYTE);
      found.push(...json.items.map(({ name }: { name: string }) => name));
      offset = json.next_offset;
    }
    return found.sort();
  }

  test("but pages of a list lead to all of it", async () => {
    const page = (offset: number) =>
      system.client.try("items.list_by_collection", { collection_id: collectionId, offset, limit: 1_000 });
    expect(await allNames(page)).toEqual(names.toSorted());
  });

  test("and share.link.validate says where share.items.list goes on", async () => {
    const { token } = await shareTarget(system, "collection", collectionId, { properties: "all" });
    const opened = await holder.try("share.link.validate", { token, password: PASSWORD });
    expect(opened.bytes.length).toBeLessThanOrEqual(MEGABYTE);
    const { items, next_offset } = opened.json.target;
    expect(next_offset).toBe(items.length);
    expect(items.length).toBeLessThan(40);
    const page = (offset: number) =>
      holder.try("share.items.list", { token, password: PASSWORD, offset, limit: 1_000 });
    expect(await allNames(page)).toEqual(names.toSorted());
    const nothingMore = await page(40);
    expect(nothingMore.json).toMatchObject({ items: [], total: 40, next_offset: null });
  });

  test("without properties, a link's items are there at once", async () => {
    const { token } = await shareTarget(system, "collection", collectionId);
    const { target } = await holder.call("share.link.validate", { token, password: PASSWORD });
    expect([target.items.length, target.next_offset]).toEqual([40, null]);
  });

  test("nor has a list of profiles, which names the next page", async () => {
    const { json } = await createItem({
      name: "styled",
      type: "user_raster",
      assets: await raster("styled"),
    });
    for (let index = 0; index < 20; index += 1) await createProfile(`p${index}`, CLASSES_MAX, json.id);
    const first = await system.client.try("visualization.profiles.list", { item_id: json.id });
    expect(first.bytes.length).toBeLessThanOrEqual(MEGABYTE);
    const rest = await system.client.call("visualization.profiles.list", {
      item_id: json.id,
      offset: first.json.next_offset,
    });
    expect(first.json.profiles.length + rest.profiles.length).toBe(20);
    expect(rest.next_offset).toBeNull();
  });
});

async function raster(name: string) {
  return { visual: { href: await putRaster(system.storeFolder, `sizes/${name}.tif`, { bands: 1 }) } };
}

test("a job names its styles, which cross Redis once and not with each tile", async () => {
  const own = await shareItem(system, { bands: 1 });
  await createProfile("large", CLASSES_MAX, own.itemId);
  const render = (format: string) =>
    holder.try("share.tile.render", { token: own.token, password: PASSWORD, ...own.tile, format });
  for (const format of ["png", "webp", "avif"]) expect((await render(format)).status).toBe(200);
  const redis = new Redis(system.config.REDIS_URL);
  const sizes = async (pattern: string) => {
    const keys = await redis.keys(`${system.config.REDIS_PREFIX}:${pattern}`);
    return await Promise.all(keys.map((key) => redis.memory("USAGE", key)));
  };
  const large = (await sizes("style:*")).filter((bytes) => Number(bytes) > 50_000);
  expect(large).toHaveLength(1);
  const others = (await sizes("*")).filter((bytes) => Number(bytes) > 50_000);
  expect(others).toHaveLength(1);
  redis.disconnect();
});
