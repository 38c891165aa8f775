import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UsageError } from "../../infra/command-line.ts";
import type { OpsOptions } from "../../programs/ops/ops-command.ts";
import { runOps } from "../support/run-ops.ts";
import { grantedTileUrl, PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { Client } from "../support/client.ts";

let system: TestSystem;
let shared: SharedItem;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"], settings: { WARM_TILES_MAX: "5000" } });
  shared = await shareItem(system);
});
afterAll(() => system.stop());

const ofItem = (more: object = {}) => ({
  target_type: "item",
  target_id: shared.itemId,
  zoom_min: 0,
  zoom_max: 6,
  ...more,
});
const stateOf = async (id: string) => (await system.client.call("tiles.warm.get", { warm_up_id: id })).state;
const reasonOf = async (id: string) =>
  (await system.client.call("tiles.warm.get", { warm_up_id: id })).reason ?? "";
const ended = (id: string, state = "completed") =>
  expect.poll(() => stateOf(id), { timeout: 60_000 }).toBe(state);

test("an estimate counts the tiles of each zoom level and draws nothing", async () => {
  const estimate = await system.client.call("tiles.warm.estimate", ofItem());
  expect(estimate).toMatchObject({
    is_within_limit: true,
    zoom_max_within_limit: 6,
    format: "webp",
    scale: 1,
  });
  expect(estimate.levels.map(({ zoom }: { zoom: number }) => zoom)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(estimate.levels[0].tiles).toBe(1);
  // One write for each block of up to 16 tiles.
  expect(estimate.estimated_writes).toBeLessThan(estimate.tiles);
  expect(estimate.estimated_writes_micro_usd).toBe(estimate.estimated_writes * 5);
  expect(estimate.estimated_bytes).toBeGreaterThan(0);
  const part = await system.client.call("tiles.warm.estimate", ofItem({ bounds: [15, 45, 15.1, 45.1] }));
  expect(part.tiles).toBeLessThan(estimate.tiles);
});

test("a link's tiles are in the store before its first viewer, and no usage is recorded", async () => {
  const { linkId, token, tile } = shared;
  const started = await system.client.call("tiles.warm.start", {
    ...ofItem({ target_type: "link", target_id: linkId }),
  });
  expect(started).toMatchObject({ state: "running", tiles_done: 0, format: "png" });
  await ended(started.id);
  const done = await system.client.call("tiles.warm.get", { warm_up_id: started.id });
  expect(done).toMatchObject({ percent: 100, tiles_done: done.tiles, tiles_failed: 0, seconds_left: null });
  expect(done.tiles_drawn).toBeGreaterThan(0);
  expect(done.bytes_drawn).toBeGreaterThan(0);
  const { lists } = { lists: await system.client.call("tiles.warm.list", { project_id: shared.projectId }) };
  expect(lists.warm_ups.map(({ id }: { id: string }) => id)).toContain(started.id);
  // Recorded usage would be in the stream: no metering worker runs.
  expect(await system.deps.load.read()).toMatchObject({ pools: { metering: { waiting: 0 } } });
  const answer = await new Client(system.url).get(await grantedTileUrl(system, token, tile));
  expect([answer.status, answer.headers.get("x-cache")]).toEqual([200, "store"]);

  const again = await system.client.call("tiles.warm.start", {
    ...ofItem({ target_type: "link", target_id: linkId }),
  });
  await ended(again.id);
  const { tiles_drawn, tiles_done } = await system.client.call("tiles.warm.get", { warm_up_id: again.id });
  expect([tiles_drawn, tiles_done]).toEqual([0, done.tiles]);
});

test("what is cancelled stops, and goes on where it was", async () => {
  const { id } = await system.client.call("tiles.warm.start", ofItem({ format: "avif", scale: 2 }));
  expect(await system.client.call("tiles.warm.cancel", { warm_up_id: id })).toMatchObject({
    state: "cancelled",
  });
  expect((await system.client.try("tiles.warm.cancel", { warm_up_id: id })).status).toBe(409);
  await system.client.call("tiles.warm.resume", { warm_up_id: id });
  await ended(id);
  const done = await system.client.call("tiles.warm.get", { warm_up_id: id });
  expect(done.tiles_done).toBe(done.tiles);
  expect((await system.client.try("tiles.warm.resume", { warm_up_id: id })).status).toBe(409);
});

test("a collection is warmed like an item, and a profile must exist", async () => {
  const { projectId, itemId } = shared;
  const { id } = await system.client.call("collections.create", { project_id: projectId, name: "Warm" });
  const input = { target_type: "collection", target_id: id };
  expect((await system.client.try("tiles.warm.estimate", input)).status).toBe(404);
  await system.client.call("items.update", { item_id: itemId, collection_id: id });
  expect(await system.client.call("tiles.warm.estimate", input)).toMatchObject({ format: "png" });
  const unknown = await system.client.try("tiles.warm.start", { ...input, profile: "sepia" });
  expect([unknown.status, unknown.json.detail[0].loc]).toEqual([422, ["body", "profile"]]);
});

describe("limits", () => {
  test("too many tiles are refused with the remedy, other faults with the field", async () => {
    const large = await system.client.try("tiles.warm.start", {
      target_type: "item",
      target_id: shared.itemId,
    });
    const estimate = await system.client.call("tiles.warm.estimate", {
      target_type: "item",
      target_id: shared.itemId,
    });
    if (estimate.is_within_limit === true) expect(large.status).toBe(200);
    else expect(large.json).toMatchObject({ status: 409, reason: "too_many_tiles" });
    if (large.status === 200) await system.client.call("tiles.warm.cancel", { warm_up_id: large.json.id });
    for (const [field, input] of [
      ["zoom_max", { zoom_max: 24 }],
      ["zoom_min", { zoom_min: 6, zoom_max: 5 }],
      ["bounds", { bounds: [-60, -60, -50, -50] }],
      ["format", { format: "npy" }],
    ] as const) {
      const refused = await system.client.try("tiles.warm.start", ofItem(input));
      expect([refused.status, refused.json.detail[0].loc[1]]).toEqual([422, field]);
    }
  });

  test("an organization has three at once, and others see none of them", async () => {
    await using quiet = await pausedWorkers();
    const start = (zoom: number) =>
      system.client.try("tiles.warm.start", ofItem({ zoom_max: zoom, quality: 50, format: "jpg" }));
    const started = [await start(5), await start(6), await start(6)];
    expect(started.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await start(6)).json).toMatchObject({ status: 409, reason: "too_many_warm_ups" });
    const { client: stranger } = await system.addOrganization();
    const [{ json: first }] = started as [(typeof started)[0]];
    expect((await stranger.try("tiles.warm.get", { warm_up_id: first.id })).status).toBe(404);
    for (const { json } of started) await system.client.call("tiles.warm.cancel", { warm_up_id: json.id });
    expect(quiet.queue.name).toBe("warm");
  });
});

test("a viewer's tile is drawn while a warm-up of the same block waits for workers", async () => {
  await using _quiet = await pausedWorkers();
  const fresh = await shareItem(system);
  const { id } = await system.client.call("tiles.warm.start", {
    ...ofItem({
      target_type: "link",
      target_id: fresh.linkId,
      zoom_min: fresh.tile.z,
      zoom_max: fresh.tile.z,
    }),
  });
  const waiting = () => system.deps.jobs.queue("warm").getJobCounts();
  const total = async () => Object.values(await waiting()).reduce((sum, count) => sum + count, 0);
  await expect.poll(total, { timeout: 20_000 }).toBeGreaterThan(0);
  const answer = await new Client(system.url).post("/v1/op/share.tile.render", {
    token: fresh.token,
    password: PASSWORD,
    ...fresh.tile,
  });
  expect([answer.status, answer.headers.get("x-cache")]).toEqual([200, "render"]);
  await system.client.call("tiles.warm.cancel", { warm_up_id: id });
});

test("another process goes on with a warm-up whose process is gone", async () => {
  const quiet = await pausedWorkers();
  const { id } = await system.client.call("tiles.warm.start", ofItem({ format: "jpg", quality: 31 }));
  const leased = async () => {
    const rows = await system.deps.database<{ leased: boolean }[]>`
      select leased_by is not null as leased from warm_ups where id = ${id}`;
    return rows[0]?.leased;
  };
  await expect.poll(leased, { timeout: 20_000 }).toBe(true);
  // As after a kill: the lease is that of a lost process.
  await system.deps.database`
    update warm_ups set leased_by = 'a lost process', leased_until = now() - interval '1 second' where id = ${id}`;
  await quiet[Symbol.asyncDispose]();
  await system.startAnotherApi();
  await ended(id);
});

test("a warm-up ends when its item is deleted", async () => {
  const doomed = await shareItem(system);
  const { id } = await system.client.call("tiles.warm.start", ofItem({ target_id: doomed.itemId }));
  await system.client.call("tiles.warm.cancel", { warm_up_id: id });
  await system.client.call("items.delete", { item_id: doomed.itemId });
  await system.client.call("tiles.warm.resume", { warm_up_id: id });
  await expect.poll(() => reasonOf(id), { timeout: 20_000 }).toContain("deleted");
  expect(await stateOf(id)).toBe("cancelled");
});

test("operators estimate, start, list and cancel at a terminal", async () => {
  const ops = (args: string[], options: Partial<OpsOptions> = {}) => runOps(system, "warm", args, options);
  const { estimate } = await ops(["item", shared.itemId], { zoom: "0-5" });
  expect(estimate).toMatchObject([{ next: "--start draws them", format: "webp" }]);
  const started = await ops(["item", shared.itemId], { zoom: "0-5", format: "png", start: true });
  const id = String(started["warm-ups"]?.[0]?.["id"]);
  await ended(id);
  expect((await ops(["list"]))["warm-ups"]).toContainEqual(
    expect.objectContaining({ id, state: "completed" }),
  );
  await expect(ops(["cancel", id])).rejects.toThrow("has ended already");
  await expect(ops(["item", shared.itemId], { zoom: "9-5" })).rejects.toThrow("--zoom: ");
  await expect(ops(["item", "nothing"])).rejects.toThrow("there is no item nothing");
  await expect(ops(["sing"])).rejects.toThrow(UsageError);
});

/** Workers take nothing in the background until the returned value is disposed of. */
async function pausedWorkers() {
  const queue = system.deps.jobs.queue("warm");
  await queue.pause();
  return { queue, [Symbol.asyncDispose]: () => queue.resume() };
}
