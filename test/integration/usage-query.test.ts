import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

let system: TestSystem;
let member: Awaited<ReturnType<TestSystem["addOrganization"]>>;
let projectId: string;
let links: { linkId: string; targetId: string }[];

/** Two tiles are free, three cost 1.00 each, and all others 0.50. */
beforeAll(async () => {
  system = await startSystem();
  member = await system.addOrganization();
  await system.deps.database`update organizations set created_at = '2026-07-20'`;
  await system.client.call("billing.rates.set", {
    organization_id: idOfMember(),
    effective_from: "2026-08",
    currency: "EUR",
    free_tiles_per_month: 2,
    tiers: [
      { up_to: 3, price_per_thousand: "1000" },
      { up_to: null, price_per_thousand: "500" },
    ],
  });
  projectId = (await member.client.call("projects.create", { name: "Maps" })).id;
  const { id: targetId } = await member.client.call("collections.create", {
    project_id: projectId,
    name: "C",
  });
  const deliver = (count: number, at: string, of: { linkId?: string; targetId?: string } = {}) =>
    recordTiles(system.deps.database, { organizationId: idOfMember(), count, at, ...of });
  const first = await deliver(3, "2026-09-01T10:30:00Z", { targetId });
  const second = await deliver(4, "2026-09-02T23:59:59.999Z");
  await deliver(1, "2026-09-01T11:00:00Z", first);
  links = [first, second];
});
afterAll(() => system.stop());

const idOfMember = () => member.organization.organizationId;
const SEPTEMBER = { from: "2026-09-01T00:00:00Z", to: "2026-10-01T00:00:00Z" };
const query = (input: object, client: Client = member.client) =>
  client.call("usage.query", { organization_id: idOfMember(), ...SEPTEMBER, ...input });

test("days have their tiles and what these cost, in the order in which tiers fill", async () => {
  const { rows, totals, next_offset } = await query({});
  expect(rows).toMatchObject([
    { start: "2026-09-01T00:00:00.000Z", tile_requests: 4, currency: "EUR", amount: "2", link_id: null },
    { start: "2026-09-02T00:00:00.000Z", tile_requests: 4, currency: "EUR", amount: "2.5" },
  ]);
  expect(rows[1].end).toBe("2026-09-03T00:00:00.000Z");
  expect(totals).toEqual([{ currency: "EUR", amount: "4.5", tile_requests: 8 }]);
  expect(next_offset).toBeNull();
});

test("windows and groups cut the same usage; a day in the middle of a month is priced after the days before", async () => {
  const hours = await query({ window: "hour", group_by: ["link"], limit: 2 });
  expect(hours.rows.map((row: { tile_requests: number }) => row.tile_requests)).toEqual([3, 1]);
  expect(hours.next_offset).toBe(2);
  const months = await query({ window: "month", group_by: ["target", "project"] });
  expect(months.rows).toHaveLength(2);
  const inProject = months.rows.find((row: { project_id: string | null }) => row.project_id === projectId);
  expect(inProject).toMatchObject({ target_id: links[0]?.targetId, tile_requests: 4 });
  const day = await query({ from: "2026-09-02T12:00:00Z", to: "2026-09-02T13:00:00Z" });
  expect(day.rows).toMatchObject([{ start: "2026-09-02T00:00:00.000Z", amount: "2.5" }]);
});

test("one link, item or project alone costs what it costs beside the others", async () => {
  const [first, second] = links;
  expect((await query({ link_id: second?.linkId })).totals).toMatchObject([
    { amount: "2.5", tile_requests: 4 },
  ]);
  expect((await query({ target_id: first?.targetId })).totals).toMatchObject([{ amount: "2" }]);
  expect((await query({ project_id: projectId })).totals).toMatchObject([{ amount: "2" }]);
  expect(await query({ link_id: "none of ours" })).toMatchObject({ rows: [], totals: [] });
});

test("a statement charges the same, and later prices do not change what a closed month cost", async () => {
  await system.client.call("billing.periods.close", { period: "2026-09" });
  const statement = { organization_id: idOfMember(), period: "2026-09" };
  expect(await member.client.call("billing.statements.get", statement)).toMatchObject({ total: "4.50" });
  await system.client.call("billing.rates.set", {
    organization_id: idOfMember(),
    effective_from: "2026-10",
    currency: "CHF",
    tiers: [{ up_to: null, price_per_thousand: "9000" }],
  });
  await recordTiles(system.deps.database, {
    organizationId: idOfMember(),
    count: 2,
    at: "2026-10-03T00:00:00Z",
  });
  const { totals } = await query({ to: "2026-11-01T00:00:00Z", window: "month" });
  expect(totals).toEqual([
    { currency: "EUR", amount: "4.5", tile_requests: 8 },
    { currency: "CHF", amount: "18", tile_requests: 2 },
  ]);
});

test("amounts are for those who may read bills, and nothing is for others", async () => {
  const { key } = await member.client.call("api_keys.create", { name: "maps", permissions: ["usage:read"] });
  const reader = new Client(system.url, key);
  expect((await query({}, reader)).totals).toEqual([{ currency: null, amount: null, tile_requests: 8 }]);
  const stranger = (await system.addOrganization()).client;
  const asked = { organization_id: idOfMember(), ...SEPTEMBER };
  expect((await stranger.try("usage.query", asked)).status).toBe(404);
});

test.for([
  [{ to: SEPTEMBER.from }, "to"],
  [{ from: "2025-01-01T00:00:00Z" }, "to"],
  [{ window: "week" }, "window"],
  [{ group_by: ["colour"] }, "group_by"],
  [{ from: "2026-09-01" }, "from"],
] as const)("%j is refused, and %s named", async ([input, field]) => {
  const asked = { organization_id: idOfMember(), ...SEPTEMBER, ...input };
  const { status, json } = await member.client.try("usage.query", asked);
  expect(status).toBe(422);
  expect(JSON.stringify(json)).toContain(field);
});

test("usage is grouped by tags: the link's go before those of item or collection, project and organization", async () => {
  const { client } = member;
  const organization_id = idOfMember();
  await client.call("organizations.tags.update", { organization_id, tags: { cost: "all", owner: "Ada" } });
  await client.call("projects.update", { project_id: projectId, tags: { cost: "project" } });
  const item = await client.call("items.create", {
    project_id: projectId,
    name: "T",
    type: "user_raster",
    tags: { cost: "item", layer: "dem" },
  });
  const link = {
    target_type: "item",
    target_id: item.id,
    password: "correct horse",
    expires_at: "2099-01-01T00:00:00Z",
  };
  const [plain, tagged] = [
    await client.call("share.link.create", link),
    await client.call("share.link.create", { ...link, tags: { cost: "link" } }),
  ];
  expect(tagged).toMatchObject({ tags: { cost: "link" } });
  const made = { project_id: projectId, name: "Mosaic", tags: { layer: "none yet" } };
  const collection = await client.call("collections.create", made);
  expect(collection).toMatchObject({ tags: { layer: "none yet" } });
  const change = { project_id: projectId, collection_id: collection.id, tags: { layer: "mosaic" } };
  expect(await client.call("collections.update", change)).toMatchObject({ tags: { layer: "mosaic" } });
  expect(await client.call("collections.update", { ...change, tags: undefined, color: "red" })).toMatchObject(
    {
      tags: { layer: "mosaic" },
    },
  );
  const ofCollection = { ...link, target_type: "collection", target_id: collection.id };
  const mosaic = await client.call("share.link.create", ofCollection);
  const at = "2026-10-05T10:00:00Z";
  for (const [index, { id: linkId, target_id: targetId }] of [plain, tagged, mosaic].entries()) {
    const tiles = { organizationId: organization_id, linkId, targetId, at };
    await recordTiles(system.deps.database, { ...tiles, count: 2 + index });
  }
  const october = { from: "2026-10-01T00:00:00Z", to: "2026-11-01T00:00:00Z" };
  const { rows } = await query({
    ...october,
    window: "month",
    group_by: ["tag:cost", "tag:layer", "tag:none"],
  });
  expect(rows.map((row: { tags: object; tile_requests: number }) => [row.tags, row.tile_requests])).toEqual([
    [{ cost: "all", layer: null, none: null }, 2],
    [{ cost: "item", layer: "dem", none: null }, 2],
    [{ cost: "link", layer: "dem", none: null }, 3],
    [{ cost: "project", layer: "mosaic", none: null }, 4],
  ]);
  expect(await client.call("organizations.tags.get", {})).toEqual({
    organization_id,
    tags: { cost: "all", owner: "Ada" },
  });
  const { lines } = await client.call("billing.statements.get", { organization_id, period: "2026-10" });
  const tagsOf = (id: string) => lines.find((line: { link_id: string }) => line.link_id === id).tags;
  expect(tagsOf(plain.id)).toEqual({ cost: "item", owner: "Ada", layer: "dem" });
  expect(tagsOf(tagged.id)).toEqual({ cost: "link", owner: "Ada", layer: "dem" });
  expect(tagsOf(mosaic.id)).toEqual({ cost: "project", owner: "Ada", layer: "mosaic" });
  // Statements keep the tags of their close, as they keep names.
  await system.client.call("billing.periods.close", { period: "2026-10" });
  await client.call("share.link.update", { link_id: tagged.id, tags: {} });
  const closed = await client.call("billing.statements.get", { organization_id, period: "2026-10" });
  expect(closed).toMatchObject({ status: "closed" });
  expect(closed.lines.map((line: { tags: object }) => line.tags)).toEqual(
    lines.map((line: { tags: object }) => line.tags),
  );
  for (const tags of [
    { "": "x" },
    { k: "v".repeat(257) },
    Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`k${index}`, ""])),
  ]) {
    expect((await client.try("share.link.update", { link_id: tagged.id, tags })).status).toBe(422);
  }
  expect((await client.try("usage.query", { organization_id, group_by: ["tag:"] })).status).toBe(422);
});
