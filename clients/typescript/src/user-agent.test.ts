import { expect, test } from "vitest";
import packageFile from "../package.json" with { type: "json" };
import { userAgent } from "./user-agent.ts";
import { VERSION } from "./version.ts";

test("the client names itself, its version and its platform; browsers name themselves", () => {
  expect(VERSION).toBe(packageFile.version);
  const client = `geopera-share-typescript/${VERSION}`;
  const node = { versions: { node: "24.1.0" } };
  expect(userAgent({ process: node })).toBe(`${client} node/24.1.0`);
  expect(userAgent({ process: node, Deno: { version: { deno: "2.9.6" } } })).toBe(`${client} deno/2.9.6`);
  expect(userAgent({ document: {} })).toBeUndefined();
  expect(userAgent({ WorkerGlobalScope: {} })).toBeUndefined();
  expect(userAgent({})).toBe(client);
});
