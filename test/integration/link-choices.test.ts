import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tileAt } from "../../core/tiles/tile-grid.ts";
import { Client, type Answer } from "../support/client.ts";
import { readNpy } from "../support/npy.ts";
import { grantedTileUrl, PASSWORD, shareItem, shareTarget, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let holder: Client;
let item: SharedItem;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  holder = new Client(system.url);
  item = await shareItem(system);
  await system.client.call("items.update", {
    item_id: item.itemId,
    properties: { customer: "ACME", internal_cost: 42, season: "spring" },
  });
  for (const name of ["grey", "secret"]) {
    await system.client.call("visualization.profile.create", {
      item_id: item.itemId,
      name,
      type: "singleband",
      config: { band: 1 },
    });
  }
});
afterAll(() => system.stop());

const share = (options: Record<string, unknown> = {}) => shareTarget(system, "item", item.itemId, options);
const render = (token: string, input: object = {}) =>
  holder.try("share.tile.render", { token, password: PASSWORD, ...item.tile, ...input });
const validate = (token: string) => holder.call("share.link.validate", { token, password: PASSWORD });
const tilejson = (token: string) => holder.call("share.tilejson", { token, password: PASSWORD });

/** The ways to ask a link for a tile in a format, twice each: also once it may be in memory. */
async function everyWay(token: string, format: string): Promise<Answer[]> {
  const url = await grantedTileUrl(system, token, item.tile);
  const { z, x, y } = item.tile;
  const wmts = url.replace(/\/\d+\/\d+\/\d+\.png$/, "/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0");
  const answers: Answer[] = [];
  for (let round = 0; round < 2; round += 1) {
    answers.push(
      await render(token, { format }),
      await holder.get(url.replace(".png", `.${format}`)),
      await holder.get(url.replace(".png", `@2x.${format}`)),
      await holder.get(`${wmts}&FORMAT=image/${format}&TILEMATRIX=${z}&TILECOL=${x}&TILEROW=${y}`),
    );
  }
  return answers;
}

describe("a link to view", () => {
  test.each(["npy", "tif", "tiff"])("gives no %s in any way, and says so", async (format) => {
    const { token } = await share();
    for (const answer of await everyWay(token, format)) {
      expect(answer.status).toBe(403);
      expect(answer.bytes.toString()).toContain("This link gives pictures only");
      const isXml = answer.headers.get("content-type")?.includes("xml") === true;
      if (!isXml) expect(answer.json.reason).toBe("values_not_given");
    }
  });

  test.each(["png", "jpg", "webp", "avif"])("gives pictures as %s", async (format) => {
    const { token } = await share();
    for (const answer of await everyWay(token, format)) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toMatch(/^image\//);
    }
  });

  test.each([
    ["with the permission download", { permission: "download" }],
    ["when its owner allows values", { allow_values: true }],
  ])("%s gives values", async (_how, options) => {
    const { token } = await share(options);
    const answer = await render(token, { format: "npy" });
    expect(answer.status).toBe(200);
    expect(readNpy(answer.bytes).shape).toEqual([4, 256, 256]);
  });

  test("loses values in every process as soon as its owner takes them away", async () => {
    const { token, linkId } = await share({ allow_values: true });
    const another = new Client((await system.startAnotherApi()).url);
    const input = { token, password: PASSWORD, ...item.tile, format: "npy" };
    expect((await another.try("share.tile.render", input)).status).toBe(200);
    await system.client.call("share.link.update", { link_id: linkId, allow_values: false });
    expect((await render(token, { format: "npy" })).status).toBe(403);
    await expect.poll(async () => (await another.try("share.tile.render", input)).status).toBe(403);
  });
});

describe("profiles", () => {
  test("besides the default are shown only when the link lists them, by name or id", async () => {
    const { profiles } = await system.client.call("visualization.profiles.list", { item_id: item.itemId });
    const secret = profiles.find(({ name }: { name: string }) => name === "secret");
    const { token } = await share({ profiles: ["grey"] });
    for (const [profile, status] of [
      ["grey", 200],
      ["default", 200],
      ["secret", 422],
      [secret.id, 422],
      ["no such", 422],
    ] as const) {
      expect((await render(token, { profile })).status, profile).toBe(status);
      const answer = await holder.try("share.tilejson", { token, password: PASSWORD, profile });
      expect(answer.status, profile).toBe(status);
    }
    const byId = await share({ profiles: [secret.id] });
    expect((await render(byId.token, { profile: "secret" })).status).toBe(200);
    const all = await share({ profiles: "all" });
    expect((await render(all.token, { profile: "secret" })).status).toBe(200);
  });

  test("a grant ends with the profile's place on the list", async () => {
    const { token, linkId } = await share({ profiles: ["grey"] });
    const { tiles } = await holder.call("share.tilejson", { token, password: PASSWORD, profile: "grey" });
    const { z, x, y } = item.tile;
    const url = tiles[0].replace("{z}", z).replace("{x}", x).replace("{y}", y);
    expect((await holder.get(url)).status).toBe(200);
    await system.client.call("share.link.update", { link_id: linkId, profiles: [] });
    expect((await holder.get(url)).status).toBe(404);
  });
});

describe("properties", () => {
  test.each([
    [undefined, {}],
    [["customer", "season", "missing"], { customer: "ACME", season: "spring" }],
    ["all", { customer: "ACME", internal_cost: 42, season: "spring" }],
  ])("of a link that lists %j", async (properties, shown) => {
    const { token } = await share(properties === undefined ? {} : { properties });
    expect((await validate(token)).target.properties).toEqual(shown);
    const page = await holder.call("share.items.list", { token, password: PASSWORD });
    expect(page.items[0].properties).toEqual(shown);
  });

  test("of a collection's items follow the same list", async () => {
    const { id } = await system.client.call("collections.create", {
      project_id: item.projectId,
      name: "One",
    });
    await system.client.call("items.create", {
      project_id: item.projectId,
      collection_id: id,
      type: "clip",
      name: "in it",
      properties: { customer: "ACME", season: "autumn" },
    });
    const { token } = await shareTarget(system, "collection", id, { properties: ["season"] });
    const { target } = await validate(token);
    expect(target.items).toMatchObject([{ name: "in it", properties: { season: "autumn" } }]);
    expect(target.next_offset).toBeNull();
    expect(JSON.stringify(target)).not.toContain("ACME");
  });
});

describe("a link made before its owner could choose", () => {
  async function oldLink() {
    const link = await share();
    // As the migration leaves links that it finds.
    await system.deps.database`
      update share_links set allow_values = true, profiles = null, properties = null, predates_choices = true
      where id = ${link.linkId}`;
    return link;
  }

  test("keeps what it could do, also when it is rotated", async () => {
    const { linkId } = await oldLink();
    const { token, ...link } = await system.client.call("share.link.rotate", { link_id: linkId });
    expect(link).toMatchObject({
      allow_values: true,
      profiles: "all",
      properties: "all",
      predates_choices: true,
    });
    expect((await render(token, { format: "npy" })).status).toBe(200);
    expect((await render(token, { profile: "secret" })).status).toBe(200);
    expect((await validate(token)).target.properties).toMatchObject({ customer: "ACME" });
  });

  test("follows the rule once it is edited, with what the edit chooses", async () => {
    const { linkId, token } = await oldLink();
    const link = await system.client.call("share.link.update", { link_id: linkId, profiles: ["grey"] });
    expect(link).toMatchObject({
      allow_values: false,
      profiles: ["grey"],
      properties: [],
      predates_choices: false,
    });
    expect((await render(token, { format: "npy" })).status).toBe(403);
    expect((await validate(token)).target.properties).toEqual({});
    const again = await system.client.call("share.link.update", { link_id: linkId, label: "x" });
    expect(again.profiles).toEqual(["grey"]);
  });
});

test("the TileJSON names the profiles to choose from, each with a document of its own", async () => {
  const { token } = await share({ profiles: ["grey"] });
  const { profiles } = await tilejson(token);
  expect(profiles.map(({ name }: { name: string }) => name)).toContain("grey");
  const grey = profiles.find(({ name }: { name: string }) => name === "grey");
  const document = (await holder.get(new URL(grey.tilejson_url).pathname)).json;
  expect(document.profiles.filter((each: { is_shown: boolean }) => each.is_shown)).toMatchObject([
    { name: "grey" },
  ]);
  const { profiles: others } = await tilejson((await share()).token);
  expect(others.map(({ name }: { name: string }) => name)).not.toContain("grey");
});

describe("what a link says before its password", () => {
  const introduce = (token: string) => system.client.call("share.link.introduce", { token });
  const nothing = { organization: null, label: null, expires_at: null };

  test("is the organization and the end, unless its owner says otherwise", async () => {
    const { linkId, token } = await share({ label: "For Ada" });
    const { expires_at } = await system.client.call("share.link.get", { link_id: linkId });
    const { organization, ...rest } = await introduce(token);
    expect(organization).toMatch(/\w/);
    expect(rest).toEqual({ label: null, expires_at });
    await system.client.call("share.link.update", { link_id: linkId, introduction: "label" });
    expect(await introduce(token)).toEqual({ organization, label: "For Ada", expires_at });
  });

  test("is the same for a link that says nothing and for an unknown one", async () => {
    const { token } = await share({ introduction: "none" });
    expect(await introduce(token)).toEqual(nothing);
    expect(await introduce("x".repeat(43))).toEqual(nothing);
    expect(await introduce("")).toEqual(nothing);
  });
});

describe("a grant", () => {
  test("never renews itself: documents fetched with it end when it does", async () => {
    const { token } = await share({ max_views: 1 });
    const first = await tilejson(token);
    const url = new URL(first.tilejson_url);
    const second = (await holder.get(url.pathname)).json;
    expect(second.expires_at).toBe(first.expires_at);
    expect(second.tiles).toEqual(first.tiles);
    const third = (await holder.get(new URL(second.tilejson_url).pathname)).json;
    expect(third.tiles).toEqual(first.tiles);
    const wmts = await holder.get(`${new URL(first.wmts_url).pathname}?REQUEST=GetCapabilities`);
    const [grant] = /tiles\/[\w-]+/.exec(url.pathname) ?? [];
    const named = [...wmts.bytes.toString().matchAll(/share\/(tiles\/[\w-]+)/g)].map(([, each]) => each);
    expect(new Set(named)).toEqual(new Set([grant]));
  });
});

describe("zoom levels", () => {
  test("outside those of a link are 404 in every way, and its TileJSON says which there are", async () => {
    const { token } = await share({ min_zoom: 4, max_zoom: 5 });
    const document = await tilejson(token);
    expect(document).toMatchObject({ minzoom: 4, maxzoom: 5 });
    expect(document.center[2]).toBeLessThanOrEqual(5);
    for (const [z, status] of [
      [3, 404],
      [4, 200],
      [5, 200],
      [6, 404],
    ] as const) {
      const tile = tileAt(15, 45, z);
      expect((await render(token, tile)).status).toBe(status);
      expect((await holder.get(await grantedTileUrl(system, token, tile))).status).toBe(status);
    }
    const own = await share();
    const tile = tileAt(15, 45, 6);
    const url = await grantedTileUrl(system, own.token, tile);
    await holder.get(url);
    expect((await holder.get(url)).headers.get("x-cache")).toBe("memory");
    // The same tile is in memory now, for the other link too.
    expect((await holder.get(await grantedTileUrl(system, token, tile))).status).toBe(404);
  });

  test("more than three beyond the deepest useful one are refused, cost nothing and wait for nothing", async () => {
    const { token } = await share();
    const { maxzoom } = await tilejson(token);
    const jobs = system.deps.jobs.queue("render");
    const before = await jobs.getJobCountByTypes();
    const deep = tileAt(15, 45, maxzoom + 4);
    const answers = [
      await render(token, deep),
      await holder.get(await grantedTileUrl(system, token, deep)),
      await system.client.try("items.tile.render", { item_id: item.itemId, ...deep }),
      await system.client.send(`/v1/items/${item.itemId}/tiles/${deep.z}/${deep.x}/${deep.y}.png`, {}),
    ];
    for (const answer of answers) {
      expect([answer.status, answer.json.reason]).toEqual([404, "zoom_too_deep"]);
      expect(answer.json.zoom_limit).toBe(maxzoom + 3);
    }
    expect(await jobs.getJobCountByTypes()).toBe(before);
    expect((await render(token, tileAt(15, 45, maxzoom + 3))).status).toBe(200);
  });
});

describe("an area", () => {
  const bounds = [12, 42, 15, 46];

  test("is in the TileJSON, and tiles outside it are empty and free", async () => {
    const { token } = await share({ bounds });
    expect((await tilejson(token)).bounds).toEqual(bounds);
    const answer = await render(token, tileAt(18, 48, 6));
    expect([answer.status, answer.headers.get("x-cache")]).toEqual([200, "empty"]);
  });

  test("cuts pixels, so that no zoom level shows what lies outside", async () => {
    const { token } = await share({ bounds, allow_values: true });
    const whole = await share({ allow_values: true });
    const tile = tileAt(15, 45, 3);
    const alphaOf = async (from: string) => {
      const { bytes } = await render(from, tile);
      return await sharp(bytes).ensureAlpha().extractChannel(3).raw().toBuffer();
    };
    const [cut, full] = [await alphaOf(token), await alphaOf(whole.token)];
    const columnOf = (lon: number) => ((lon + 180) / 360) * 8 * 256 - tile.x * 256;
    const shown = [...cut.keys()].filter((pixel) => cut[pixel]! > 0);
    expect(shown.length).toBeGreaterThan(0);
    for (const pixel of shown) {
      expect(full[pixel]).toBeGreaterThan(0);
      expect((pixel % 256) + 0.5).toBeGreaterThanOrEqual(columnOf(12));
      expect((pixel % 256) + 0.5).toBeLessThanOrEqual(columnOf(15));
    }
    const { plane, shape } = readNpy((await render(token, { ...tile, format: "npy" })).bytes);
    const mask = plane(shape[0]! - 1);
    expect([...mask].map((value) => value > 0)).toEqual([...cut].map((value) => value > 0));
  });
});

test.each([
  ["min_zoom above max_zoom", { min_zoom: 6, max_zoom: 5 }, "max_zoom"],
  ["an area without area", { bounds: [1, 1, 1, 2] }, "bounds"],
  ["an unknown word for profiles", { profiles: "some" }, "profiles"],
  ["more profiles than a list holds", { profiles: Array.from({ length: 101 }, String) }, "profiles"],
  ["a zoom level beyond the grid", { max_zoom: 25 }, "max_zoom"],
])("%s is refused", async (_what, options, field) => {
  const answer = await system.client.try("share.link.create", {
    target_type: "item",
    target_id: item.itemId,
    password: PASSWORD,
    expires_at: "2099-01-01T00:00:00Z",
    ...options,
  });
  expect(answer.status).toBe(422);
  expect(answer.json.detail[0].loc).toContain(field);
});
