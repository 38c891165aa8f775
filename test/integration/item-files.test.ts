import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../infra/new-id.ts";
import { insertUser } from "../../storage/accounts/users.ts";
import { itemLayers } from "../../api/tiles/item-layers.ts";
import { parseTilePath } from "../../api/tiles/tile-path.ts";
import { deleteAsset } from "../../storage/catalog/item-files.ts";
import { deleteItem, findItem, updateItem, type ItemRow } from "../../storage/catalog/items.ts";
import { moveItem } from "../../storage/catalog/move-item.ts";
import { Client } from "../support/client.ts";
import { putRaster, type RasterRecipe } from "../support/rasters.ts";
import { grantedTileUrl, PASSWORD, shareItem, shareTarget } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ pools: ["render"], isServing: true });
});
afterAll(() => system.stop());

const call = (operation: string, input: object = {}) => system.client.call(operation, input);
const black: RasterRecipe = { value: () => 0 };
const put = (name: string, recipe: RasterRecipe) => putRaster(system.storeFolder, name, recipe);

describe("a replaced file", () => {
  test("is shown at once by the addresses that links have, and said beforehand", async () => {
    const shared = await shareItem(system);
    const { itemId: item_id, token } = shared;
    await call("visualization.profile.create", {
      item_id,
      name: "third band",
      type: "singleband",
      config: { band: 3 },
    });
    const url = await grantedTileUrl(system, token, shared.tile);
    const before = await system.client.get(url);
    const { item } = await call("items.get", { item_id });
    expect(item.bbox).toEqual([10, 40, 20, 50]);

    const href = await put(`scenes/${item_id}-new.tif`, {
      ...black,
      bands: 1,
      geoTransform: [9, 12 / 512, 0, 51, 0, -12 / 512],
    });
    const preview = await call("items.replace_asset", { item_id, href, preview: true });
    expect(preview).toMatchObject({ replaced: false, live_links: 1, unfit_profiles: ["third band"] });
    expect((await system.client.get(url)).headers.get("etag")).toBe(before.headers.get("etag"));

    const done = await call("items.replace_asset", { item_id, href });
    expect(done).toMatchObject({ replaced: true, live_links: 1, unfit_profiles: ["third band"] });
    expect(done.asset).toMatchObject({ key: "visual", raster: { bands: [{}] } });
    const after = await system.client.get(url);
    expect(after.status).toBe(200);
    expect(after.headers.get("etag")).not.toBe(before.headers.get("etag"));
    expect(after.bytes.equals(before.bytes)).toBe(false);
    expect((await call("items.get", { item_id })).item.bbox).toEqual([9, 39, 21, 51]);
  });

  test("is drawn by the next request where its former file was to be drawn", async () => {
    const { database, tiles } = system.deps;
    const { itemId: item_id, tile } = await shareItem(system);
    const item = (await findItem(database, item_id)) as ItemRow;
    const layers = await itemLayers(database, item, {});
    await call("items.replace_asset", { item_id, href: await put(`scenes/${item_id}-late.tif`, black) });
    const spec = parseTilePath({ z: String(tile.z), x: String(tile.x), file: `${tile.y}.png` });
    const { organization_id: organizationId } = item;
    const signal = () => new AbortController().signal;
    const late = tiles.serve({
      organizationId,
      layers,
      spec,
      ifNoneMatch: undefined,
      signal,
      trail: undefined,
    });
    await expect(late).rejects.toMatchObject({ code: "unavailable", retryAfterSeconds: 2 });
  });

  test("keeps its place among others, and a place that a person set", async () => {
    const [a, b, c] = await Promise.all(["a", "b", "c"].map((name) => put(`scenes/${name}.tif`, {})));
    const { id: project_id } = await call("projects.create", { name: "Files" });
    const { id: item_id } = await call("items.create", {
      project_id,
      type: "user_raster",
      name: "Two files",
      bbox: [0, 0, 1, 1],
      assets: { first: { href: a }, second: { href: b } },
    });
    await call("items.replace_asset", { item_id, href: c });
    const { assets } = await call("items.list_assets", { item_id });
    expect(assets.map(({ key }: { key: string }) => key)).toEqual(["first", "second"]);
    expect((await call("items.get", { item_id })).item.bbox).toEqual([0, 0, 1, 1]);
    const answer = await system.client.try("items.replace_asset", { item_id, href: "scenes/none.tif" });
    expect([answer.status, answer.json.detail[0].loc]).toEqual([422, ["body", "href"]]);
  });

  test("can come by an upload", async () => {
    const { projectId: project_id, itemId: item_id } = await shareItem(system);
    const bytes = await readFile(join(system.storeFolder, await put(`scenes/${item_id}-up.tif`, black)));
    const wrong = { project_id, replaces_item_id: item_id, asset_key: "x" };
    expect((await system.client.try("uploads.initiate", wrong)).status).toBe(422);
    const { id: upload_id } = await call("uploads.initiate", { project_id, replaces_item_id: item_id });
    const { upload_url } = await call("uploads.signed_url", { upload_id, file_name: "other.tif" });
    await new Client(system.url).send(new URL(upload_url).pathname, { method: "PUT", body: bytes });
    const { effects, assets } = await call("uploads.complete", { upload_id });
    expect(effects).toEqual({ live_links: 1, unfit_profiles: [] });
    expect(assets).toMatchObject([{ key: "visual", bytes: bytes.length }]);
    const { uploads } = await call("uploads.list", { project_id, status: "completed" });
    expect(uploads).toMatchObject([{ id: upload_id, item_id }]);
    expect((await call("uploads.list", { limit: 1 })).next_before).toBe(null);
  });
});

test("files of STAC documents open without headers, as long as the key of who got them lives", async () => {
  const { projectId: project_id, itemId: item_id } = await shareItem(system);
  const { key, id: key_id } = await call("api_keys.create", { name: "stac", permissions: ["items:read"] });
  const reader = new Client(system.url, key);
  const query = { filter: { op: "=", args: [{ property: "title" }, "Scene"] }, limit: 1_000 };
  const { features } = await reader.call("stac.search", query);
  const feature = features.find(({ properties }: never) => properties["geopera:item_id"] === item_id);
  const { href, type } = feature.assets.visual;
  expect(type).toContain("image/tiff");
  const stranger = new Client(system.url);
  const file = await stranger.get(href);
  expect(file.bytes.subarray(0, 2).toString()).toBe("II");
  const plain = href.replace(/\?.*/, "");
  expect((await stranger.get(plain)).status).toBe(401);
  expect((await reader.send(plain, { redirect: "manual" })).status).toBe(302);
  const { tiles } = await call("items.tile.tilejson", { item_id, grant_seconds: 600 });
  const forTiles = new URL(tiles[0]).searchParams.get("grant");
  expect((await stranger.get(`${plain}?grant=${forTiles}`)).status).toBe(401);
  const found = (await call("items.search_org", { limit: 1_000 })).features;
  expect(JSON.stringify(found)).not.toContain("grant=");
  await call("api_keys.revoke", { key_id });
  expect((await stranger.get(href)).status).toBe(401);

  const viewer = await member(project_id, "viewer");
  const seen = (await viewer.call("stac.search", query)).features;
  expect(seen).toHaveLength(1);
  const viewed = seen[0].assets.visual.href;
  expect((await stranger.get(viewed)).status).toBe(200);
  const { members } = await call("projects.list_members", { project_id });
  await call("projects.remove_member", { project_id, user_id: members[0].user_id });
  expect((await stranger.get(viewed)).status).toBe(404);
});

test("a deleted file is no longer drawn: the next one is, or nothing", async () => {
  const shared = await shareItem(system);
  const { itemId: item_id } = shared;
  const url = await grantedTileUrl(system, shared.token, shared.tile);
  expect((await system.client.get(url)).status).toBe(200);
  const [asset] = (await call("items.list_assets", { item_id })).assets;
  const input = { item_id, asset_id: asset.id };
  expect(await call("assets.delete", { ...input, preview: true })).toMatchObject({ deleted: false });
  expect(await call("assets.delete", input)).toMatchObject({ id: asset.id, deleted: true, live_links: 1 });
  expect((await system.client.try("assets.delete", input)).status).toBe(404);
  expect((await call("items.list_assets", { item_id })).assets).toEqual([]);
  expect((await call("items.get", { item_id })).item.bbox).toBeNull();
  const empty = await system.client.get(url);
  expect(empty.headers.get("x-cache") === "empty" || empty.status === 404).toBe(true);
});

test("bands are named, and a profile that names them otherwise is named", async () => {
  const { itemId: item_id } = await shareItem(system, { bands: 4, value: (band) => band * 50 });
  const [{ id: asset_id }] = (await call("items.list_assets", { item_id })).assets;
  const suggested = await call("items.detect_asset_bands", { item_id, asset_id });
  expect(suggested.suggested_band_names).toHaveLength(4);
  const name = (band_names: string[]) =>
    system.client.try("items.set_asset_band_names", { item_id, asset_id, band_names });
  expect((await name(["blue", "green", "red", "nir"])).json.raster.bands[3].description).toBe("nir");
  const profile = { name: "infrared", type: "singleband", config: { band: "nir" } };
  await call("visualization.profile.create", { item_id, ...profile });
  expect((await call("items.detect_asset_bands", { item_id, asset_id })).method).toBe("descriptions");
  expect((await name(["blue", "green", "red", ""])).json.unfit_profiles).toEqual(["infrared"]);
  for (const wrong of [["a"], ["a", "a", "b", "c"]]) expect((await name(wrong)).status).toBe(422);
  const tile = await system.client.try("items.tile.wmts_get_tile", { item_id, z: 6, x: 34, y: 23 });
  expect([tile.status, tile.headers.get("content-type")]).toEqual([200, "image/png"]);
});

test("a moved item takes its links along, and leaves its collection", async () => {
  const { projectId, itemId: item_id, linkId, token } = await shareItem(system);
  const { id: collection_id } = await call("collections.create", { project_id: projectId, name: "c" });
  await call("items.update", { item_id, collection_id });
  await shareTarget(system, "collection", collection_id);
  const { id: target_project_id } = await call("projects.create", { name: "Elsewhere" });
  const move = { item_id, target_project_id };
  const effects = { links_moved: 1, links_without_item: 1 };
  expect(await call("items.move", { ...move, preview: true })).toMatchObject({ moved: false, ...effects });
  const moved = await call("items.move", move);
  expect(moved).toMatchObject({
    moved: true,
    ...effects,
    item: { project_id: target_project_id, collection_id: null },
  });
  expect((await call("share.link.get", { link_id: linkId })).project_id).toBe(target_project_id);
  await call("share.link.validate", { token, password: PASSWORD });
  expect((await call("items.search", { project_id: target_project_id })).numberMatched).toBe(1);
  expect((await call("items.list", { project_id: projectId })).total).toBe(0);
  expect((await system.client.try("items.move", move)).status).toBe(422);
  await call("projects.archive", { project_id: projectId });
  const back = { item_id, target_project_id: projectId };
  expect((await system.client.try("items.move", back)).status).toBe(409);
  const viewer = await member(projectId, "viewer");
  expect((await viewer.try("items.move", move)).status).toBe(404);
});

test("a call that found an item in one project does nothing to it once it is in another", async () => {
  const { database } = system.deps;
  const { projectId: project_id, itemId: item_id } = await shareItem(system);
  const { id: collection_id } = await call("collections.create", { project_id, name: "c" });
  const found = (await findItem(database, item_id)) as ItemRow;
  const { id: upload_id } = await call("uploads.initiate", { project_id, replaces_item_id: item_id });
  const { upload_url } = await call("uploads.signed_url", { upload_id, file_name: "new.tif" });
  const bytes = await readFile(join(system.storeFolder, await put(`scenes/${item_id}-new.tif`, black)));
  await new Client(system.url).send(new URL(upload_url).pathname, { method: "PUT", body: bytes });
  const { id: target_project_id } = await call("projects.create", { name: "Elsewhere" });
  const key = { "idempotency-key": newId() };
  const move = { item_id, target_project_id };
  const moved = await system.client.try("items.move", move, key);
  expect((await system.client.try("items.move", move, key)).json).toEqual(moved.json);
  const before = await call("items.list_assets", { item_id });

  expect((await system.client.try("uploads.complete", { upload_id })).json.detail).toContain("moved");
  const place = { projectId: project_id, collectionId: null };
  for (const late of [
    () => updateItem(database, found, { collection_id }),
    () => deleteItem(database, found),
    () => moveItem(database, found, place),
    () => database.begin((transaction) => deleteAsset(transaction, found, "visual")),
  ]) {
    await expect(late()).rejects.toMatchObject({ code: "conflict" });
  }
  await call("collections.delete", { project_id, collection_id });
  await expect(
    moveItem(database, moved.json.item, { ...place, collectionId: collection_id }),
  ).rejects.toMatchObject({ code: "not_found" });
  expect(await call("items.list_assets", { item_id })).toEqual(before);
});

async function member(projectId: string, role: string): Promise<Client> {
  const { id } = await insertUser(system.deps.database, {
    organizationId: system.organization.organizationId,
    email: `${newId()}@example.org`,
    name: "Grace",
    isOrganizationAdmin: false,
    passwordHash: await system.deps.passwords.hash(PASSWORD, "test"),
  });
  const [user] = await system.deps.database<{ email: string }[]>`select email from users where id = ${id}`;
  await call("projects.add_member", { project_id: projectId, user_id: id, role });
  const answer = await new Client(system.url).send("/realms/public/protocol/openid-connect/token", {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "password",
      username: user?.email ?? "",
      password: PASSWORD,
    }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  return new Client(system.url, answer.json.access_token);
}

test("a duplicate has the files and profiles, its lineage says so, and members see their projects only", async () => {
  const { projectId: project_id, itemId: item_id } = await shareItem(system);
  await call("visualization.profile.create", {
    item_id,
    name: "red",
    type: "singleband",
    config: { band: 1 },
    is_default: true,
  });
  const copy = await call("items.duplicate", { item_id });
  expect(copy).toMatchObject({ name: "Scene (copy)", project_id, duplicated_from_id: item_id });
  const profiles = await call("visualization.profiles.list", { item_id: copy.id });
  expect(JSON.stringify(profiles)).toContain('"red"');
  const drawn = async (id: string) =>
    (await system.client.try("items.tile.render", { item_id: id, z: 6, x: 34, y: 23 })).bytes;
  expect((await drawn(copy.id)).equals(await drawn(item_id))).toBe(true);

  const { id: target_project_id } = await call("projects.create", { name: "Elsewhere" });
  const far = await call("items.duplicate", { item_id: copy.id, target_project_id, new_name: "Far" });
  expect(far).toMatchObject({ name: "Far", project_id: target_project_id, collection_id: null });
  const lineage = await call("items.lineage", { item_id: copy.id });
  expect(lineage.ancestors).toEqual([{ entity_type: "item", entity_id: item_id, depth: 1 }]);
  expect(lineage.descendants).toMatchObject([{ entity_id: far.id }]);
  const root = { entity_type: "item", entity_id: item_id, direction: "down" };
  const { nodes, edges } = await call("provenance.get", root);
  expect(nodes.map(({ entity_id: id }: { entity_id: string }) => id)).toEqual([item_id, copy.id, far.id]);
  expect(edges[1]).toMatchObject({ depth: 2, src_id: copy.id, dst_id: far.id, relation: "duplicated_as" });

  const viewer = await member(project_id, "viewer");
  expect((await viewer.call("provenance.get", root)).nodes).toHaveLength(2);
  const found = await viewer.call("items.search_org");
  expect(new Set(found.features.map(({ properties }: never) => properties["geopera:project_id"]))).toEqual(
    new Set([project_id]),
  );
  expect((await viewer.call("stac.collections.list")).collections).toHaveLength(1);
  expect((await viewer.try("items.duplicate", { item_id })).status).toBe(403);
  expect((await viewer.try("items.list_expiring")).status).toBe(403);
});

test("items and collections say before they are deleted how many links end", async () => {
  const { projectId: project_id, itemId: item_id, token } = await shareItem(system);
  const { id: collection_id } = await call("collections.create", { project_id, name: "c" });
  await call("items.update", { item_id, collection_id });
  await shareTarget(system, "collection", collection_id);
  const item = await call("items.delete", { item_id, preview: true });
  expect(item).toEqual({ ok: true, id: item_id, deleted: false, live_links: 2 });
  const collection = await call("collections.delete", { project_id, collection_id, preview: true });
  expect(collection).toMatchObject({ deleted: false, live_links: 1 });
  await call("share.link.validate", { token, password: PASSWORD });
  expect(await call("items.delete", { item_id })).toMatchObject({ deleted: true, live_links: 2 });
});

test("items expire by a call, and are found before", async () => {
  const { itemId: item_id } = await shareItem(system);
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString();
  await call("items.update", { item_id, expires_at: soon });
  const ids = async (days: number) =>
    (await call("items.list_expiring", { days })).items.map(({ id }: { id: string }) => id);
  expect([await ids(2), await ids(4)]).toEqual([[], [item_id]]);
  expect(await call("items.expire_batch")).toEqual({ expired: 0, is_complete: true });
  await call("items.update", { item_id, expires_at: "2020-01-01T00:00:00Z" });
  expect(await call("items.expire_batch")).toEqual({ expired: 1, is_complete: true });
  expect((await call("items.get", { item_id })).item.lifecycle_state).toBe("expired");
  expect(await ids(4)).toEqual([]);
});

describe("organizations", () => {
  test("are created by operators, with a key that works", async () => {
    const { api_key: key, ...made } = await call("organizations.create", { name: "Kartenamt Süd" });
    expect(made).toMatchObject({ name: "Kartenamt Süd", enterprise_billing: false });
    expect(made.slug).toMatch(/^kartenamt-sud-[0-9a-f]{8}$/);
    const client = new Client(system.url, key);
    expect(await client.call("organizations.get")).toMatchObject({ id: made.id, description: null });
    const change = { name: "Kartenamt", website: "https://example.org" };
    const changed = await client.call("organizations.update", { organization_id: made.id, ...change });
    expect(changed).toMatchObject({ id: made.id, ...change });
    expect((await client.try("organizations.create", { name: "n" })).status).toBe(403);
    const foreign = { organization_id: made.id, name: "taken" };
    expect((await system.client.try("organizations.update", foreign)).status).toBe(404);
    const wrong = { name: "n", enterprise_billing: true };
    expect((await system.client.try("organizations.create", wrong)).status).toBe(422);
  });
});
