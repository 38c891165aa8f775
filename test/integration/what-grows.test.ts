import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageRoot } from "../../infra/package-root.ts";
import { Client } from "../support/client.ts";
import { PASSWORD, shareItem } from "../support/shared-item.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

const page = readFileSync(join(packageRoot, "docs", "operating.md"), "utf8");
const section = page.slice(page.indexOf("## What grows")).split(/^## /m)[1] ?? "";

/** The code spans of the first cells of the table that begins with this heading. */
function firstCells(heading: string): string[] {
  const table = section.slice(section.indexOf(`| ${heading}`)).split("\n\n")[0] ?? "";
  const cells = table.split("\n").slice(2);
  return cells.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );
}

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ pools: ["render", "metering", "billing"] });
});
afterAll(() => system.stop());

test("every table has its line in docs/operating.md, and every line its table", async () => {
  const rows = await system.deps.database<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`;
  expect(firstCells("PostgreSQL").toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
});

test("every key that a busy system leaves in Redis has its line, and ends by itself unless it is a queue", async () => {
  const shared = await shareItem(system);
  const anybody = new Client(system.url);
  const tile = { token: shared.token, password: PASSWORD, ...shared.tile };
  expect((await anybody.try("share.tile.render", tile)).status).toBe(200);
  await anybody.try("share.link.validate", { token: shared.token, password: "wrong" });
  const patterns = firstCells("Redis key").map((name) =>
    name.replace("{geopera}", system.config.REDIS_PREFIX),
  );
  const matches = (key: string, pattern: string) =>
    pattern.endsWith("*") ? key.startsWith(pattern.slice(0, -1)) : key === pattern;
  const redis = new Redis(system.config.REDIS_URL);
  try {
    const keys = await redis.keys(`${system.config.REDIS_PREFIX}:*`);
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.filter((key) => !patterns.some((pattern) => matches(key, pattern)))).toEqual([]);
    for (const kind of ["count", "tally", "wanted", "kept", "broken"]) {
      for (const key of keys.filter((each) => each.startsWith(`${system.config.REDIS_PREFIX}:${kind}:`))) {
        // -2: it has ended meanwhile.
        expect(await redis.ttl(key), key).not.toBe(-1);
      }
    }
  } finally {
    redis.disconnect();
  }
});
