import { afterAll, beforeAll, expect, test } from "vitest";
import { LIMIT_NAMES } from "../../core/access/limits.ts";
import { setOrganizationLimit } from "../../storage/accounts/organization-limits.ts";
import { Client } from "../support/client.ts";
import { PASSWORD, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ pools: ["render"], settings: { LIMIT_COLLECTIONS: "3" } });
});
afterAll(() => system.stop());

interface Limits {
  readonly limits: readonly { name: string; limit: number; used: number | null; remedy: string }[];
}

async function limitOf(client: Client, name: string) {
  const { limits }: Limits = await client.call("organizations.limits.get");
  return limits.find((limit) => limit.name === name);
}

async function createCollection(client: Client) {
  const project = await client.call("projects.create", { name: "project" });
  return await client.try("collections.create", { name: "collection", project_id: project.id });
}

test("every member can read the limits, with what is used where that is cheap", async () => {
  const { limits }: Limits = await system.client.call("organizations.limits.get");
  expect(limits.map(({ name }) => name)).toEqual(LIMIT_NAMES);
  expect(limits.find(({ name }) => name === "items")).toMatchObject({ limit: 100_000, used: 0 });
  expect(limits.find(({ name }) => name === "storage_bytes")).toMatchObject({ used: null });
});

test("an amount beyond its limit is a 409 that names limit, value and remedy, for this organization only", async () => {
  const { client, organization } = await system.addOrganization();
  for (let made = 0; made < 3; made++) expect((await createCollection(client)).status).toBe(200);
  const refused = await createCollection(client);
  expect(refused.status).toBe(409);
  expect(refused.json).toMatchObject({
    limit: { name: "collections", value: 3 },
    detail: expect.stringContaining("delete some, or ask the operator"),
  });
  expect(await limitOf(client, "collections")).toMatchObject({ limit: 3, used: 3 });
  const other = await system.addOrganization();
  expect((await createCollection(other.client)).status).toBe(200);

  await setOrganizationLimit(system.deps.database, organization.organizationId, "collections", 4);
  expect((await createCollection(client)).status).toBe(200);
  expect((await createCollection(client)).status).toBe(409);
  await setOrganizationLimit(system.deps.database, organization.organizationId, "collections", null);
  expect(await limitOf(client, "collections")).toMatchObject({ limit: 3, used: 3 });
});

test("deleted rows leave room for others", async () => {
  const { client, organization } = await system.addOrganization();
  await setOrganizationLimit(system.deps.database, organization.organizationId, "collections", 1);
  const made = await createCollection(client);
  expect((await createCollection(client)).status).toBe(409);
  const { id, project_id } = made.json as { id: string; project_id: string };
  await client.call("collections.delete", { collection_id: id, project_id });
  await expect.poll(async () => (await createCollection(client)).status, { timeout: 5_000 }).toBe(200);
});

test("calls beyond the rate of an organization are a 429 that names limit and remedy, for this organization only", async () => {
  const { client, organization } = await system.addOrganization();
  await setOrganizationLimit(system.deps.database, organization.organizationId, "calls_per_organization", 5);
  const value = async () =>
    (await system.deps.limits.read(organization.organizationId)).calls_per_organization;
  await expect.poll(value, { timeout: 5_000 }).toBe(5);
  const answers = [];
  for (let call = 0; call < 12; call++) answers.push(await client.try("organizations.limits.get"));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.json).toMatchObject({ limit: { name: "calls_per_organization", value: 5 } });
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(answers[0]?.headers.get("ratelimit-policy")).toBe('"key";q=30000;w=60, "organization";q=5;w=60');
  expect(answers[0]?.headers.get("ratelimit")).toMatch(/^"key";r=\d+;t=\d+, "organization";r=4;t=\d+$/);
  const other = await system.addOrganization();
  expect((await other.client.try("organizations.limits.get")).status).toBe(200);
});

test("tiles beyond the rate of a link are a 429 that names limit and remedy, for this link only", async () => {
  const { organizationId } = system.organization;
  await setOrganizationLimit(system.deps.database, organizationId, "tiles_per_link", 5);
  await expect
    .poll(async () => (await system.deps.limits.read(organizationId)).tiles_per_link, { timeout: 5_000 })
    .toBe(5);
  const [loud, quiet] = [await shareItem(system), await shareItem(system)];
  const draw = ({ token, tile }: SharedItem) =>
    new Client(system.url).try("share.tile.render", { token, password: PASSWORD, ...tile });
  const answers = [];
  // A window may end meanwhile; then the next one counts anew.
  for (let call = 0; call < 12; call++) answers.push(await draw(loud));
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.json).toMatchObject({
    limit: { name: "tiles_per_link", value: 5 },
    detail: expect.stringContaining("request fewer tiles"),
  });
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await draw(quiet)).status).not.toBe(429);
  await setOrganizationLimit(system.deps.database, organizationId, "tiles_per_link", null);
});

test("processes learn of each other's calls through Redis", async () => {
  const { client, organization } = await system.addOrganization();
  await setOrganizationLimit(system.deps.database, organization.organizationId, "calls_per_key", 50);
  const another = await system.startAnotherApi();
  const elsewhere = new Client(another.url, organization.apiKey);
  for (let call = 0; call < 10; call++) await elsewhere.call("organizations.limits.get");
  const left = async () => {
    const { headers } = await client.try("organizations.limits.get");
    return Number(/^"key";r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]);
  };
  await expect.poll(left, { timeout: 10_000 }).toBeLessThan(41);
});
