import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ApiKeyDirectory } from "../../identity/api-key-directory.ts";
import { Client } from "../support/client.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

describe("credentials", () => {
  test("are required, and a missing or malformed one is a 401 problem", async () => {
    const anonymous = new Client(system.url);
    for (const headers of [
      {},
      { authorization: "Bearer gpra_nonsense" },
      { authorization: "Basic YTpi" },
      { "x-api-key": `gpra_${"0".repeat(49)}` },
    ]) {
      const answer = await anonymous.try("api_keys.list", {}, headers);
      expect(answer.status).toBe(401);
      expect(answer.json).toMatchObject({ status: 401, detail: expect.any(String) });
    }
  });

  test("are accepted as bearer token and as X-API-Key", async () => {
    const anonymous = new Client(system.url);
    const { apiKey } = system.organization;
    expect((await anonymous.try("api_keys.list", {}, { "x-api-key": apiKey })).status).toBe(200);
    expect((await anonymous.try("api_keys.list", {}, { authorization: `Bearer ${apiKey}` })).status).toBe(
      200,
    );
  });

  test("that are present must be valid, even where none are needed", async () => {
    const wrong = new Client(system.url, "gpra_wrong");
    expect((await wrong.try("share.link.validate", { token: "x" })).status).toBe(401);
  });
});

describe("an API key", () => {
  test("is shown once, does only what its scopes say, and never makes a stronger one", async () => {
    const made = await system.client.call("api_keys.create", {
      name: "reader",
      permissions: ["items:read", "api_keys:write"],
      expires_in_days: 1,
    });
    expect(made.key).toMatch(/^gpra_[0-9A-Za-z]{49}$/);
    const reader = new Client(system.url, made.key);
    expect((await reader.try("projects.create", { name: "no" })).status).toBe(403);
    const stronger = await reader.try("api_keys.create", { name: "x", permissions: ["items:write"] });
    expect(stronger.status).toBe(403);
    const unknown = await system.client.try("api_keys.create", { name: "x", permissions: ["root"] });
    expect(unknown.status).toBe(422);
    expect(unknown.json.detail[0].loc).toEqual(["body", "permissions", 0]);
    const { api_keys } = await system.client.call("api_keys.list");
    expect(JSON.stringify(api_keys)).not.toContain(made.key);
  });

  test("shows when it was last used, by the latest use in any process; an unused one shows nothing", async () => {
    const used = await system.client.call("api_keys.create", { name: "used" });
    const unused = await system.client.call("api_keys.create", { name: "unused" });
    const secondMs = Date.parse("2026-11-20T10:00:01Z");
    let nowMs = 0;
    const directories = [1, 2].map(
      () => new ApiKeyDirectory(system.deps.database, () => nowMs, system.deps.logger),
    );
    for (const [index, usedAtMs] of [secondMs - 1_000, secondMs, secondMs - 500].entries()) {
      nowMs = usedAtMs;
      expect(await directories[index % 2]?.find(used.key)).toBeDefined();
    }
    for (const directory of directories.toReversed()) await directory.close();
    const { api_keys } = await system.client.call("api_keys.list");
    const lastUse = (id: string) =>
      api_keys.find((each: { id: string }) => each.id === id)?.last_used_at ?? null;
    expect([lastUse(used.id), lastUse(unused.id)]).toEqual(["2026-11-20T10:00:01.000Z", null]);
  });

  test("works nowhere a moment after it is revoked", async () => {
    const other = await system.startAnotherApi();
    const { id, key } = await system.client.call("api_keys.create", { name: "short-lived" });
    const there = new Client(other.url, key);
    expect((await there.try("api_keys.list")).status).toBe(200);
    await system.client.call("api_keys.revoke", { key_id: id });
    await expect.poll(async () => (await there.try("api_keys.list")).status, { timeout: 1_000 }).toBe(401);
    expect((await new Client(system.url, key).try("api_keys.list")).status).toBe(401);
  });

  test("with a rate limit sees what is left of it, and gets 429 when nothing is", async () => {
    const { key } = await system.client.call("api_keys.create", { name: "slow", rate_limit: 2 });
    const slow = new Client(system.url, key);
    const answers = [await slow.try("api_keys.list"), await slow.try("api_keys.list")];
    // The two calls may lie on both sides of a full minute; then the second starts a new one.
    const last = await slow.try("api_keys.list");
    const statuses = [...answers.map((answer) => answer.status), last.status];
    if (statuses.includes(429)) expect(last.headers.get("retry-after")).toMatch(/^\d+$/);
    else expect((await slow.try("api_keys.list")).status).toBe(429);
    expect(answers[0]?.headers.get("ratelimit-policy")).toBe('"key";q=2;w=60, "organization";q=60000;w=60');
  });

  test.each([
    ["an operation that fails", "POST", "/v1/op/items.get", '{"item_id":"none"}', 404],
    ["a tile by GET", "GET", "/v1/items/none/tiles/1/1/0.png", undefined, 404],
    [
      "a WMTS tile",
      "GET",
      "/v1/items/none/tiles/wmts?request=GetTile&tilematrix=1&tilecol=1&tilerow=0",
      undefined,
      404,
    ],
    ["userinfo", "GET", "/realms/public/protocol/openid-connect/userinfo", undefined, 200],
  ])(
    "has its limit at %s too, and every answer says what is left",
    async (name, method, path, body, status) => {
      const { key } = await system.client.call("api_keys.create", { name, rate_limit: 1 });
      const limited = new Client(system.url, key);
      const ask = () =>
        limited.send(path, {
          method,
          ...(body === undefined ? {} : { body, headers: { "content-type": "application/json" } }),
        });
      const first = await ask();
      expect(first.status).toBe(status);
      expect(first.headers.get("ratelimit-policy")).toBe('"key";q=1;w=60, "organization";q=60000;w=60');
      expect(first.headers.get("ratelimit")).toMatch(/^"key";r=0;t=\d+, "organization";r=\d+;t=\d+$/);
      // The two calls may lie on both sides of a full minute; then the third is the second of its own.
      const later = [await ask(), await ask()];
      const refused = later.find((answer) => answer.status === 429);
      expect(refused?.headers.get("retry-after")).toMatch(/^\d+$/);
      expect(refused?.headers.get("ratelimit")).toMatch(/^"key";r=0;t=\d+, "organization";r=\d+;t=\d+$/);
    },
  );
});

describe("an Idempotency-Key", () => {
  test("replays the answer byte for byte, and refuses another body", async () => {
    const headers = { "idempotency-key": "order-1" };
    const first = await system.client.try("projects.create", { name: "Once" }, headers);
    const again = await system.client.try("projects.create", { name: "Once" }, headers);
    expect(again.bytes.equals(first.bytes)).toBe(true);
    const marks = [first, again].map((answer) => answer.headers.get("idempotent-replayed"));
    expect(marks).toEqual([null, "true"]);
    const other = await system.client.try("projects.create", { name: "Twice" }, headers);
    expect(other.status).toBe(409);
  });

  test("makes one effect of what destroys or leaves the service, too: a lost answer is had again", async () => {
    const { id: project_id } = await system.client.call("projects.create", { name: "of items" });
    const item = { project_id, type: "clip", name: "short-lived" };
    const { id: item_id } = await system.client.call("items.create", item);
    const headers = { "idempotency-key": "end-it" };
    const end = () => system.client.try("items.delete", { item_id }, headers);
    const [first, again] = [await end(), await end()];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.bytes.equals(first.bytes)).toBe(true);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect((await system.client.try("items.delete", { item_id })).status).toBe(404);
    const { client: stranger } = await system.addOrganization();
    expect((await stranger.try("items.delete", { item_id }, headers)).status).toBe(404);
  });

  test("makes one thing of many calls at once to two processes, and both replay its bytes", async () => {
    const headers = { "idempotency-key": "at-once" };
    const there = new Client((await system.startAnotherApi()).url, system.organization.apiKey);
    const create = (client: Client) => client.try("api_keys.create", { name: "one" }, headers);
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) => create(index % 2 === 0 ? system.client : there)),
    );
    expect(answers.every((answer) => answer.status === 200 || answer.status === 409)).toBe(true);
    const [first] = answers.filter((answer) => answer.status === 200);
    const replayed = [await create(system.client), await create(there)];
    for (const answer of [...answers.filter(({ status }) => status === 200), ...replayed]) {
      expect(answer.bytes.equals(first?.bytes ?? Buffer.of())).toBe(true);
    }
    const { api_keys: keys } = await system.client.call("api_keys.list");
    expect(keys.filter(({ name }: { name: string }) => name === "one")).toHaveLength(1);
  });

  test("is free again after a call that failed", async () => {
    const headers = { "idempotency-key": "failed-first" };
    const { id } = await system.client.call("projects.create", { name: "p" });
    const missing = { project_id: id, type: "clip", name: "n", assets: { a: { href: "missing.tif" } } };
    expect((await system.client.try("items.create", missing, headers)).status).toBe(422);
    const { assets: _assets, ...plain } = missing;
    expect((await system.client.try("items.create", plain, headers)).status).toBe(200);
  });
});

test("every call that changes or would change something is in the audit log, reads are not", async () => {
  const { client, organization } = await system.addOrganization();
  const { id } = await client.call("projects.create", { name: "audited" });
  await client.call("collections.list", { project_id: id });
  await client.try("collections.create", { project_id: "nowhere", name: "x" });
  // Text that PostgreSQL cannot keep hides nothing.
  await client.try("collections.create", { project_id: "\ud800\0", "\ud800_id": "x", name: "x" });
  const { key, id: key_id } = await client.call("api_keys.create", {
    name: "k",
    permissions: ["items:read"],
  });
  await new Client(system.url, key).try("collections.create", { project_id: id, name: "x" });
  const rows = await system.deps.database`
    select operation_id, outcome, subject from audit_log
    where organization_id = ${organization.organizationId} order by id`;
  expect([...rows]).toEqual([
    { operation_id: "projects.create", outcome: 200, subject: { id } },
    { operation_id: "collections.create", outcome: 404, subject: { project_id: "nowhere" } },
    { operation_id: "collections.create", outcome: 422, subject: { project_id: "\ufffd" } },
    { operation_id: "api_keys.create", outcome: 200, subject: { id: key_id } },
    { operation_id: "collections.create", outcome: 403, subject: { project_id: id } },
  ]);
});
