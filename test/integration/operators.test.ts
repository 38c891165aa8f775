import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

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

describe.each(["/metrics", "/ops/queues", "/ops/queues/api/queues"])("%s", (path) => {
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
