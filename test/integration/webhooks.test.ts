import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { signatureHeaders } from "../../core/events/webhook-signature.ts";
import { takePaidTiles, takeTiles, takeView } from "../../storage/links/link-limits.ts";
import { readTariff } from "../../storage/links/link-spend.ts";
import { publishReachedThresholds } from "../../storage/budgets/budget-spend.ts";
import { insertExport, updateExport } from "../../storage/billing/billing-exports.ts";
import type { Queryable } from "../../storage/database/database.ts";
import { publishEvent } from "../../storage/events/publish-event.ts";
import { recordUsage } from "../../storage/usage/usage-ledger.ts";
import { packageRoot } from "../../infra/package-root.ts";
import { newId } from "../../infra/new-id.ts";
import type { Client } from "../support/client.ts";
import { makeThings, type OwnThings } from "../support/own-things.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

interface Received {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- as its reader sees it
  readonly json: any;
}

let system: TestSystem;
let client: Client;
let things: OwnThings;
let server: Server;
let endpoint: string;
const received: Received[] = [];
/** What a path answers; 200 by default. A path without an answer never gets one. */
const answers = new Map<
  string,
  { status?: number; body?: string; headers?: Record<string, string> } | "never"
>();

beforeAll(async () => {
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const body = Buffer.concat(pieces).toString();
      const path = request.url ?? "";
      received.push({ path, headers: request.headers, body, json: JSON.parse(body) });
      const answer = answers.get(path);
      if (answer === "never") return;
      response.writeHead(answer?.status ?? 200, answer?.headers).end(answer?.body ?? "thanks");
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  system = await startSystem({
    pools: ["webhooks"],
    settings: {
      DELIVERY_SECRET: "a".repeat(40),
      OUTBOUND_ALLOWS_HTTP: "true",
      OUTBOUND_PRIVATE_RANGES: "127.0.0.1/32",
      OUTBOUND_TIMEOUT_MS: "2000",
      BILLING_CLOSE_AFTER_DAYS: "off",
    },
  });
  ({ client } = system);
  things = await makeThings(client, system.organization, "hooked");
});
afterAll(async () => {
  await system.stop();
  server.closeAllConnections();
  server.close();
});

const subscribe = (path: string, values: object = {}, of: Client = client) =>
  of.call("event_subscriptions.create", { event_type: "*", endpoint_url: `${endpoint}${path}`, ...values });
const at = (path: string) => received.filter((each) => each.path === path);
/** Resolves when every event has its place and its deliveries. */
async function allPlanned(): Promise<void> {
  await vi.waitFor(async () => {
    const [row] = await system.deps
      .database`select count(*) as unplanned from events where planned_at is null`;
    expect(row?.["unplanned"]).toBe(0);
  }, 10_000);
}

function firstAt(path: string): Received {
  const [first] = at(path);
  if (first === undefined) throw new Error(`${path} received nothing`);
  return first;
}

const typesAt = (path: string) =>
  at(path)
    .map(({ json }) => String(json.type))
    .toSorted((a, b) => a.localeCompare(b));

test("what happens is published once, and posted with a signature that its receiver can check", async () => {
  const { database } = system.deps;
  const subscription = await subscribe("/all", { headers: { "x-token": "t-1" } });
  expect(subscription).toMatchObject({ active: true, header_names: ["x-token"] });
  const { organizationId } = system.organization;
  const access = () => ({
    eventId: newId(),
    kind: "access" as const,
    occurredAtMs: Date.now(),
    organizationId,
    linkId: things.link_id,
    targetId: things.item_id,
    bytes: 0,
    cacheResult: "none" as const,
    status: 200,
  });
  await recordUsage(database, [access(), access()], Date.now());
  await recordUsage(database, [access()], Date.now());
  await client.call("share.link.update", { link_id: things.link_id, max_tiles: 3, max_views: 5 });
  expect(await takeTiles(database, things.link_id, 2)).toBe(2);
  expect(await takeTiles(database, things.link_id, 2)).toBe(1);
  expect(await takeTiles(database, things.link_id, 2)).toBe(0);
  expect([await takeView(database, things.link_id), await takeView(database, things.link_id)]).toEqual([
    true,
    true,
  ]);
  expect(await takeView(database, things.link_id)).toBe(false);
  const terms = { plan: "standard", effective_from: "2026-01", currency: "EUR" };
  await client.call("billing.rates.set", { ...terms, tiers: [{ up_to: null, price_per_thousand: "1000" }] });
  await client.call("share.link.update", {
    link_id: things.link_id,
    max_tiles: null,
    spend_limit: 2_500_000,
  });
  const tariff = await readTariff(database, organizationId, `${new Date().toISOString().slice(0, 7)}-01`);
  expect(await takePaidTiles(database, things.link_id, 10, tariff)).toBe(2);
  expect(await takePaidTiles(database, things.link_id, 10, tariff)).toBe(0);
  const row = await insertExport(database, {
    ownerOrganizationId: organizationId,
    organizationId,
    month: "2026-01-01",
    layout: "statement",
    format: "csv",
    createdBy: "test",
  });
  await updateExport(database, row.id, { status: "running" });
  await updateExport(database, row.id, { status: "completed" });
  await updateExport(database, row.id, { status: "completed" });
  await database`update share_links set expires_at = now() + interval '1 hour', created_at = now() - interval '9 hours'
    where id = ${things.link_id}`;

  await vi.waitFor(() => expect(at("/all")).toHaveLength(6), 15_000);
  expect(typesAt("/all")).toEqual([
    "export.ready",
    "link.expires_soon",
    "link.limit_reached",
    "link.limit_reached",
    "link.limit_reached",
    "link.opened",
  ]);
  const limits = at("/all").filter(({ json }) => json.type === "link.limit_reached");
  expect(Object.fromEntries(limits.map(({ json }) => [json.data.limit, json.data.value]))).toEqual({
    max_tiles: 3,
    max_views: 5,
    spend_limit: 2_500_000,
  });
  const first = firstAt("/all");
  expect(first.headers["x-token"]).toBe("t-1");
  const signed = signatureHeaders(
    {
      id: String(first.headers["webhook-id"]),
      timestampSeconds: Number(first.headers["webhook-timestamp"]),
      body: first.body,
    },
    [subscription.secret],
  );
  expect(first.headers["webhook-signature"]).toBe(signed["webhook-signature"]);
  expect(first.json).toMatchObject({ id: first.headers["webhook-id"], organization_id: organizationId });
  const listed = await client.call("events.list", {});
  expect(listed.events.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(at("/all").map(({ json }) => json.id)),
  );
  await client.call("event_subscriptions.delete", { subscription_id: subscription.id });
});

/** The code block of docs/webhooks.md in a language. */
function snippet(language: string): string {
  const page = readFileSync(join(packageRoot, "docs", "webhooks.md"), "utf8");
  return page.split(`\`\`\`${language}\n`)[1]?.split("```")[0] ?? "";
}

test("the snippets of docs/webhooks.md accept what was sent, and neither changed nor old messages", async () => {
  const { id, secret } = await subscribe("/documented", { event_type: "export.ready" });
  await client.call("event_subscriptions.test", { subscription_id: id });
  const { headers, body } = firstAt("/documented");
  const old = { ...headers, "webhook-timestamp": String(Number(headers["webhook-timestamp"]) - 400) };
  const message = {
    id: String(headers["webhook-id"]),
    timestampSeconds: Number(old["webhook-timestamp"]),
    body,
  };
  const cases = [
    [headers, body, secret],
    [headers, `${body} `, secret],
    [headers, body, `whsec_${Buffer.alloc(32).toString("base64")}`],
    [{ ...old, ...signatureHeaders(message, [secret]) }, body, secret],
  ];
  const folder = await mkdtemp(join(tmpdir(), "webhooks-"));
  try {
    const input = JSON.stringify(cases);
    await writeFile(
      join(folder, "check.mts"),
      `${snippet("ts")}
      const cases = JSON.parse(process.argv[2] ?? "");
      console.log(JSON.stringify(cases.map((each: [Record<string, string>, string, string]) => isFromGeopera(...each))));`,
    );
    await writeFile(
      join(folder, "check.py"),
      `${snippet("python")}
import json, sys
print(json.dumps([is_from_geopera(headers, body.encode(), secret) for headers, body, secret in json.loads(sys.argv[1])]))`,
    );
    const options = { cwd: packageRoot, encoding: "utf8" } as const;
    const byNode = ["--import", "tsx", join(folder, "check.mts"), input];
    const answers = [
      execFileSync(process.execPath, byNode, options),
      execFileSync("python3", [join(folder, "check.py"), input], options),
    ];
    expect(answers.map((text) => JSON.parse(text))).toEqual([
      [true, false, false, false],
      [true, false, false, false],
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("an issued statement is published to its organization, and to no other", async () => {
  const other = await system.addOrganization();
  await system.deps.database`update organizations set created_at = '2026-07-20'`;
  await subscribe("/statements", { event_type: "statement.issued" }, other.client);
  const { organizationId } = other.organization;
  await recordTiles(system.deps.database, { organizationId, count: 2, at: "2026-07-21T00:00:00Z" });
  await recordTiles(system.deps.database, { ...system.organization, count: 2, at: "2026-07-21T00:00:00Z" });
  await client.call("billing.periods.close", { period: "2026-07" });
  await client.call("billing.periods.close", { period: "2026-07" });
  await vi.waitFor(() => expect(at("/statements")).toHaveLength(1), 10_000);
  expect(at("/statements")[0]?.json).toMatchObject({
    type: "statement.issued",
    organization_id: organizationId,
    data: { period: "2026-07", tiles: 2, currency: "EUR" },
  });
});

test("events are read in one order, also when an earlier one commits later", async () => {
  const { organization, client: reader } = await system.addOrganization();
  const { database } = system.deps;
  const publish = (transaction: Queryable, fact: string) =>
    publishEvent(transaction, { ...organization, type: "export.ready", fact, data: { export_id: fact } });
  const read = async (after: number) => {
    await allPlanned();
    const { events } = await reader.call("events.list", { after });
    return events as { sequence: number; data: { export_id: string } }[];
  };
  const seen = await database.begin(async (transaction) => {
    await publish(transaction, "slow");
    await publish(database, "quick");
    return await read(0);
  });
  expect(seen.map(({ data }) => data.export_id)).toEqual(["quick"]);
  const later = await read(seen.at(-1)?.sequence ?? 0);
  expect(later.map(({ data }) => data.export_id)).toEqual(["slow"]);
});

test("filters choose by the data of events, and are checked", async () => {
  const make = (filter_config: object) =>
    subscribe("/filtered", { event_type: "export.ready", filter_config });
  await make({ period: ["2026-02", "2026-03"] });
  const { organizationId } = system.organization;
  for (const month of ["2026-02-01", "2026-04-01"]) {
    const values = { ownerOrganizationId: organizationId, organizationId, month, createdBy: "test" };
    const { id } = await insertExport(system.deps.database, { ...values, layout: "usage", format: "csv" });
    await updateExport(system.deps.database, id, { status: "completed" });
  }
  await allPlanned();
  await vi.waitFor(() => {
    expect(at("/filtered").map(({ json }) => json.data.period)).toEqual(["2026-02"]);
  }, 10_000);
  const refused = {
    event_type: "export.ready",
    endpoint_url: `${endpoint}/x`,
    filter_config: { link_id: "x" },
  };
  expect((await client.try("event_subscriptions.create", refused)).json.detail).toMatchObject([
    { loc: ["body", "filter_config", "link_id"] },
  ]);
});

test("budgets show what the month has come to, and publish each threshold once a month", async () => {
  const { organization, client: owner } = await system.addOrganization();
  const { database } = system.deps;
  const {
    link_id: linkId,
    project_id,
    item_id: targetId,
  } = await makeThings(owner, organization, "budgeted");
  const now = new Date().toISOString();
  await recordTiles(database, { ...organization, linkId, targetId, count: 5, at: now });
  await recordTiles(database, { ...organization, count: 1, at: now });
  const create = (values: object) => owner.call("budgets.create", { forecast: false, ...values });
  // A tile costs 1 EUR.
  const all = await create({ name: "All", amount: "10" });
  expect(all).toMatchObject({ currency: "EUR", spent: "6", reached: ["50"], period: now.slice(0, 7) });
  await create({ name: "Link", amount: "5", link_id: linkId });
  await create({ name: "Project", amount: "100", project_id, thresholds: [5, 6] });
  await create({ name: "Francs", amount: "1", currency: "CHF" });
  const { budgets } = await owner.call("budgets.list", {});
  expect(budgets.map(({ spent, reached }: { spent: string; reached: string[] }) => [spent, reached])).toEqual(
    [
      ["6", ["50"]],
      ["5", ["50", "80", "100"]],
      ["5", ["5"]],
      [null, []],
    ],
  );
  const published = async () => {
    await publishReachedThresholds(database, Date.now());
    await allPlanned();
    const { events } = await owner.call("events.list", { type: "budget.threshold_reached" });
    return events.map(
      ({ data }: { data: Record<string, string> }) => `${data["budget_name"]} ${data["threshold"]}`,
    );
  };
  const expected = ["All 50%", "Link 50%", "Link 80%", "Link 100%", "Project 5%"];
  expect(await published()).toEqual(expected);
  await recordTiles(database, { ...organization, count: 2, at: now });
  expect(await published()).toEqual([...expected, "All 80%"]);
  await owner.call("budgets.update", { budget_id: all.id, amount: "8" });
  expect(await published()).toEqual([...expected, "All 80%", "All 100%"]);
  await owner.call("budgets.delete", { budget_id: all.id });
  expect((await owner.try("budgets.update", { budget_id: all.id })).status).toBe(404);
  for (const [values, field] of [
    [{ amount: "0" }, "amount"],
    [{ amount: "1", link_id: linkId, project_id }, "link_id"],
  ] as const) {
    const answer = await owner.try("budgets.create", { name: "No", ...values });
    expect([answer.status, answer.json.detail?.[0]?.loc[1]]).toEqual([422, field]);
  }
});

describe("the test call", () => {
  const call = async (values: object) => {
    const { id } = await client.call("event_subscriptions.create", { event_type: "export.ready", ...values });
    const answer = await client.call("event_subscriptions.test", { subscription_id: id });
    return { id, answer };
  };

  test("says what the endpoint answered", async () => {
    const { answer } = await call({ endpoint_url: `${endpoint}/fine` });
    expect(answer).toMatchObject({ status: "delivered", delivered: true, http_status: 200 });
    expect(at("/fine")[0]?.json.id).toBe(answer.event_id);
  });

  test("shows a failure and the beginning of its answer, and replays it under the same id", async () => {
    answers.set("/broken", { status: 500, body: `oh\0 no ${"x".repeat(10_000)}` });
    const { id, answer } = await call({ endpoint_url: `${endpoint}/broken` });
    expect(answer).toMatchObject({
      status: "failed",
      delivered: false,
      http_status: 500,
      error: "status 500",
    });
    const list = () => client.call("event_subscriptions.deliveries.list", { subscription_id: id });
    const { deliveries } = await list();
    expect(deliveries).toMatchObject([{ status: "pending", attempts: 1, http_status: 500 }]);
    expect(deliveries[0].response_excerpt).toMatch(/^oh no x+$/);
    expect(deliveries[0].response_excerpt.length).toBeLessThanOrEqual(500);
    answers.delete("/broken");
    await system.deps
      .database`update event_deliveries set status = 'failed', attempts = 12 where id = ${deliveries[0].id}`;
    await client.call("event_subscriptions.deliveries.replay", {
      subscription_id: id,
      delivery_id: deliveries[0].id,
    });
    await vi.waitFor(async () => expect((await list()).deliveries[0].status).toBe("delivered"), 10_000);
    expect(new Set(at("/broken").map(({ json }) => json.id)).size).toBe(1);
  });

  test("follows no redirect, and gives up on an endpoint that does not answer", async () => {
    answers.set("/elsewhere", { status: 302, headers: { location: `${endpoint}/landed` } });
    answers.set("/silent", "never");
    const [redirected, silent] = await Promise.all([
      call({ endpoint_url: `${endpoint}/elsewhere` }),
      call({ endpoint_url: `${endpoint}/silent` }),
    ]);
    expect(redirected.answer.error).toBe("status 302: redirects are not followed");
    expect(silent.answer).toMatchObject({ http_status: null, error: "no answer within 2000 ms" });
    expect(at("/landed")).toEqual([]);
  });

  test("reaches no private address, by address or by name, in any spelling", async () => {
    const { port } = server.address() as AddressInfo;
    const hosts = ["127.0.0.2", "169.254.169.254", "[::ffff:127.0.0.2]", "[::1]", "0x7f.2", "10.0.0.1"];
    const made = await Promise.all(
      hosts.map(async (host) => (await call({ endpoint_url: `http://${host}:${port}/in` })).answer),
    );
    expect(made.map(({ error }) => error)).toEqual(
      hosts.map(() => expect.stringMatching(/not at a public address/)),
    );
    expect(at("/in")).toEqual([]);
  });

  test("a 410 ends a subscription, with an event, an audit entry, and a way back", async () => {
    await subscribe("/watcher", { event_type: "subscription.disabled" });
    answers.set("/gone", { status: 410 });
    const { id } = await call({ endpoint_url: `${endpoint}/gone` });
    const one = { subscription_id: id };
    expect(await client.call("event_subscriptions.get", one)).toMatchObject({
      active: false,
      disabled_reason: "the endpoint answered 410: it is gone",
    });
    const { entries } = await client.call("audit.list", {});
    expect(entries).toContainEqual(expect.objectContaining({ operation_id: "event_subscriptions.disable" }));
    await vi.waitFor(() => expect(at("/watcher")).toHaveLength(1), 10_000);
    expect(await client.call("event_subscriptions.update", { ...one, active: true })).toMatchObject({
      active: true,
      disabled_reason: null,
    });
  });
});

test("after a rotation both secrets sign, and no answer shows either again", async () => {
  const made = await subscribe("/rotated", { event_type: "export.ready" });
  const one = { subscription_id: made.id };
  const rotated = await client.call("event_subscriptions.rotate_secret", { ...one, keep_hours: 1 });
  expect(rotated.secret).not.toBe(made.secret);
  await client.call("event_subscriptions.test", one);
  const { headers, body } = firstAt("/rotated");
  const message = {
    id: String(headers["webhook-id"]),
    timestampSeconds: Number(headers["webhook-timestamp"]),
    body,
  };
  const expected = signatureHeaders(message, [rotated.secret, made.secret]);
  expect(headers["webhook-signature"]).toBe(expected["webhook-signature"]);
  const shown = JSON.stringify([
    await client.call("event_subscriptions.get", one),
    await client.call("event_subscriptions.list", {}),
  ]);
  for (const secret of [rotated.secret, made.secret, "t-1"]) expect(shown).not.toContain(secret);
  const rows = await system.deps.database`select * from event_subscriptions`;
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(made.secret).toString("hex"));
});

test("silent endpoints of one organization do not delay the events of another", async () => {
  const other = await system.addOrganization();
  answers.set("/dead", "never");
  for (let each = 0; each < 12; each += 1) await subscribe("/dead", {}, other.client);
  const { database } = system.deps;
  const { organizationId } = other.organization;
  await database`
    insert into events (organization_id, type, fact, data)
    select ${organizationId}, 'export.ready', 'of the dead ' || number, '{}' from generate_series(1, 50) as number`;
  await vi.waitFor(() => expect(at("/dead").length).toBeGreaterThan(5), 10_000);
  const { id } = await subscribe("/alive", { event_type: "export.ready" });
  expect(await client.call("event_subscriptions.test", { subscription_id: id })).toMatchObject({
    delivered: true,
  });
  // Each endpoint is tried by itself, once at a time, and rests after a failure.
  expect(at("/dead").length).toBeLessThanOrEqual(36);
});

test("subscriptions are for administrators, with https and plain headers unless the operator allows more", async () => {
  const { key } = await client.call("api_keys.create", { name: "narrow", permissions: ["items:read"] });
  const create = (values: object, headers = {}) =>
    client.try(
      "event_subscriptions.create",
      { event_type: "*", endpoint_url: `${endpoint}/x`, ...values },
      headers,
    );
  expect((await create({}, { authorization: `Bearer ${key}` })).status).toBe(403);
  for (const [values, field] of [
    [{ event_type: "no.such" }, "event_type"],
    [{ endpoint_url: "ftp://example.org" }, "endpoint_url"],
    [{ endpoint_url: "https://user:password@example.org" }, "endpoint_url"],
    [{ headers: { host: "elsewhere" } }, "headers"],
    [{ headers: { "x-a": "b\r\nc: d" } }, "headers"],
  ] as const) {
    const answer = await create(values);
    expect([answer.status, answer.json.detail?.[0]?.loc[1]]).toEqual([422, field]);
  }
});
