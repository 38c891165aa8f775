import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Client } from "../support/client.ts";
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

describe("a link", () => {
  test("opens its item for any holder of token and password, without a key", async () => {
    const answer = await holder.call("share.link.validate", { token: shared.token, password: PASSWORD });
    expect(answer).toMatchObject({
      permission: "view",
      target_type: "item",
      target: { id: shared.itemId, name: "Scene", bbox: [10, 40, 20, 50] },
    });
    expect(answer.target).not.toHaveProperty("project_id");
  });

  test("answers an unknown token and a wrong password with the same bytes but for the request id", async () => {
    const wrong = await holder.try("share.link.validate", { token: shared.token, password: "wrong horse" });
    const unknown = await holder.try("share.link.validate", { token: "A".repeat(43), password: PASSWORD });
    const malformed = await holder.try("share.link.validate", { token: "nonsense" });
    expect([wrong.status, unknown.status, malformed.status]).toEqual([401, 401, 401]);
    const visible = (answer: typeof wrong) => ({ ...answer.json, request_id: "" });
    expect(visible(unknown)).toEqual(visible(wrong));
    expect(visible(malformed)).toEqual(visible(wrong));
  });

  test("that is revoked says so only to who has the password", async () => {
    const link = await shareTarget(system, "item", shared.itemId);
    await system.client.call("share.link.revoke", { link_id: link.linkId });
    const right = await holder.try("share.link.validate", { token: link.token, password: PASSWORD });
    expect(right.status).toBe(410);
    expect(right.json).toMatchObject({ reason: "revoked" });
    const wrong = await holder.try("share.link.validate", { token: link.token, password: "wrong horse" });
    expect(wrong.status).toBe(401);
  });

  test("to a deleted item answers 410", async () => {
    const other = await shareItem(system);
    await system.client.call("items.delete", { item_id: other.itemId });
    const answer = await holder.try("share.tile.render", {
      token: other.token,
      password: PASSWORD,
      ...other.tile,
    });
    expect(answer.status).toBe(410);
    expect(answer.json).toMatchObject({ reason: "target_deleted" });
  });

  test("counts its openings exactly, however many come at once", async () => {
    const link = await shareTarget(system, "item", shared.itemId);
    const input = { token: link.token, password: PASSWORD };
    await holder.call("share.link.validate", input);
    await Promise.all(Array.from({ length: 199 }, () => holder.call("share.link.validate", input)));
    const count = async () => {
      const [row] = await system.deps.database<{ access_count: number }[]>`
        select access_count from share_links where id = ${link.linkId}`;
      return row?.access_count;
    };
    await expect.poll(count, { timeout: 5_000 }).toBe(200);
  });

  test("is revoked in every API process within a second, also for cached tiles", async () => {
    const other = await system.startAnotherApi();
    const link = await shareTarget(system, "item", shared.itemId);
    const there = new Client(other.url);
    const url = await grantedTileUrl(system, link.token, shared.tile);
    const path = new URL(url).pathname;
    expect((await there.get(path)).status).toBe(200);
    expect((await holder.get(path)).status).toBe(200);
    await system.client.call("share.link.revoke", { link_id: link.linkId });
    expect((await holder.get(path)).status).toBe(410);
    await expect.poll(async () => (await there.get(path)).status, { timeout: 1_000 }).toBe(410);
  });

  test("makes an address wait after ten wrong passwords, and never the right holder elsewhere", async () => {
    const guarded = await startSystem({ settings: { TRUSTED_PROXIES: "127.0.0.1" } });
    try {
      const { id: project_id } = await guarded.client.call("projects.create", { name: "p" });
      const item = await guarded.client.call("items.create", { project_id, type: "clip", name: "n" });
      const { token } = await shareTarget(guarded, "item", item.id);
      const from = (address: string, password: string) =>
        new Client(guarded.url).try(
          "share.link.validate",
          { token, password },
          { "x-forwarded-for": address },
        );
      const statuses: number[] = [];
      // A full minute may pass in between and start a new window, so one of more tries than two windows hold
      // must wait.
      for (let attempt = 0; attempt < 21; attempt += 1) {
        statuses.push((await from("203.0.113.7", `wrong ${attempt}`)).status);
      }
      expect(statuses).toContain(429);
      expect((await from("198.51.100.4", PASSWORD)).status).toBe(200);
    } finally {
      await guarded.stop();
    }
  });
});

describe("TileJSON", () => {
  test("describes the shared target and carries URLs that work by themselves", async () => {
    const tilejson = await holder.call("share.tilejson", { token: shared.token, password: PASSWORD });
    expect(tilejson).toMatchObject({ tilejson: "3.0.0", name: "Scene", scheme: "xyz" });
    expect(tilejson.bounds).toEqual([10, 40, 20, 50].map((degree) => expect.closeTo(degree, 3)));
    const [lon, lat, zoom] = tilejson.center;
    expect([lon, lat]).toEqual([expect.closeTo(15, 3), expect.closeTo(45, 3)]);
    expect(zoom).toBeGreaterThanOrEqual(tilejson.minzoom);
    const again = await holder.get(tilejson.tilejson_url);
    expect(again.status).toBe(200);
    expect(again.json).toMatchObject({ tilejson: "3.0.0", bounds: tilejson.bounds });
    expect(again.headers.get("access-control-allow-origin")).toBe("*");
  });

  test("a changed grant opens nothing", async () => {
    const url = await grantedTileUrl(system, shared.token, shared.tile);
    const grant = new URL(url).pathname.split("/")[4] ?? "";
    for (const changed of [
      `${grant.slice(0, -2)}AA`,
      `${grant.slice(0, 8)}${grant[8] === "A" ? "B" : "A"}${grant.slice(9)}`,
      grant.slice(0, 40),
      "x",
    ]) {
      expect((await holder.get(url.replace(grant, changed))).status).toBe(404);
    }
  });
});
