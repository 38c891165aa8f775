import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../support/client.ts";
import { shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let client: Client;
let scene: SharedItem;

/** Green, red and infrared of a field: NDVI is 0.5. */
const VALUES = [100, 100, 300];

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  ({ client } = system);
  scene = await shareItem(system, {
    dataType: "UInt16",
    bandNames: ["B03", "B04", "B08"],
    value: (band) => VALUES[band - 1]!,
  });
});
afterAll(() => system.stop());

async function pixelOf(input: Record<string, unknown>): Promise<number[]> {
  const tile = { item_id: scene.itemId, ...scene.tile, format: "png" };
  const answer = await client.try("items.tile.render", { ...tile, ...input });
  expect(answer.status, answer.bytes.toString("utf8", 0, 300)).toBe(200);
  const data = await sharp(answer.bytes).ensureAlpha().raw().toBuffer();
  return [...data.subarray((128 * 256 + 128) * 4, (128 * 256 + 128) * 4 + 4)];
}

test("a formula is made, found by id and by name, changed and deleted", async () => {
  const made = await client.call("band_formulas.create", { name: "Field vigour", formula: "nir/red" });
  expect(made).toMatchObject({
    organization_id: system.organization.organizationId,
    required_bands: ["nir", "red"],
    colormap: "RdYlGn",
    value_range: [-1, 1],
    category: "custom",
    is_template: false,
  });
  expect(await client.call("band_formulas.get", { formula_id: "field VIGOUR" })).toEqual(made);
  const changed = await client.call("band_formulas.update", {
    formula_id: made.id,
    formula: "nir-green",
    value_range: [0, 400],
    display_name: "Vigour",
  });
  expect(changed).toMatchObject({ id: made.id, required_bands: ["nir", "green"], display_name: "Vigour" });
  const { formulas } = await client.call("band_formulas.list", { category: "custom" });
  expect(formulas).toEqual([changed]);
  const again = await client.try("band_formulas.create", { name: "FIELD VIGOUR", formula: "nir/red" });
  expect(again.status).toBe(409);
  expect(await client.call("band_formulas.delete", { formula_id: made.id })).toEqual({
    ok: true,
    id: made.id,
  });
  expect((await client.try("band_formulas.get", { formula_id: made.id })).status).toBe(404);
});

test("formulas of the service are listed with a flag, and stay as they are", async () => {
  const { formulas } = await client.call("band_formulas.list", {});
  expect(formulas.find(({ name }: { name: string }) => name === "ndvi")).toMatchObject({ is_template: true });
  const own = await client.call("band_formulas.list", { include_templates: false });
  expect(own).toEqual({ formulas: [], total: 0 });
  for (const operation of ["band_formulas.update", "band_formulas.delete"]) {
    const answer = await client.try(operation, { formula_id: "NDVI" });
    expect(answer.status).toBe(422);
    expect(answer.json.detail[0].loc).toEqual(["body", "formula_id"]);
  }
});

test.each([
  [{ formula: "nir-" }, "formula"],
  [{ formula: "1+1" }, "formula"],
  [{ name: "x" }, "name"],
  [{ colormap: "none" }, "colormap"],
  [{ value_range: [1] }, "value_range"],
  [{ value_range: [1, 1] }, "value_range"],
])("a formula with %j is refused, naming %s", async (input, field) => {
  const answer = await client.try("band_formulas.create", { name: "Wrong", formula: "nir/red", ...input });
  expect(answer.status).toBe(422);
  expect(answer.json.detail[0].loc[1]).toBe(field);
});

test("another organization neither sees nor uses a formula", async () => {
  const { id } = await client.call("band_formulas.create", { name: "secret index", formula: "nir/red" });
  const stranger = (await system.addOrganization()).client;
  for (const operation of ["get", "update", "delete"]) {
    expect((await stranger.try(`band_formulas.${operation}`, { formula_id: id })).status).toBe(404);
  }
  expect((await stranger.call("band_formulas.list", { include_templates: false })).total).toBe(0);
});

describe("a formula draws", () => {
  test("a tile by its name, in its colours and its range, unless the request has others", async () => {
    const grey = await pixelOf({ expression: "(b3-b2)/(b3+b2)", rescale: "0,1" });
    expect(grey).toEqual([128, 128, 128, 255]);
    const colors = await pixelOf({ expression: "ndvi", rescale: "0,1", colormap: "greys_r" });
    expect(colors[0]).toBe(colors[2]);
    // 0.5 lies at 0.636 of the way from -0.2 to 0.9: a light green of RdYlGn.
    const [red = 0, green = 0, blue = 0] = await pixelOf({ expression: "NDVI" });
    expect(green).toBeGreaterThan(red);
    expect(red).toBeGreaterThan(blue);
    expect(await pixelOf({ expression: "(nir-red)/(nir+red)", rescale: "0,1" })).toEqual(grey);
  });

  test("a profile, which keeps the calculation when the formula goes", async () => {
    const { id } = await client.call("band_formulas.create", {
      name: "Difference",
      formula: "nir-red",
      value_range: [0, 400],
      colormap: "gray",
    });
    const profile = await client.call("visualization.profile.create", {
      item_id: scene.itemId,
      name: "By formula",
      type: "expression",
      config: { expression: id },
    });
    expect(profile.config).toEqual({ expression: "(b3-b2)", rescale: [0, 400], colormap: "gray" });
    await client.call("band_formulas.delete", { formula_id: id });
    expect(await pixelOf({ profile: "By formula" })).toEqual([128, 128, 128, 255]);
  });

  test("nothing where a band is missing, and the answer says which", async () => {
    const tile = { item_id: scene.itemId, ...scene.tile, format: "png" };
    const answer = await client.try("items.tile.render", { ...tile, expression: "ndmi" });
    expect(answer.status).toBe(422);
    expect(answer.json.detail[0]).toMatchObject({ loc: ["body", "expression"] });
    expect(answer.json.detail[0].msg).toContain("swir16");
    const profile = {
      item_id: scene.itemId,
      name: "Moisture",
      type: "expression",
      config: { expression: "ndmi" },
    };
    const refused = await client.try("visualization.profile.create", profile);
    expect(refused.json.detail[0].loc).toEqual(["body", "config", "expression"]);
  });

  test("as a visualization can be drawn as it is answered", async () => {
    const { visualizations, default_id } = await client.call("visualization.list_for", {
      band_roles: { green: 1, red: 2, nir: 3 },
    });
    expect(default_id).toBe("color_infrared");
    const ndvi = visualizations.find(({ id }: { id: string }) => id === "ndvi");
    const { expression, colormap, rescale } = ndvi;
    expect(await pixelOf({ expression, colormap, rescale })).toEqual(await pixelOf({ expression: "ndvi" }));
    const statistics = { item_id: scene.itemId, expression: "ndvi" };
    expect((await client.call("items.tile.statistics", statistics)).mean).toBeCloseTo(0.5, 6);
  });
});
