import { expect, test, vi } from "vitest";
import { newApiKey } from "../core/access/api-key.ts";
import { createLogger } from "../infra/logger.ts";
import type { Database } from "../storage/database/database.ts";
import { ApiKeyDirectory } from "./api-key-directory.ts";

const USES_MAX = 10_000;
const logger = createLogger({ LOG_LEVEL: "silent" }, "test");

/** A database in which every key exists; it reports the keys whose use is written. */
function databaseOfAllKeys(onUses: (ids: string[]) => Promise<void>): Database {
  const query = (first: TemplateStringsArray | readonly string[], ...values: unknown[]) => {
    if (!("raw" in first)) return first;
    if (first.join("").includes("update")) return onUses(values[0] as string[]);
    const hash = values.find((value) => Buffer.isBuffer(value));
    // A fragment of a query.
    if (hash === undefined) return first;
    const row = { revoked_at: null, expires_at: null, rate_limit: null, rate_bucket: null, scopes: [] };
    return Promise.resolve([{ ...row, id: hash.toString("hex"), owner_holds: true }]);
  };
  return query as unknown as Database;
}

test("uses of more keys than may wait are not recorded, and the others are written at close", async () => {
  const written: string[] = [];
  const database = databaseOfAllKeys(async (ids) => void written.push(...ids));
  const directory = new ApiKeyDirectory(database, Date.now, logger);
  for (let use = 0; use < USES_MAX + 5; use += 1) {
    expect(await directory.find(newApiKey())).toBeDefined();
  }
  await directory.close();
  expect(new Set(written).size).toBe(USES_MAX);
  expect(written).toHaveLength(USES_MAX);
});

test("a use that could not be written is written with the next attempt, and one key waits once however often it is used", async () => {
  vi.useFakeTimers();
  try {
    const tries: string[][] = [];
    const database = databaseOfAllKeys((ids) => {
      tries.push(ids);
      return tries.length === 1 ? Promise.reject(new Error("unavailable")) : Promise.resolve();
    });
    const directory = new ApiKeyDirectory(database, Date.now, logger);
    const key = newApiKey();
    for (let use = 0; use < 3; use += 1) await directory.find(key);
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(tries).toEqual([tries[0], tries[0]]);
    expect(tries[0]).toHaveLength(1);
    await directory.close();
    expect(tries).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});
