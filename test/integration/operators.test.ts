import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { runProgram } from "../support/run-program.ts";
import { grantedTileUrl, shareItem, type SharedItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";
import { killProcess, startWorkerProcess } from "../support/worker-process.ts";

let system: TestSystem;
let anonymous: Client;

beforeAll(async () => {
  system = await startSystem();
  anonymous = new Client(system.url);
});
afterAll(() => system.stop());

const basic = (password: string) => ({
  authorization: `Basic ${Buffer.from(`ops:${password}`).toString("base64")}`,
});

describe.each(["/metrics", "/ops/load", "/ops/queues", "/ops/queues/api/queues"])("%s", (path) => {
  test("asks for the operator key", async () => {
    const answer = await anonymous.get(path);
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("Basic");
    expect((await anonymous.get(path, basic("wrong key"))).status).toBe(401);
    const apiKey = { authorization: `Bearer ${system.organization.apiKey}` };
    expect((await anonymous.get(path, apiKey)).status).toBe(401);
  });

  test("opens with it, as bearer token and as password", async () => {
    const key = system.config.OPERATOR_KEY ?? "";
    expect((await anonymous.get(path, basic(key))).status).toBe(200);
    expect((await anonymous.get(path, { authorization: `Bearer ${key}` })).status).toBe(200);
  });
});

describe("what waits", () => {
  let shared: SharedItem;
  /** Requests that wait for a render, as no worker is there. */
  const gone = new AbortController();
  const requests: Promise<unknown>[] = [];

  beforeAll(async () => {
    const worker = await startWorkerProcess(system, "render");
    shared = await shareItem(system);
    await killProcess(worker);
    const url = await grantedTileUrl(system, shared.token, shared.tile);
    requests.push(fetch(url, { signal: gone.signal }).catch(() => undefined));
  });
  afterAll(async () => {
    gone.abort();
    await Promise.all(requests);
  });

  const load = async () => {
    const key = { authorization: `Bearer ${system.config.OPERATOR_KEY}` };
    return (await anonymous.get("/ops/load", key)).json;
  };

  test("is counted for autoscalers, with the oldest wait", async () => {
    const waiting = async () => (await load()).pools.render;
    await expect.poll(waiting).toMatchObject({ waiting: 1, active: 0, delayed: 0 });
    expect((await waiting()).wanted_places).toBeGreaterThan(0);
    await expect.poll(async () => (await waiting()).oldest_wait_seconds).toBeGreaterThan(0);
    expect((await load()).processes).toContainEqual(expect.objectContaining({ program: "api", places: {} }));
  });

  test("is shown to operators at a terminal, with the organizations whose blocks wait", async () => {
    const { code, out } = await runProgram(system, "ops", ["status", "--json"]);
    expect(code).toBe(0);
    const { pools } = JSON.parse(out) as { pools: { pool: string; waiting: number }[] };
    expect(pools.find(({ pool }) => pool === "render")).toMatchObject({ waiting: 1, active: 0 });
    const { organizationId } = system.organization;
    await recordTiles(system.deps.database, { organizationId, count: 7, at: new Date().toISOString() });
    const noisy = await runProgram(system, "ops", ["who-is-noisy"]);
    expect(noisy.out).toMatch(new RegExp(`${organizationId} +\\S.* 7 `));
    expect(noisy.out).toMatch(new RegExp(`waiting\\norganization_id.*\\n-.*\\n${organizationId} +1\\n`));
  });

  test("a job that failed is named with its reason, and tried again", async () => {
    const queue = system.deps.jobs.queue("exports");
    // Which no version of a worker can read.
    const { id = "" } = await queue.add("billing.export", {});
    const worker = await startWorkerProcess(system, "billing");
    await expect.poll(() => queue.getFailedCount(), { timeout: 20_000 }).toBe(1);
    await killProcess(worker);
    expect((await runProgram(system, "ops", ["failed", "exports"])).out).toMatch(
      new RegExp(`^ *${id} .*The job was written by another version`, "m"),
    );
    expect((await runProgram(system, "ops", ["retry", "exports", "--job", id])).out).toContain(id);
    expect(await queue.getFailedCount()).toBe(0);
    expect(await runProgram(system, "ops", ["retry", "nowhere"])).toMatchObject({
      code: 2,
      out: expect.stringContaining("which queue? One of render,") as string,
    });
  });
});

test("health says live and ready without any key", async () => {
  expect((await anonymous.get("/health/live")).json).toEqual({ status: "live" });
  expect((await anonymous.get("/health/ready")).json).toEqual({ status: "ready" });
});

test("the OpenAPI document that is served is the committed one", async () => {
  const { default: committed } = await import("../../docs/openapi.json", { with: { type: "json" } });
  expect((await anonymous.get("/openapi.json")).json).toEqual(committed);
});

describe("the queue board", () => {
  const operator = () => ({ authorization: `Bearer ${system.config.OPERATOR_KEY ?? ""}` });
  const pause = (headers: Record<string, string>) =>
    anonymous.send("/ops/queues/api/queues/closing/pause", {
      method: "PUT",
      headers: { ...operator(), ...headers },
    });

  test("loads nothing from other hosts and lets no page frame it", async () => {
    const page = await anonymous.get("/ops/queues", operator());
    expect(page.headers.get("content-type")).toContain("text/html");
    const html = page.bytes.toString();
    expect(html).toContain("static/js/main");
    expect(html).not.toMatch(/https?:\/\/(?!127\.0\.0\.1)/);
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test.each([
    [{ origin: "https://evil.example" }],
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site" }],
  ])("refuses a change that a page of another site asks for: %j", async (headers) => {
    expect((await pause(headers)).status).toBe(403);
  });

  test("audits each change, refused ones included", async () => {
    const changes = () => system.deps.database<{ outcome: number; subject: Record<string, string> }[]>`
      select outcome, subject from audit_log where operation_id = 'ops.queues.change' order by id`;
    const own = await pause({ origin: system.url, "sec-fetch-site": "same-origin" });
    expect(own.status).toBe(200);
    await expect.poll(async () => (await changes()).at(-1)?.outcome).toBe(200);
    await pause({ origin: "https://evil.example" });
    await expect.poll(async () => (await changes()).at(-1)?.outcome).toBe(403);
    expect((await changes()).at(-1)?.subject).toEqual({
      method: "PUT",
      path: "/ops/queues/api/queues/closing/pause",
    });
  });

  test("makes an address wait that guesses keys, and no other", async () => {
    for (let guess = 0; guess < 10; guess += 1) await anonymous.get("/metrics", basic(`guess ${guess}`));
    const refused = await anonymous.get("/metrics", operator());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});
