import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { readNpy } from "../support/npy.ts";
import { grantedTileUrl, PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let holder: Client;
let shared: SharedItem;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  holder = new Client(system.url);
  // Constant bands 10, 20, 30: every pixel of a tile tells what was calculated.
  shared = await shareItem(system, { dataType: "UInt16", value: (band) => band * 10 }, { profiles: "all" });
});
afterAll(() => system.stop());

const create = (input: Record<string, unknown>) =>
  system.client.try("visualization.profile.create", { item_id: shared.itemId, ...input });
const render = (profile: string | null, input: Record<string, unknown> = {}) =>
  holder.try("share.tile.render", {
    token: shared.token,
    password: PASSWORD,
    ...shared.tile,
    profile,
    ...input,
  });

async function middlePixel(bytes: Buffer): Promise<number[]> {
  const { data } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((128 * 256 + 128) * 4, (128 * 256 + 128) * 4 + 4)];
}

async function drawn(type: string, config: unknown): Promise<number[]> {
  const name = JSON.stringify(config).slice(0, 200);
  const profile = await create({ name, type, config });
  expect(profile.status, profile.bytes.toString()).toBe(200);
  const tile = await render(profile.json.id);
  expect(tile.status, tile.bytes.toString()).toBe(200);
  return await middlePixel(tile.bytes);
}

describe("a profile draws", () => {
  test.each([
    ["bands in any order", "rgb", { bands: [3, "b2", 1], rescale: [0, 255] }, [30, 20, 10, 255]],
    [
      "a range of its own for each band",
      "rgb",
      {
        bands: [1, 2, 3],
        rescale: [
          [0, 20],
          [0, 20],
          [0, 60],
        ],
      },
      [128, 255, 128, 255],
    ],
    [
      "one band through its own colours",
      "singleband",
      {
        band: 2,
        rescale: [0, 40],
        colormap: {
          stops: [
            [0, "#000000"],
            [40, "#ff0000"],
          ],
        },
      },
      [128, 0, 0, 255],
    ],
    [
      "classes, and nothing for values without a class",
      "singleband",
      { band: 1, colormap: { classes: { "10": "#112233", "11": "#ffffff" } } },
      [17, 34, 51, 255],
    ],
    [
      "intervals",
      "singleband",
      {
        band: 3,
        colormap: {
          intervals: [
            [0, 30, "#000000"],
            [30, 40, "#00ff0080"],
          ],
        },
      },
      [0, 255, 0, 128],
    ],
    ["a calculation", "expression", { expression: "(b3-b1)/(b3+b1)", rescale: [0, 1] }, [128, 128, 128, 255]],
    [
      "conditions",
      "expression",
      { expression: "where(b2 > 15 && b1 < 11, 255, 0)", rescale: [0, 255] },
      [255, 255, 255, 255],
    ],
    [
      "three calculations",
      "multiband",
      { expressions: ["b1*10", "sqrt(b2*b2)", "max(b1, b3)"], rescale: [0, 255] },
      [100, 20, 30, 255],
    ],
    ["nothing where the result is no number", "expression", { expression: "log(b1-10)" }, [0, 0, 0, 0]],
    [
      "gamma and saturation",
      "rgb",
      { bands: [1, 2, 3], rescale: [0, 40], gamma: 2, saturation: 0 },
      [172, 172, 172, 255],
    ],
    [
      "heights for terrain in the browser",
      "singleband",
      { band: 1, algorithm: { name: "terrain-rgb" } },
      [1, 135, 4, 255],
    ],
    ["a flat hillshade", "singleband", { band: 1, algorithm: { name: "hillshade" } }, [180, 180, 180, 255]],
  ])("%s", async (_name, type, config, expected) => {
    const pixel = await drawn(type, config);
    if (expected[3] === 0) return expect(pixel[3]).toBe(0);
    for (const [channel, value] of expected.entries())
      expect(Math.abs(pixel[channel]! - value), pixel.join()).toBeLessThanOrEqual(2);
  });

  test("a named colour map, and the same reversed", async () => {
    const config = (colormap: string) => ({ expression: "b1", rescale: [10, 20], colormap });
    expect(await drawn("expression", config("viridis"))).toEqual([0x44, 0x01, 0x54, 255]);
    expect(await drawn("expression", config("viridis_r"))).toEqual([0xfd, 0xe7, 0x25, 255]);
  });
});

describe("an automatic stretch of a calculation", () => {
  let slope: SharedItem;
  beforeAll(async () => {
    // Band 1 rises from 0 to 511 from west to east, band 2 is twice as much.
    slope = await shareItem(
      system,
      { dataType: "UInt16", value: (band, x) => band * x },
      { profiles: "all" },
    );
  });
  const make = (input: Record<string, unknown>) =>
    system.client.call("visualization.profile.create", {
      item_id: slope.itemId,
      name: JSON.stringify(input),
      ...input,
    });
  const statisticsOf = (expression: string) =>
    system.client.call("items.tile.statistics", { item_id: slope.itemId, expression });

  test("is stored as the numbers that statistics show", async () => {
    const { p2, p98 } = await statisticsOf("b1+b2");
    expect([p2, p98]).toEqual([expect.closeTo(30, -1), expect.closeTo(1502, -1)]);
    const one = await make({ type: "expression", config: { expression: "b1+b2", rescale: "auto" } });
    expect(one.config).toEqual({ expression: "b1+b2", rescale: [p2, p98] });
    const updated = await system.client.call("visualization.profile.update", {
      item_id: slope.itemId,
      profile_id: one.id,
      config: { expression: "b1*0+7", rescale: "auto" },
    });
    expect(updated.config.rescale).toEqual([7, 8]);
  });

  test("is one for each of three, beside given ones", async () => {
    const expressions = ["b1", "b2", "b1*10"];
    const ten = await statisticsOf("b1*10");
    const mixed = await make({
      type: "multiband",
      config: { expressions, rescale: [[0, 9], "auto", "auto"] },
    });
    expect(mixed.config.rescale).toEqual([[0, 9], expect.any(Array), [ten.p2, ten.p98]]);
    const all = await make({ type: "multiband", config: { expressions, rescale: "auto" } });
    expect(all.config.rescale).toHaveLength(3);
  });

  test("is in real values, where the numbers of a band have a scale, and so are those of data tiles", async () => {
    const recipe = { dataType: "UInt16", bands: 1, scale: 0.5, offset: -20, value: () => 100 };
    const { itemId, tile } = await shareItem(system, recipe);
    const profile = { item_id: itemId, type: "singleband", config: { unscale: true, rescale: "auto" } };
    const { id, config } = await system.client.call("visualization.profile.create", {
      name: "r",
      ...profile,
    });
    expect(config).toEqual(profile.config);
    const calculated = await system.client.call("visualization.profile.create", {
      ...profile,
      name: "c",
      type: "expression",
      config: { unscale: true, rescale: "auto", expression: "b1*2" },
    });
    expect(calculated.config.rescale).toEqual([60, 61]);
    const { bytes } = await system.client.try("items.tile.render", {
      ...tile,
      item_id: itemId,
      profile: id,
      format: "npy",
    });
    expect(
      readNpy(bytes)
        .plane(0)
        .readFloatLE((128 * 256 + 128) * 4),
    ).toBe(30);
  });
});

describe("a wrong config is refused with its field named", () => {
  test.each([
    ["rgb", { bands: [1, 2] }, "config.bands"],
    ["rgb", { bands: [1, 2, 9] }, "config.bands.2"],
    ["rgb", { bands: [1, 2, "nir"] }, "config.bands.2"],
    ["rgb", { rescale: [5, 1] }, "config.rescale"],
    ["rgb", { colour: 1 }, "config.colour"],
    ["rgb", { gamma: 0 }, "config.gamma"],
    ["singleband", { colormap: "viridiz" }, "config.colormap"],
    ["singleband", { algorithm: { name: "hillshade", azimuth: 999 } }, "config.algorithm.azimuth"],
    ["expression", {}, "config.expression"],
    ["expression", { expression: "b1+" }, "config.expression"],
    ["expression", { expression: "eval(b1)" }, "config.expression"],
    ["multiband", { expressions: ["b1", "b2", "b7"] }, "config.expressions.2"],
  ])("%s %j: %s", async (type, config, field) => {
    const answer = await create({ name: "wrong", type, config });
    expect(answer.status).toBe(422);
    const fields = answer.json.detail.map(({ loc }: { loc: unknown[] }) => loc.slice(1).join("."));
    expect(fields).toContain(field);
  });

  test("an asset the item does not have", async () => {
    const answer = await create({ name: "wrong", type: "rgb", config: {}, asset_key: "none" });
    expect(answer.json.detail[0].loc).toEqual(["body", "asset_key"]);
  });
});

describe("a profile", () => {
  test("can be named, made default, changed and deleted; every change is seen at once", async () => {
    const item = await shareItem(
      system,
      { dataType: "UInt16", value: (band) => band * 10 },
      { profiles: "all" },
    );
    const ref = { item_id: item.itemId };
    const tile = async (profile: string | null) => {
      const answer = await holder.try("share.tile.render", {
        token: item.token,
        password: PASSWORD,
        ...item.tile,
        profile,
      });
      return answer.status === 200 ? await middlePixel(answer.bytes) : answer.status;
    };
    const automatic = await tile(null);
    const made = await system.client.call("visualization.profile.create", {
      ...ref,
      name: "grey",
      type: "singleband",
      config: { band: 1, rescale: [0, 255] },
    });
    expect(made).toMatchObject({ name: "grey", version: 1, is_default: false, layer: "user" });
    await expect.poll(() => tile("grey")).toEqual([10, 10, 10, 255]);
    expect(await tile(null)).toEqual(automatic);
    const profileRef = { ...ref, profile_id: made.id };
    expect(await system.client.call("visualization.profile.set_default", profileRef)).toMatchObject({
      is_default: true,
    });
    await expect.poll(() => tile(null)).toEqual([10, 10, 10, 255]);
    const changed = await system.client.call("visualization.profile.update", {
      ...profileRef,
      config: { band: 2, rescale: [0, 255] },
    });
    expect(changed.version).toBeGreaterThan(made.version);
    await expect.poll(() => tile("grey")).toEqual([20, 20, 20, 255]);
    expect(await system.client.call("visualization.profile.get", profileRef)).toMatchObject({
      config: { band: 2 },
    });
    expect((await system.client.call("visualization.profiles.list", ref)).profiles).toHaveLength(1);
    const twice = await system.client.try("visualization.profile.create", {
      ...ref,
      name: "grey",
      type: "rgb",
      config: {},
    });
    expect(twice.status).toBe(409);
    expect(await system.client.call("visualization.profile.delete", profileRef)).toEqual({
      ok: true,
      id: made.id,
    });
    await expect.poll(() => tile("grey")).toBe(422);
    expect(await tile(null)).toEqual(automatic);
    expect((await system.client.try("visualization.profile.get", profileRef)).status).toBe(404);
  });

  test("travels in the grant of a TileJSON", async () => {
    await create({ name: "second band", type: "singleband", config: { band: 2, rescale: [0, 255] } });
    const url = await grantedTileUrl(
      {
        client: {
          call: (operation: string, input: object) =>
            system.client.call(operation, { ...input, profile: "second band" }),
        } as never,
      },
      shared.token,
      shared.tile,
    );
    expect(await middlePixel((await holder.get(url)).bytes)).toEqual([20, 20, 20, 255]);
  });

  test("of another organization does not exist", async () => {
    const { client } = await system.addOrganization();
    expect((await client.try("visualization.profiles.list", { item_id: shared.itemId })).status).toBe(404);
  });
});

test("a profile is a style of the WMTS, for the holder of a link and for its owner, with a legend", async () => {
  const config = { band: 2, rescale: [0, 40], colormap: "viridis" };
  expect((await create({ name: "By style", type: "singleband", config })).status).toBe(200);
  const expected = await middlePixel((await render("By style")).bytes);
  const { wmts_url } = await holder.call("share.tilejson", { token: shared.token, password: PASSWORD });
  const { z, x, y } = shared.tile;
  const place = `TileMatrix=${z}&TileCol=${x}&TileRow=${y}&Format=image/png`;
  const ofItem = `${system.url}/v1/items/${shared.itemId}/tiles/wmts`;
  const headers = { "x-api-key": system.organization.apiKey };
  for (const [address, get] of [
    [wmts_url, (url: string) => holder.get(url)],
    [ofItem, (url: string) => holder.get(url, headers)],
  ] as const) {
    const capabilitiesOf = async () => (await get(address)).bytes.toString();
    await expect.poll(capabilitiesOf).toContain("<ows:Identifier>By-style</ows:Identifier>");
    const capabilities = await capabilitiesOf();
    expect(capabilities).toContain('<Style isDefault="true">');
    const [, template = ""] = /template="([^"]+\.png[^"]*)"/.exec(capabilities) ?? [];
    const filled = { "{TileMatrix}": z, "{TileCol}": x, "{TileRow}": y, "{Style}": "By-style" };
    const path = Object.entries(filled).reduce(
      (text, [name, value]) => text.replace(name, `${value}`),
      template,
    );
    const byKeys = `${address}?Request=GetTile&${place}&Style=By-style`;
    for (const url of [path.replaceAll("&amp;", "&"), byKeys]) {
      const tile = await get(url);
      expect([tile.status, await middlePixel(tile.bytes)], url).toEqual([200, expected]);
    }
    const legend = /xlink:href="([^"]+legend\.png[^"]*style=By-style)"/.exec(capabilities)?.[1] ?? "";
    const picture = await sharp((await get(legend.replaceAll("&amp;", "&"))).bytes).metadata();
    expect([picture.format, picture.width]).toEqual(["png", 260]);
    const unknown = await get(`${address}?Request=GetTile&${place}&Style=none`);
    expect([unknown.status, unknown.bytes.toString()]).toEqual([
      400,
      expect.stringMatching(/exceptionCode="InvalidParameterValue" locator="Style"/),
    ]);
  }
});
