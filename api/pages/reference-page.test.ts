import { fastify, type FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveReferencePage } from "./reference-page.ts";

let app: FastifyInstance;
beforeAll(() => {
  app = fastify();
  serveReferencePage(app);
});
afterAll(async () => {
  await app.close();
});

test("the reference page loads nothing from anywhere else, and everything it names is there", async () => {
  const page = await app.inject("/docs");
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toMatch(/https?:/);
  const names = [...page.body.matchAll(/(?:src|href)="(docs-assets[^"]+)"/g)].map((match) => `/${match[1]}`);
  expect(names).toHaveLength(4);
  for (const name of names) {
    const asset = await app.inject({ url: name, headers: { "accept-encoding": "gzip" } });
    expect(asset.statusCode).toBe(200);
    expect(asset.headers["cache-control"]).toContain("immutable");
    expect(asset.rawPayload.length).toBeLessThan(600_000);
  }
});

test("only scripts of the service itself run on it", async () => {
  const { headers } = await app.inject("/docs");
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self'");
});

test.each(["package.json", "index.html", "..%2fpackage.json", "constructor"])(
  "%s is not served",
  async (name) => {
    const page = await app.inject("/docs");
    const version = /docs-assets\/([\w-]+)\//.exec(page.body)?.[1] ?? "";
    expect((await app.inject(`/docs-assets/${version}/${name}`)).statusCode).toBe(404);
  },
);
