import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { grantedTileUrl, shareItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({
    pools: ["render"],
    settings: {
      PUBLIC_URL: "https://share.example.org",
      SECURITY_CONTACT: "mailto:security@example.org",
    },
  });
});
afterAll(() => system.stop());

test.each(["/health/live", "/openapi.json", "/docs", "/nothing", "/device", "/metrics"])(
  "%s keeps browsers from guessing types and from plain http",
  async (path) => {
    const { headers } = await new Client(system.url).get(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("strict-transport-security")).toMatch(/^max-age=31536000/);
  },
);

test("so does a tile, rendered and from memory", async () => {
  const shared = await shareItem(system);
  const granted = new URL(await grantedTileUrl(system, shared.token, shared.tile));
  const url = system.url + granted.pathname;
  const answers = [await system.client.get(url), await system.client.get(url)];
  expect(answers.map(({ headers }) => headers.get("x-cache"))).toEqual([expect.anything(), "memory"]);
  for (const { headers } of answers) {
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("strict-transport-security")).toMatch(/^max-age=31536000/);
  }
});

test("an answer with a new key is kept by no browser and no proxy", async () => {
  const answer = await system.client.try("api_keys.create", { name: "k", permissions: ["items:read"] });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("security.txt names the contact, and an end that lies ahead", async () => {
  const { bytes, headers } = await new Client(system.url).get("/.well-known/security.txt");
  const text = bytes.toString();
  expect(headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(text).toContain("Contact: mailto:security@example.org\n");
  expect(text).toContain("Canonical: https://share.example.org/.well-known/security.txt\n");
  expect(Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? "")).toBeGreaterThan(Date.now());
});

test("request ids say nothing about how many requests there were", async () => {
  const ids = [];
  for (let index = 0; index < 3; index += 1) {
    ids.push((await new Client(system.url).get("/health/live")).headers.get("x-request-id") ?? "");
  }
  expect(new Set(ids.map((id) => id.slice(0, 6))).size).toBe(3);
});
