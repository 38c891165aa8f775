import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openapiDocument } from "../../api/http/openapi-document.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

/** Pages for people and their files, and what only the operator of the service reads. */
const NOT_DESCRIBED = new RegExp(
  [
    "^/$",
    "^/s(/|$)",
    "^/console",
    "^/docs",
    "^/device$",
    "^/password$",
    "^/pages?-assets/",
    "^/assets/",
    "^/(robots|favicon)",
    "^/\\.well-known/security\\.txt$",
    "^/(metrics|ops|health/dependencies)",
  ].join("|"),
);

const paths = openapiDocument()["paths"] as Record<string, Record<string, unknown>>;
const routes = new Set<string>();
let system: TestSystem;

/** Fastify tells of each instance before its routes. */
function listen(message: unknown): void {
  (message as { fastify: FastifyInstance }).fastify.addHook("onRoute", ({ method, url }) => {
    for (const each of [method].flat()) routes.add(`${each} ${url}`);
  });
}

beforeAll(async () => {
  subscribe("fastify.initialization", listen);
  system = await startSystem();
});
afterAll(async () => {
  unsubscribe("fastify.initialization", listen);
  await system.stop();
});

/** An address with every part that varies as a star, in either way to write one. */
function shapeOf(path: string): string {
  return path
    .split("/")
    .map((part) => (/[:{*]/.test(part) ? "*" : part))
    .join("/");
}

test("every route is in the document, or a page", () => {
  const described = new Set(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${shapeOf(path)}`),
    ),
  );
  const operations = Object.values(paths).flatMap(({ post }) =>
    post === undefined ? [] : [(post as { "x-resource-path"?: string })["x-resource-path"]],
  );
  const missing = [...routes].filter((route) => {
    const [method = "", url = ""] = route.split(" ");
    if (method === "HEAD" || method === "OPTIONS" || NOT_DESCRIBED.test(url)) return false;
    return !described.has(`${method} ${shapeOf(url)}`) && !operations.includes(url);
  });
  expect(missing).toEqual([]);
});

test("every path of the document is served", () => {
  const served = new Set(
    [...routes].map((route) => {
      const [method = "", url = ""] = route.split(" ");
      return `${method} ${shapeOf(url)}`;
    }),
  );
  const missing = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .map((method) => `${method.toUpperCase()} ${shapeOf(path)}`)
      .filter((route) => !served.has(route)),
  );
  expect(missing).toEqual([]);
});

test("every GET has its HEAD, which answers the same without a body", async () => {
  const gets = [...routes].filter((route) => route.startsWith("GET ")).map((route) => route.slice(4));
  expect(gets.filter((url) => !routes.has(`HEAD ${url}`))).toEqual([]);
  for (const url of gets.filter((each) => !/[:*]/.test(each))) {
    const [got, head] = await Promise.all(
      ["GET", "HEAD"].map((method) => fetch(system.url + url, { method, redirect: "manual" })),
    );
    expect([url, head?.status, head?.headers.get("content-type")]).toEqual([
      url,
      got?.status,
      got?.headers.get("content-type"),
    ]);
    expect(await head?.text()).toBe("");
    await got?.body?.cancel();
  }
});
