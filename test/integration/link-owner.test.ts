import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { grantedTileUrl, PASSWORD, shareItem, shareTarget, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let other: Client;
let holder: Client;
let shared: SharedItem;

beforeAll(async () => {
  system = await startSystem({
    pools: ["render", "metering"],
    settings: { TRUSTED_PROXIES: "127.0.0.1" },
  });
  holder = new Client(system.url);
  other = new Client((await system.startAnotherApi()).url);
  shared = await shareItem(system);
  await holder.call("share.tile.render", tileOf(shared.token)).catch(() => undefined);
});
afterAll(() => system.stop());

const tileOf = (token: string, password = PASSWORD) => ({ token, password, ...shared.tile });

async function link(options: Record<string, unknown> = {}): Promise<{ id: string; token: string }> {
  return await system.client.call("share.link.create", {
    target_type: "item",
    target_id: shared.itemId,
    password: PASSWORD,
    expires_at: "2099-01-01T00:00:00Z",
    ...options,
  });
}

const get = (link_id: string) => system.client.call("share.link.get", { link_id });
const validate = (client: Client, token: string, password = PASSWORD, headers = {}) =>
  client.try("share.link.validate", { token, password }, headers);

describe("share.link.get and share.link.list", () => {
  test("show a link with its label and limits, and never its token or password", async () => {
    const { id, token } = await link({ label: "For the city", max_views: 3, spend_limit: 1_000 });
    const found = await get(id);
    expect(found).toMatchObject({
      id,
      label: "For the city",
      max_views: 3,
      max_tiles: null,
      spend_limit: 1_000,
      views_used: 0,
      tiles_used: 0,
      limits_reached: [],
      status: "live",
    });
    expect(JSON.stringify(found)).not.toContain(token);
    expect(JSON.stringify(found)).not.toMatch(/password|hash/);
  });

  test("page through the organization's links, newest first, and through no others", async () => {
    const { client } = await system.addOrganization();
    const own = await shareItem({ client, storeFolder: system.storeFolder });
    const second = await shareTarget({ client }, "item", own.itemId);
    const page = await client.call("share.link.list", { limit: 1 });
    expect(page).toMatchObject({ total: 2, limit: 1, offset: 0 });
    expect(page.links.map((each: { id: string }) => each.id)).toEqual([second.linkId]);
    const next = await client.call("share.link.list", { limit: 1, offset: 1, target_id: own.itemId });
    expect(next.links.map((each: { id: string }) => each.id)).toEqual([own.linkId]);
    expect((await system.client.try("share.link.get", { link_id: own.linkId })).status).toBe(404);
  });
});

describe("share.link.update", () => {
  test("moves the expiry, in both directions, for every process", async () => {
    const { id, token } = await link();
    expect((await validate(other, token)).status).toBe(200);
    const past = await system.client.try("share.link.update", {
      link_id: id,
      expires_at: "2020-01-01T00:00:00Z",
    });
    expect(past.status).toBe(422);
    const soon = new Date(Date.now() + 300).toISOString();
    await system.client.call("share.link.update", { link_id: id, expires_at: soon });
    await expect.poll(async () => (await validate(other, token)).status, { timeout: 2_000 }).toBe(410);
    await system.client.call("share.link.update", { link_id: id, expires_at: "2098-01-01T00:00:00Z" });
    await expect.poll(async () => (await validate(other, token)).status, { timeout: 2_000 }).toBe(200);
  });

  test("changes the password: the old one and open maps end everywhere, the new one opens", async () => {
    const { id, token } = await link();
    const path = new URL(await grantedTileUrl(system, token, shared.tile)).pathname;
    expect((await other.get(path)).status).toBe(200);
    expect((await validate(other, token)).status).toBe(200);
    await system.client.call("share.link.update", { link_id: id, password: "another horse" });
    await expect.poll(async () => (await other.get(path)).status, { timeout: 1_000 }).toBe(410);
    expect((await validate(other, token)).status).toBe(401);
    expect((await validate(other, token, "another horse")).status).toBe(200);
  });

  test("never wakes a revoked link", async () => {
    const { id, token } = await link();
    await system.client.call("share.link.revoke", { link_id: id });
    const answer = await system.client.try("share.link.update", {
      link_id: id,
      expires_at: "2098-01-01T00:00:00Z",
    });
    expect(answer.status).toBe(409);
    expect((await validate(holder, token)).status).toBe(410);
  });
});

test("share.link.rotate gives a new token with the same settings; the old token and its maps are dead everywhere", async () => {
  const { id, token } = await link({ label: "kept", max_tiles: 50 });
  const path = new URL(await grantedTileUrl(system, token, shared.tile)).pathname;
  for (const client of [holder, other]) {
    expect((await client.get(path)).status).toBe(200);
    expect((await validate(client, token)).status).toBe(200);
  }
  const rotated = await system.client.call("share.link.rotate", { link_id: id });
  expect(rotated).toMatchObject({ id, label: "kept", max_tiles: 50 });
  expect(rotated.token).not.toBe(token);
  for (const client of [holder, other]) {
    await expect.poll(async () => (await client.get(path)).status, { timeout: 1_000 }).toBe(410);
    expect((await validate(client, token)).status).toBe(401);
    expect((await validate(client, rotated.token)).status).toBe(200);
  }
});

describe("a limit", () => {
  test("of views is exact for many openings at once in two processes; the next answers 410 with its reason", async () => {
    const { id, token } = await link({ max_views: 20 });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => validate(index % 2 === 0 ? holder : other, token)),
    );
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect(statuses.filter((status) => status === 410)).toHaveLength(20);
    const late = await holder.try("share.tilejson", { token, password: PASSWORD });
    expect(late.json).toMatchObject({ status: 410, reason: "max_views" });
    expect(await get(id)).toMatchObject({ views_used: 20, limits_reached: ["max_views"] });
    expect((await validate(holder, token, "wrong horse")).status).toBe(401);
  });

  test("of views does not count an open map that asks for fresh addresses", async () => {
    const { id, token } = await link({ max_views: 1 });
    const opening = await validate(holder, token);
    const { tiles } = (await holder.get(new URL(opening.json.tilejson_url).pathname)).json;
    const renew = (renews: string) => holder.try("share.tilejson", { token, password: PASSWORD, renews });
    expect((await renew(tiles[0])).status).toBe(200);
    expect(await get(id)).toMatchObject({ views_used: 1 });
    const foreign = await grantedTileUrl(system, (await link({})).token, shared.tile);
    for (const address of [foreign, tiles[0].replace(/(tiles\/.{20})./, "$1!"), "nothing"]) {
      expect((await renew(address)).json).toMatchObject({ status: 410, reason: "max_views" });
    }
    await system.client.call("share.link.update", { link_id: id, password: "another horse battery" });
    const changed = { token, password: "another horse battery", renews: tiles[0] };
    expect((await holder.try("share.tilejson", changed)).status).toBe(410);
  });

  test("of tiles is exact for many tiles at once in two processes, and can be raised", async () => {
    const { id, token } = await link({ max_tiles: 30 });
    const path = new URL(await grantedTileUrl(system, token, shared.tile)).pathname;
    const burst = async (count: number) => {
      const answers = await Promise.all(
        Array.from({ length: count }, (_, index) => (index % 2 === 0 ? holder : other).get(path)),
      );
      return answers.filter((answer) => answer.status === 200).length;
    };
    expect(await burst(100)).toBe(30);
    const refused = await holder.get(path, { accept: "application/json" });
    expect(refused.json).toMatchObject({ status: 410, reason: "max_tiles" });
    expect(await get(id)).toMatchObject({ tiles_used: 30, limits_reached: ["max_tiles"] });
    await system.client.call("share.link.update", { link_id: id, max_tiles: 35 });
    await expect.poll(async () => (await other.get(path)).status, { timeout: 1_000 }).toBe(200);
    expect(await burst(20)).toBe(4);
    await system.client.call("share.link.update", { link_id: id, max_tiles: null });
    await expect.poll(async () => (await other.get(path)).status, { timeout: 1_000 }).toBe(200);
  });

  describe("of money", () => {
    let client: Client;
    let own: SharedItem;
    let path: string;

    beforeEach(async () => {
      const { client: owner, organization } = await system.addOrganization();
      client = owner;
      await system.client.call("billing.rates.set", {
        organization_id: organization.organizationId,
        effective_from: new Date().toISOString().slice(0, 7),
        currency: "EUR",
        free_tiles_per_month: 5,
        tiers: [
          { up_to: 10, price_per_thousand: "0.40" },
          { up_to: null, price_per_thousand: "0.00001" },
        ],
      });
      own = await shareItem({ client, storeFolder: system.storeFolder });
      path = new URL(await grantedTileUrl({ client }, own.token, own.tile)).pathname;
      expect((await holder.send(path, { method: "GET" })).status).toBe(200);
    });

    const burst = async (count: number) => {
      const answers = await Promise.all(
        Array.from({ length: count }, (_, index) => (index % 2 === 0 ? holder : other).get(path)),
      );
      return answers.filter((answer) => answer.status === 200).length;
    };
    const update = (change: object) => client.call("share.link.update", { link_id: own.linkId, ...change });
    const found = () => client.call("share.link.get", { link_id: own.linkId });
    const ledgerHas = async (tiles: number) => {
      const usage = () => client.call("share.link.usage", { link_id: own.linkId, days: 1 });
      await expect.poll(async () => (await usage()).days[0].tiles, { timeout: 5_000 }).toBe(tiles);
    };

    test("pays for exactly what the rate card sells for it, however many ask two processes at once; raised, for more", async () => {
      await ledgerHas(1);
      // Four more are free, then ten for 400 millionths each, then a hundred for one millionth.
      await update({ spend_limit: 2_100 });
      expect(await burst(60)).toBe(4 + 5);
      const refused = await holder.get(path, { accept: "application/json" });
      expect(refused.json).toMatchObject({ status: 410, reason: "spend_limit" });
      expect(await found()).toMatchObject({
        spend_used: 2_000,
        spend_currency: "EUR",
        limits_reached: ["spend_limit"],
      });
      await update({ spend_limit: 4_000 });
      expect(await burst(60)).toBe(5);
      await update({ spend_limit: 4_001 });
      expect(await burst(60)).toBe(60);
      expect(await found()).toMatchObject({ spend_used: 4_001, limits_reached: [] });
    });

    test("is charged by the statement as it was counted", async () => {
      await ledgerHas(1);
      await update({ spend_limit: 3_000 });
      expect(await burst(40)).toBe(4 + 7);
      await ledgerHas(12);
      const period = new Date().toISOString().slice(0, 7);
      const { organization_id } = await found();
      const { lines } = await client.call("billing.statements.get", { organization_id, period });
      const usage = lines.filter(({ kind }: { kind: string }) => kind === "usage");
      expect(usage).toMatchObject([
        { link_id: own.linkId, quantity: 5, amount: "0" },
        { link_id: own.linkId, quantity: 7, amount: "0.0028" },
      ]);
      expect((await found()).spend_used).toBe(2_800);
    });

    test("that is set later starts from what statements charge for the link", async () => {
      expect(await burst(7)).toBe(7);
      await ledgerHas(8);
      expect(await update({ spend_limit: 1_600 })).toMatchObject({ spend_used: 1_200, limits_reached: [] });
      expect(await burst(10)).toBe(1);
      expect(await update({ spend_limit: null })).toMatchObject({ spend_used: null, spend_currency: null });
      expect(await burst(10)).toBe(10);
    });
  });

  test("that is set later counts what the ledger has of the link", async () => {
    const { id, token } = await link();
    for (let tile = 0; tile < 4; tile += 1) await holder.try("share.tile.render", tileOf(token));
    const served = async () =>
      (await system.client.call("share.link.usage", { link_id: id, days: 1 })).days[0].tiles;
    await expect.poll(served, { timeout: 5_000 }).toBe(4);
    await system.client.call("share.link.update", { link_id: id, max_tiles: 5 });
    expect((await holder.try("share.tile.render", tileOf(token))).status).toBe(200);
    expect((await holder.try("share.tile.render", tileOf(token))).status).toBe(410);
  });
});

describe("allowed origins", () => {
  test("let pages of these origins and programs in, and refuse others for openings and tiles", async () => {
    const { token } = await link({ allowed_origins: ["https://maps.example.org"] });
    const from = (origin: string) => validate(holder, token, PASSWORD, { origin });
    expect((await from("https://maps.example.org")).status).toBe(200);
    expect((await from(system.url)).status).toBe(200);
    expect((await validate(holder, token)).status).toBe(200);
    const refused = await from("https://elsewhere.example.org");
    expect(refused.status).toBe(403);
    expect(refused.json).toMatchObject({ reason: "origin_not_allowed" });
    const path = new URL(await grantedTileUrl(system, token, shared.tile)).pathname;
    expect((await holder.get(path, { origin: "https://maps.example.org" })).status).toBe(200);
    expect((await holder.get(path, { referer: "https://elsewhere.example.org/map" })).status).toBe(403);
  });

  test("must be origins", async () => {
    const answer = await system.client.try("share.link.create", {
      target_type: "item",
      target_id: shared.itemId,
      password: PASSWORD,
      expires_at: "2099-01-01T00:00:00Z",
      allowed_origins: ["https://maps.example.org/map"],
    });
    expect(answer.status).toBe(422);
    expect(answer.json.detail[0].loc).toEqual(["body", "allowed_origins", 0]);
  });
});

test("share.link.usage tells views, tiles, bytes and different clients of a day", async () => {
  const { id, token } = await link();
  let bytes = 0;
  for (const address of ["203.0.113.1", "203.0.113.2", "203.0.113.1"]) {
    const headers = { "x-forwarded-for": address };
    await validate(holder, token, PASSWORD, headers);
    bytes += (await holder.try("share.tile.render", tileOf(token), headers)).bytes.length;
  }
  const usage = async () => (await system.client.call("share.link.usage", { link_id: id, days: 2 })).days;
  await expect
    .poll(async () => (await usage())[1], { timeout: 6_000 })
    .toMatchObject({ views: 3, tiles: 3, bytes, unique_clients: 2 });
  expect((await usage())[0]).toMatchObject({ views: 0, tiles: 0, bytes: 0, unique_clients: 0 });
  const kept = await system.deps.database`select client_hash from share_link_clients where link_id = ${id}`;
  expect(JSON.stringify(kept)).not.toContain("203.0.113");
});

describe("the permission download", () => {
  const download = async () => {
    const { id, token } = await link({ permission: "download" });
    const { assets } = (await validate(holder, token)).json;
    return { id, token, asset: assets[0], path: new URL(assets[0].url).pathname };
  };

  test("adds addresses of the files that work by themselves; view never does", async () => {
    const { asset, path } = await download();
    expect(asset).toMatchObject({ item_id: shared.itemId, key: "visual" });
    const file = await holder.get(path);
    expect(file.status).toBe(200);
    expect(file.bytes).toHaveLength(asset.bytes);
    expect(file.headers.get("content-disposition")).toContain("attachment");
    expect((await validate(holder, (await link()).token)).json).not.toHaveProperty("assets");
  });

  test("answers parts of a file, as GDAL and download managers ask for them", async () => {
    const { path, asset } = await download();
    const whole = (await holder.get(path)).bytes;
    const part = await holder.get(path, { range: "bytes=100-199" });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 100-199/${asset.bytes}`);
    expect(part.bytes.equals(whole.subarray(100, 200))).toBe(true);
    const tail = await holder.get(path, { range: "bytes=-10" });
    expect(tail.bytes.equals(whole.subarray(-10))).toBe(true);
    expect((await holder.get(path, { range: `bytes=${asset.bytes}-` })).status).toBe(416);
    const changed = await holder.get(path, { range: "bytes=0-9", "if-range": '"another"' });
    expect(changed.status).toBe(200);
    const head = await holder.send(path, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, `${asset.bytes}`]);
  });

  test("ends with the link, everywhere and at once", async () => {
    const { id, path } = await download();
    expect((await other.get(path)).status).toBe(200);
    await system.client.call("share.link.revoke", { link_id: id });
    expect((await holder.get(path)).status).toBe(410);
    await expect.poll(async () => (await other.get(path)).status, { timeout: 1_000 }).toBe(410);
  });

  test("opens nothing with a changed address", async () => {
    const { path } = await download();
    const ticket = path.split("/")[4] ?? "";
    const flipped = ticket[20] === "A" ? "B" : "A";
    for (const changed of [
      `${ticket.slice(0, 20)}${flipped}${ticket.slice(21)}`,
      ticket.slice(0, -1),
      `${ticket}A`,
      "x",
    ]) {
      expect((await holder.get(path.replace(ticket, changed))).status).toBe(404);
    }
  });
});

describe("the audit log", () => {
  test("has every refused opening, with the link, the reason and the address, and no secret", async () => {
    const { client, organization } = await system.addOrganization();
    const own = await shareItem({ client, storeFolder: system.storeFolder });
    const headers = { "x-forwarded-for": "198.51.100.77" };
    await validate(holder, own.token, "wrong horse", headers);
    await client.call("share.link.revoke", { link_id: own.linkId });
    await validate(holder, own.token, PASSWORD, headers);
    const listed = async () =>
      (await client.call("audit.list", { operation_id: "share.link.validate" })).entries;
    await expect.poll(async () => (await listed()).length).toBe(2);
    // Entries of one millisecond have no order.
    const entries = (await listed()).toSorted(
      (a: { outcome: number }, b: { outcome: number }) => b.outcome - a.outcome,
    );
    expect(entries).toMatchObject([
      { outcome: 410, subject: { link_id: own.linkId, reason: "revoked" }, client_address: "198.51.100.77" },
      {
        outcome: 401,
        subject: { link_id: own.linkId, reason: "not_redeemed" },
        principal_type: "link_holder",
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain(own.token);
    expect(organization.organizationId).toBeTruthy();
  });

  test("has attempts that were throttled or turned away, repeats of a minute as one sum", async () => {
    const { client } = await system.addOrganization();
    const own = await shareItem({ client, storeFolder: system.storeFolder });
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 21; attempt += 1) {
      const headers = { "x-forwarded-for": "198.51.100.78" };
      statuses.push((await validate(holder, own.token, `wrong horse ${attempt}`, headers)).status);
    }
    expect(statuses).toContain(429);
    interface Entry {
      readonly outcome: number;
      readonly client_address: string;
      readonly subject: { readonly reason: string; readonly link_id: string };
    }
    const listed = async (): Promise<Entry[]> =>
      (await client.call("audit.list", { operation_id: "share.link.validate" })).entries;
    await expect.poll(async () => (await listed()).map(({ outcome }) => outcome)).toContain(429);
    const entries = await listed();
    // Each kind once at once; the sums follow when the minute ends.
    expect(entries.length).toBeLessThanOrEqual(4);
    expect(entries.find(({ outcome }) => outcome === 429)).toMatchObject({
      subject: { link_id: own.linkId, reason: "throttled" },
      client_address: "198.51.100.78",
    });
  });

  test("pages from newest to oldest without losing or repeating an entry, for holders of audit:read only", async () => {
    const { client } = await system.addOrganization();
    for (let index = 0; index < 5; index += 1) await client.call("projects.create", { name: `p${index}` });
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page: { entries: { id: string }[]; next_before: string | null } = await client.call(
        "audit.list",
        {
          limit: 2,
          before,
        },
      );
      seen.push(...page.entries.map((entry) => entry.id));
      before = page.next_before;
    } while (before !== null);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual([...seen].sort().reverse());
    const { key } = await client.call("api_keys.create", { name: "k", permissions: ["items:read"] });
    expect((await new Client(system.url, key).try("audit.list")).status).toBe(403);
  });
});

test("limits hold although Redis has lost everything it knew", async () => {
  const { id, token } = await link({ max_tiles: 3, max_views: 2 });
  await validate(holder, token);
  expect((await holder.try("share.tile.render", tileOf(token))).status).toBe(200);
  const redis = new Redis(system.config.REDIS_URL);
  const keys = await redis.keys(`${system.config.REDIS_PREFIX}*`);
  await redis.del(keys);
  await redis.quit();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => holder.try("share.tile.render", tileOf(token))),
  );
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(2);
  expect((await validate(holder, token)).status).toBe(200);
  expect((await validate(holder, token)).status).toBe(410);
  expect(await get(id)).toMatchObject({ tiles_used: 3, views_used: 2 });
});
