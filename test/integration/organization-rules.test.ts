import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let item: SharedItem;

beforeAll(async () => {
  system = await startSystem({ pools: ["render"] });
  item = await shareItem(system);
});
afterAll(() => system.stop());

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

const rules = (input: Record<string, unknown>) =>
  system.client.try("organizations.rules.update", {
    organization_id: system.organization.organizationId,
    link_lifetime_max_days: null,
    link_lifetime_default_days: null,
    link_password_min_length: null,
    link_allowed_origins: [],
    ...input,
  });

const create = (options: Record<string, unknown> = {}) =>
  system.client.try("share.link.create", {
    target_type: "item",
    target_id: item.itemId,
    password: PASSWORD,
    expires_at: inDays(10),
    ...options,
  });

const faultOf = (answer: { status: number; json: { detail: { loc: string[]; msg: string }[] } }) => [
  answer.status,
  answer.json.detail[0]?.loc.at(-1),
];

test("rules are none at first, and an administrator's key changes some and keeps the others", async () => {
  const { organizationId: organization_id } = system.organization;
  expect(await system.client.call("organizations.rules.get")).toEqual({
    organization_id,
    link_lifetime_max_days: null,
    link_lifetime_default_days: null,
    link_password_min_length: null,
    link_allowed_origins: [],
  });
  await rules({ link_lifetime_max_days: 30 });
  const input = { organization_id, link_password_min_length: 12 };
  expect(await system.client.call("organizations.rules.update", input)).toMatchObject({
    link_lifetime_max_days: 30,
    link_password_min_length: 12,
  });
});

test("a key for links alone reads the rules that bind it, and changes none", async () => {
  const { key } = await system.client.call("api_keys.create", {
    name: "links",
    permissions: ["shares:read", "shares:write"],
  });
  const links = new Client(system.url, key);
  expect((await links.try("organizations.rules.get")).status).toBe(200);
  const input = { organization_id: system.organization.organizationId, link_lifetime_max_days: null };
  expect((await links.try("organizations.rules.update", input)).status).toBe(403);
});

test("another organization's rules are hidden", async () => {
  const { client } = await system.addOrganization();
  const input = { organization_id: system.organization.organizationId, link_lifetime_max_days: 1 };
  expect((await client.try("organizations.rules.update", input)).status).toBe(404);
});

test("the longest lifetime binds new, changed and rotated links", async () => {
  await rules({});
  const old = (await create({ expires_at: "9999-01-01T00:00:00Z" })).json;
  expect(old.status).toBe("live");
  await rules({ link_lifetime_max_days: 30 });
  expect(faultOf(await create({ expires_at: "9999-01-01T00:00:00Z" }))).toEqual([422, "expires_at"]);
  expect((await create({ expires_at: inDays(29) })).status).toBe(200);
  const update = (input: object) =>
    system.client.try("share.link.update", { link_id: old.id, label: "x", ...input });
  expect(faultOf(await update({}))).toEqual([422, "expires_at"]);
  expect(faultOf(await system.client.try("share.link.rotate", { link_id: old.id }))).toEqual([
    422,
    "expires_at",
  ]);
  expect((await update({ expires_at: inDays(29) })).status).toBe(200);
  expect((await system.client.try("share.link.rotate", { link_id: old.id })).status).toBe(200);
});

test("a link without an end gets the default lifetime, and needs one where there is none", async () => {
  await rules({});
  expect(faultOf(await create({ expires_at: undefined }))).toEqual([422, "expires_at"]);
  await rules({ link_lifetime_default_days: 7 });
  const link = (await create({ expires_at: undefined })).json;
  expect(Date.parse(link.expires_at)).toBeGreaterThan(Date.now() + 6.9 * DAY_MS);
  expect(Date.parse(link.expires_at)).toBeLessThanOrEqual(Date.now() + 7 * DAY_MS);
  const longer = await rules({ link_lifetime_default_days: 7, link_lifetime_max_days: 5 });
  expect(faultOf(longer)).toEqual([422, "link_lifetime_default_days"]);
});

test("the smallest password binds new links", async () => {
  await rules({ link_password_min_length: 20 });
  expect(faultOf(await create())).toEqual([422, "password"]);
  expect((await create({ password: "correct horse battery" })).status).toBe(200);
});

test("allowed origins bind links, and are theirs when they name none", async () => {
  await rules({ link_allowed_origins: ["https://maps.example.org", "https://www.example.org"] });
  expect((await create()).json.allowed_origins).toEqual([
    "https://maps.example.org",
    "https://www.example.org",
  ]);
  expect((await create({ allowed_origins: ["https://www.example.org"] })).status).toBe(200);
  for (const allowed_origins of [[], ["https://other.example.org"]]) {
    expect(faultOf(await create({ allowed_origins }))).toEqual([422, "allowed_origins"]);
  }
});
