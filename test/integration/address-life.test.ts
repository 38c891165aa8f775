import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeGrant, encodeGrant } from "../../core/links/grant.ts";
import { Client } from "../support/client.ts";
import { PASSWORD, shareItem, shareTarget, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let holder: Client;
let item: SharedItem;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  holder = new Client(system.url);
  item = await shareItem(system);
});
afterAll(() => system.stop());

const share = async (options: object) => await shareTarget(system, "item", item.itemId, { ...options });
const tilejsonOf = async (token: string) =>
  await holder.call("share.tilejson", { token, password: PASSWORD });
const grantIn = (address: string) => /\/tiles\/([\w-]+)\//.exec(address)?.[1] ?? "";

/** An address with its grant as it would be after its end. */
function ended(address: string): string {
  const { GRANT_SECRET: secret } = system.config;
  const grant = decodeGrant(grantIn(address), secret)!;
  return address.replace(
    grantIn(address),
    encodeGrant({ ...grant, expiresAtSeconds: 1_700_000_000 }, secret),
  );
}

describe("addresses for map software", () => {
  test("live an hour, a day or as long as the link, and their documents say until when", async () => {
    const expires_at = "2099-01-01T00:00:00.000Z";
    const hoursLeft = async (options: object) => {
      const { token } = await share({ expires_at, ...options });
      return Math.round((Date.parse((await tilejsonOf(token)).expires_at) - Date.now()) / 3_600_000);
    };
    expect(await hoursLeft({})).toBe(24);
    expect(await hoursLeft({ address_life: "hour" })).toBe(1);
    const { token } = await share({ expires_at, address_life: "link" });
    const { expires_at: end, wmts_url } = await tilejsonOf(token);
    expect(end).toBe(expires_at);
    const capabilities = (await holder.get(wmts_url)).bytes.toString();
    expect(capabilities).toContain(`<ows:Abstract>These addresses work until ${expires_at}.</ows:Abstract>`);
    const opened = await holder.call("share.link.validate", { token, password: PASSWORD });
    expect(opened.addresses_end_with_link).toBe(true);
  });

  test("that live as long as the link follow it when it is extended", async () => {
    const { linkId, token } = await share({ address_life: "link" });
    const { tilejson_url: url } = await tilejsonOf(token);
    const expires_at = "2098-01-01T00:00:00.000Z";
    await system.client.call("share.link.update", { link_id: linkId, expires_at });
    await expect
      .poll(async () => (await holder.get(url)).json.expires_at, { timeout: 30_000 })
      .toBe(expires_at);
  });

  test("that live too long for a new choice end at once, others stay", async () => {
    const { linkId, token } = await share({ address_life: "link" });
    const [long] = (await tilejsonOf(token)).tiles;
    const url = long.replace("{z}/{x}/{y}", "0/0/0");
    const update = async (address_life: string) =>
      await system.client.call("share.link.update", { link_id: linkId, address_life });
    expect((await update("link")).address_life).toBe("link");
    expect((await holder.get(url)).status).toBe(200);
    await update("hour");
    const refused = await holder.get(url, { accept: "application/json" });
    expect([refused.status, refused.json.reason]).toEqual([410, "grant_revoked"]);
    const short = (await tilejsonOf(token)).tiles[0].replace("{z}/{x}/{y}", "0/0/0");
    await update("day");
    expect((await holder.get(short)).status).toBe(200);
  });

  test.each([
    ["png", "png", "image/png"],
    ["jpg", "jpeg", "image/jpeg"],
    ["webp", "webp", "image/webp"],
    ["avif", "heif", "image/avif"],
    ["auto", "png", "image/png"],
  ])("that have ended answer 410 with a picture that says so, as .%s", async (extension, format, type) => {
    const { tiles } = await tilejsonOf(item.token);
    for (const [suffix, size] of [
      ["", 256],
      ["@2x", 512],
    ] as const) {
      const url = ended(tiles[0]).replace("{z}/{x}/{y}.png", `0/0/0${suffix}.${extension}`);
      const { status, headers, bytes } = await holder.get(url);
      expect([status, headers.get("content-type")]).toEqual([410, type]);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(await sharp(bytes).metadata()).toMatchObject({ format, width: size, height: size });
    }
  });

  test("that have ended answer problem+json where no picture was asked for", async () => {
    const { tiles, tilejson_url, preview_url } = await tilejsonOf(item.token);
    const tile = ended(tiles[0]).replace("{z}/{x}/{y}", "0/0/0");
    for (const [url, headers] of [
      [tile.replace(".png", ".npy"), {}],
      [tile, { accept: "application/problem+json" }],
      [ended(tilejson_url), {}],
    ] as const) {
      const { status, headers: answered, json } = await holder.get(url, headers);
      expect([status, answered.get("content-type"), json.reason]).toEqual([
        410,
        "application/problem+json; charset=utf-8",
        "grant_expired",
      ]);
    }
    const preview = await holder.get(ended(preview_url));
    expect([preview.status, preview.headers.get("content-type")]).toEqual([410, "image/webp"]);
  });

  test("a picture says it of a revoked link too", async () => {
    const { linkId, token } = await share({ address_life: "link" });
    const url = (await tilejsonOf(token)).tiles[0].replace("{z}/{x}/{y}", "0/0/0");
    await system.client.call("share.link.revoke", { link_id: linkId });
    const { status, headers } = await holder.get(url);
    expect([status, headers.get("content-type")]).toEqual([410, "image/png"]);
  });
});

test("a paused link opens nothing in any process, and its addresses work again when it is resumed", async () => {
  const { linkId, token } = await share({ address_life: "link" });
  const other = new Client((await system.startAnotherApi()).url);
  const path = new URL((await tilejsonOf(token)).tiles[0].replace("{z}/{x}/{y}", "0/0/0")).pathname;
  const status = async (client: Client) => (await client.get(path)).status;
  expect([await status(holder), await status(other)]).toEqual([200, 200]);
  const paused = await system.client.call("share.link.pause", { link_id: linkId });
  expect(paused.status).toBe("paused");
  expect(await status(holder)).toBe(410);
  await expect.poll(() => status(other), { timeout: 5_000 }).toBe(410);
  expect((await holder.try("share.link.validate", { token, password: PASSWORD })).json.reason).toBe("paused");
  expect((await holder.try("share.link.validate", { token, password: "wrong horse" })).status).toBe(401);
  expect((await system.client.call("share.link.pause", { link_id: linkId })).paused_at).toBe(
    paused.paused_at,
  );
  const resumed = await system.client.call("share.link.resume", { link_id: linkId });
  expect([resumed.status, resumed.paused_at]).toEqual(["live", null]);
  expect(await status(holder)).toBe(200);
  await system.client.call("share.link.revoke", { link_id: linkId });
  expect((await system.client.try("share.link.resume", { link_id: linkId })).status).toBe(409);
});

test("links are listed with the names of what they share", async () => {
  const { links } = await system.client.call("share.link.list", { target_id: item.itemId, limit: 1 });
  expect(links[0].target_name).toBe("Scene");
  const link = await system.client.call("share.link.get", { link_id: links[0].id });
  expect(link.target_name).toBe("Scene");
});
