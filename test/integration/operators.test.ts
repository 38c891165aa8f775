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
