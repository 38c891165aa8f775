import { beforeEach, expect, test } from "vitest";
import { ReadThroughCache } from "./read-through-cache.ts";

const outage = new Error("unavailable");
const BUDGET_MS = 20;

let nowMs: number;
/** What the source holds. */
let source: Map<string, string>;
/** Loads that began, in order; each ends when the test ends it, with what the source held at its begin. */
let loads: { readonly key: string; end: () => Promise<void>; fail: (error: Error) => Promise<void> }[];
let cache: ReadThroughCache<string>;

beforeEach(() => {
  nowMs = 1_000_000;
  source = new Map([["a", "old"]]);
  loads = [];
  cache = new ReadThroughCache({
    load: (key) =>
      new Promise((resolve, reject) => {
        const read = source.get(key);
        const settled = () => new Promise<void>(setImmediate);
        loads.push({
          key,
          end: () => (resolve(read), settled()),
          fail: (error) => (reject(error), settled()),
        });
      }),
    entriesMax: 100,
    freshMs: 5_000,
    stale: { maxMs: 300_000, budgetMs: BUDGET_MS, isOutage: (error) => error === outage },
    clock: () => nowMs,
  });
});

async function remember(key: string): Promise<void> {
  const loaded = cache.get(key);
  await loads.at(-1)?.end();
  await loaded;
}

test("a hundred callers of one key share one load, and each key has its own", async () => {
  const all = Array.from({ length: 100 }, () => cache.get("a"));
  const other = cache.get("b");
  expect(loads.map(({ key }) => key)).toEqual(["a", "b"]);
  for (const load of loads) await load.end();
  expect(new Set(await Promise.all(all))).toEqual(new Set(["old"]));
  expect(await other).toBeUndefined();
});

test("a failed load fails all its callers, and the next caller loads again", async () => {
  const all = [cache.get("a"), cache.get("a")].map((each) => each.catch((error: unknown) => error));
  await loads[0]?.fail(outage);
  expect(await Promise.all(all)).toEqual([outage, outage]);
  const again = cache.get("a");
  await loads[1]?.end();
  expect(await again).toBe("old");
});

test("a value is used without a load while it is fresh, counted from the start of its load", async () => {
  const loaded = cache.get("a");
  nowMs += 3_000;
  await loads[0]?.end();
  await loaded;
  nowMs += 1_999;
  expect([cache.peek("a"), await cache.get("a"), loads.length]).toEqual(["old", "old", 1]);
  nowMs += 1;
  expect(cache.peek("a")).toBeUndefined();
  void cache.get("a");
  expect(loads).toHaveLength(2);
});

test("a change during a load keeps the old value from being remembered, and later callers load anew", async () => {
  for (const change of [
    () => cache.forget("a"),
    () => cache.forgetWhere(() => false),
    () => cache.forgetAll(),
  ]) {
    loads = [];
    cache.forgetAll();
    source.set("a", "old");
    const before = cache.get("a");
    source.set("a", "new");
    change();
    const after = cache.get("a");
    expect(loads).toHaveLength(2);
    await loads[0]?.end();
    expect(await before).toBe("old");
    expect(cache.peek("a")).toBeUndefined();
    await loads[1]?.end();
    expect([await after, cache.peek("a")]).toEqual(["new", "new"]);
  }
});

test("an old load that ends after a new one does not replace what the new one read", async () => {
  void cache.get("a");
  source.set("a", "new");
  cache.forget("a");
  void cache.get("a");
  await loads[1]?.end();
  await loads[0]?.end();
  expect(cache.peek("a")).toBe("new");
});

test("during an outage a value stays usable up to its limit, and without one the error is the caller's", async () => {
  await remember("a");
  const getDuringOutage = async (key: string) => {
    const got = cache.get(key).catch((error: unknown) => error);
    await loads.at(-1)?.fail(outage);
    return await got;
  };
  nowMs += 299_999;
  expect(await getDuringOutage("a")).toBe("old");
  expect(cache.peek("a")).toBe("old");
  expect(await getDuringOutage("b")).toBe(outage);
  nowMs += 1;
  expect(cache.peek("a")).toBeUndefined();
  expect(await getDuringOutage("a")).toBe(outage);
});

test("only an outage makes a stale value usable, and never one that a change has concerned meanwhile", async () => {
  await remember("a");
  nowMs += 10_000;
  const broken = new Error("a bug");
  const got = cache.get("a").catch((error: unknown) => error);
  await loads.at(-1)?.fail(broken);
  expect(await got).toBe(broken);
  const revoked = cache.get("a").catch((error: unknown) => error);
  cache.forget("a");
  await loads.at(-1)?.fail(outage);
  expect(await revoked).toBe(outage);
});

test("what does not exist is not remembered, and what has ceased to exist is forgotten", async () => {
  await remember("b");
  void cache.get("b");
  expect(loads).toHaveLength(2);
  await remember("a");
  nowMs += 10_000;
  source.delete("a");
  await remember("a");
  const during = cache.get("a").catch((error: unknown) => error);
  await loads.at(-1)?.fail(outage);
  expect(await during).toBe(outage);
});

test("forgetWhere forgets the values it is meant for, stale ones included, and no other", async () => {
  source.set("b", "other");
  await remember("a");
  await remember("b");
  nowMs += 10_000;
  await remember("b");
  cache.forgetWhere((value) => value === "old");
  expect(cache.peek("b")).toBe("other");
  const during = cache.get("a").catch((error: unknown) => error);
  await loads.at(-1)?.fail(outage);
  expect(await during).toBe(outage);
});

test("no more than so many values are remembered", async () => {
  for (let key = 0; key < 101; key += 1) source.set(`k${key}`, "v");
  for (let key = 0; key < 101; key += 1) await remember(`k${key}`);
  expect([cache.peek("k0"), cache.peek("k1")]).toEqual([undefined, "v"]);
});

test("a silent source costs one budget; then the older value is used at once until a load succeeds", async () => {
  await remember("a");
  nowMs += 10_000;
  expect(await cache.get("a")).toBe("old");
  expect([cache.peek("a"), await cache.get("a"), loads.length]).toEqual(["old", "old", 2]);
  source.set("a", "new");
  await loads[1]?.fail(outage);
  nowMs += 1_000;
  expect([cache.peek("a"), cache.peek("a"), loads.length]).toEqual(["old", "old", 3]);
  await loads[2]?.end();
  expect(cache.peek("a")).toBe("new");
});

test("while its source is away, a value is tried again once a second, and a bug ends its use", async () => {
  await remember("a");
  nowMs += 10_000;
  const got = cache.get("a");
  await loads[1]?.fail(outage);
  expect(await got).toBe("old");
  nowMs += 999;
  expect([cache.peek("a"), loads.length]).toEqual(["old", 2]);
  nowMs += 1;
  expect([cache.peek("a"), loads.length]).toEqual(["old", 3]);
  await loads[2]?.fail(new Error("a bug"));
  expect(cache.peek("a")).toBeUndefined();
});

test("a change that arrives while a silent source is waited for ends the use of the older value", async () => {
  await remember("a");
  nowMs += 10_000;
  const got = cache.get("a").catch((error: unknown) => error);
  cache.forget("a");
  await new Promise((resolve) => setTimeout(resolve, 2 * BUDGET_MS));
  expect(cache.peek("a")).toBeUndefined();
  await loads[1]?.fail(outage);
  expect(await got).toBe(outage);
});

test("a value may say itself how long it is fresh", async () => {
  const reads: string[] = [];
  const load = async (key: string) => {
    reads.push(key);
    return key;
  };
  const freshMs = (value: string) => (value === "long" ? 60_000 : 5_000);
  const own = new ReadThroughCache<string>({ load, entriesMax: 10, freshMs, clock: () => nowMs });
  for (const passed of [0, 5_000]) {
    nowMs += passed;
    await Promise.all([own.get("long"), own.get("short")]);
  }
  expect(reads).toEqual(["long", "short", "short"]);
});
