import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { Redis } from "ioredis";
import { newId } from "../../infra/new-id.ts";
import { PublishedStyles } from "../../queue/tiles/published-styles.ts";
import type { RenderStyle } from "../../core/styles/render-style.ts";

const STYLE: RenderStyle = {
  bands: [1],
  expressions: null,
  rescale: [[0, 255]],
  color: "none",
  adjust: null,
  algorithm: null,
  resampling: "nearest",
  nodata: null,
  background: [255, 255, 255],
};

let connection: Redis;
let prefix: string;
beforeAll(() => {
  connection = new Redis(inject("redisUrl"));
  prefix = `{t-${newId()}}`;
});
afterAll(() => connection.disconnect());

test("a style is found by its key in other processes; one that was never published is left out", async () => {
  await new PublishedStyles(connection, prefix).publish([{ styleKey: "one", style: STYLE }]);
  const worker = new PublishedStyles(connection, prefix);
  expect(await worker.find(["one", "none", "one"])).toEqual(new Map([["one", STYLE]]));
  // In memory from then on.
  await connection.del(`${prefix}:style:one`);
  expect(await worker.find(["one"])).toEqual(new Map([["one", STYLE]]));
});

test("a style is written once, and again when the connection was lost, for Redis may have forgotten it", async () => {
  const styles = new PublishedStyles(connection, prefix);
  const key = `${prefix}:style:two`;
  await styles.publish([{ styleKey: "two", style: STYLE }]);
  expect(await connection.ttl(key)).toBeGreaterThan(0);
  await connection.del(key);
  await styles.publish([{ styleKey: "two", style: STYLE }]);
  expect(await connection.exists(key)).toBe(0);
  const ready = new Promise((resolve) => connection.once("ready", resolve));
  connection.disconnect(true);
  await ready;
  await styles.publish([{ styleKey: "two", style: STYLE }]);
  expect(await connection.exists(key)).toBe(1);
});
