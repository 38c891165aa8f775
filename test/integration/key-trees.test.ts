import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const make = async (by: Client, input: object = {}) => {
  const made = await by.call("api_keys.create", { name: "k", ...input });
  return { id: made.id as string, client: new Client(system.url, made.key), made };
};
const works = async ({ client }: { client: Client }) =>
  (await client.try("projects.create", { name: "p" })).status;

describe("a key that a key made", () => {
  test("ends with the key that made it, however far down", async () => {
    const parent = await make(system.client);
    const child = await make(parent.client);
    const grandchild = await make(child.client);
    expect(child.made).toMatchObject({ parent_id: parent.id });
    expect(await works(grandchild)).toBe(200);
    await system.client.call("api_keys.revoke", { key_id: parent.id });
    for (const key of [parent, child, grandchild]) expect(await works(key)).toBe(401);
  });

  test("ends as well when it is made while its maker is being revoked", async () => {
    const parent = await make(system.client);
    const child = await make(parent.client);
    const makes = Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? parent : child)).map((maker) =>
      maker.client.try("api_keys.create", { name: "late" }),
    );
    const [answers] = await Promise.all([
      Promise.all(makes),
      system.client.call("api_keys.revoke", { key_id: parent.id }),
    ]);
    for (const answer of answers) expect([200, 401]).toContain(answer.status);
    const alive = await system.deps.database`
      with recursive tree as (
        select id, revoked_at from api_keys where id = ${parent.id}
        union all select k.id, k.revoked_at from api_keys k join tree on k.parent_key_id = tree.id
      ) select id from tree where revoked_at is null`;
    expect(alive.map(({ id }) => id as string)).toEqual([]);
  });

  test("lives no longer and goes no faster; both share one allowance", async () => {
    const parent = await make(system.client, { expires_in_days: 1, rate_limit: 50 });
    const child = await make(parent.client);
    expect(child.made).toMatchObject({ rate_limit: 50, expires_at: parent.made.expires_at });
    expect((await parent.client.try("api_keys.create", { name: "x", expires_in_days: 2 })).status).toBe(422);
    expect((await parent.client.try("api_keys.create", { name: "x", rate_limit: 51 })).status).toBe(422);
    const statuses: number[] = [];
    for (let call = 0; call < 60; call += 1) statuses.push(await works(call % 2 === 0 ? parent : child));
    // 64 calls; a full minute may begin in between.
    for (let call = 0; call < 60 && !statuses.includes(429); call += 1) statuses.push(await works(child));
    expect(statuses).toContain(429);
  });

  test("revokes itself and what it made, and no other key", async () => {
    const weak = await make(system.client, { permissions: ["api_keys:write", "api_keys:read"] });
    const own = await make(weak.client);
    const other = await make(system.client);
    const refused = await weak.client.try("api_keys.revoke", { key_id: other.id });
    // A key that an administrator's key made is no administrator's.
    expect(refused.status).toBe(403);
    expect((await weak.client.try("api_keys.revoke", { key_id: own.id })).status).toBe(200);
    expect((await weak.client.try("api_keys.revoke", { key_id: weak.id })).status).toBe(200);
    expect(await works(other)).toBe(200);
  });

  test("obeys the organization's longest life", async () => {
    const { client, organization } = await system.addOrganization();
    await system.deps.database`
      update organizations set api_key_days_max = 30 where id = ${organization.organizationId}`;
    const made = await client.call("api_keys.create", { name: "k" });
    const days = (Date.parse(made.expires_at) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29);
    expect(days).toBeLessThanOrEqual(30);
    expect((await client.try("api_keys.create", { name: "k", expires_in_days: 31 })).status).toBe(422);
  });
});
