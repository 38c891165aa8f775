import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { openDatabase, type Database } from "../../storage/database/database.ts";
import { addresses, startAttack, type AttackRequest } from "./attackers.ts";
import { grantedTileUrl, uploadScene } from "./shared-scene.ts";
import type { AbuseTarget, Row } from "./row.ts";

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const JSON_BODY = { "content-type": "application/json" };

/** Bounds of one hour, whatever strangers send. Keys and bytes of Redis end by themselves within it. */
const BOUNDS = { rows: 200_000, databaseBytes: 200e6, keys: 200_000, redisBytes: 200e6, fileBytes: 500e6 };

type Sizes = typeof BOUNDS;

/** Refusals are summed by the minute, so a shorter run says what one minute leaves behind. */
const RUN_MS_MIN = 60_000;

/** What an hour of strangers leaves behind, at the pace of a run of each flood. */
export async function growth(target: AbuseTarget): Promise<Row[]> {
  const { storage } = target;
  if (storage === undefined) return [];
  const floods = await prepareFloods(target);
  const database = openDatabase(storage.databaseUrl, 1);
  const redis = new Redis(storage.redisUrl);
  const measure = () => sizesOf(database, redis, storage.folders);
  try {
    const rows: Row[] = [];
    const quiet = await grownIn(target, measure, undefined);
    for (const [attack, request] of Object.entries(floods)) {
      const attacked = await grownIn(target, measure, request);
      rows.push({
        attack,
        victim: "PostgreSQL, Redis and disk, in an hour",
        quiet: textOf(quiet),
        attacked: textOf(attacked),
        goal: textOf(BOUNDS),
        met: (Object.keys(BOUNDS) as (keyof Sizes)[]).every((name) => attacked[name] <= BOUNDS[name]),
      });
    }
    return rows;
  } finally {
    redis.disconnect();
    await database.end();
  }
}

/** Floods that cost their sender nothing. */
async function prepareFloods(target: AbuseTarget): Promise<Readonly<Record<string, AttackRequest>>> {
  const [owner] = target.organizations;
  if (owner === undefined) throw new Error("the target has an organization");
  const { itemId } = await uploadScene(target, owner);
  const tile = await grantedTileUrl(target, owner, itemId, { beyond: 5 });
  return {
    "refused calls, 64 addresses": {
      path: "/v1/op/share.link.validate",
      headers: JSON_BODY,
      body: '{"token":"invented-{n}","password":"wrong password"}',
    },
    "device codes, 64 addresses": {
      path: "/realms/public/protocol/openid-connect/auth/device",
      headers: FORM,
      body: "client_id=flood-{n}&scope=openid",
    },
    "tiles far beyond the deepest zoom, 64 addresses": {
      method: "GET",
      path: new URL(tile).pathname,
      headers: {},
      body: "",
    },
  };
}

async function grownIn(
  target: AbuseTarget,
  measure: () => Promise<Sizes>,
  request: AttackRequest | undefined,
): Promise<Sizes> {
  const before = await measure();
  const startedAt = performance.now();
  const { url, short } = target;
  const flood = { url, connections: 64, addresses: addresses(14, 64), requests: request ? [request] : [] };
  const attack = request && (await startAttack(flood));
  await delay(short ? 3_000 : 125_000);
  await attack?.stop();
  const hours = Math.max(RUN_MS_MIN, performance.now() - startedAt) / 3_600_000;
  const after = await measure();
  const grown = (name: keyof Sizes) => Math.max(0, after[name] - before[name]);
  return {
    rows: grown("rows") / hours,
    databaseBytes: grown("databaseBytes") / hours,
    keys: after.keys,
    redisBytes: grown("redisBytes"),
    fileBytes: grown("fileBytes") / hours,
  };
}

async function sizesOf(database: Database, redis: Redis, folders: readonly string[]): Promise<Sizes> {
  const tables = await database<{ name: string; bytes: number }[]>`
    select relname as name, pg_total_relation_size(oid)::bigint as bytes from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
      and has_table_privilege(oid, 'select')`;
  let rows = 0;
  for (const { name } of tables) {
    const [row] = await database<{ count: number }[]>`select count(*) as count from only ${database(name)}`;
    rows += row?.count ?? 0;
  }
  const [, used = "0"] = /used_memory:(\d+)/.exec(await redis.info("memory")) ?? [];
  let fileBytes = 0;
  for (const folder of folders) fileBytes += await bytesBelow(folder);
  return {
    rows,
    databaseBytes: tables.reduce((sum, { bytes }) => sum + bytes, 0),
    keys: await redis.dbsize(),
    redisBytes: Number(used),
    fileBytes,
  };
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    // A file may be gone by now.
    .map((entry) =>
      stat(join(entry.parentPath, entry.name))
        .then(({ size }) => size)
        .catch(() => 0),
    );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function textOf({ rows, databaseBytes, keys, redisBytes, fileBytes }: Sizes): string {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    `${Math.round(rows)} rows, ${megabytes(databaseBytes)}`,
    `${keys} keys, ${megabytes(redisBytes)}`,
    `files ${megabytes(fileBytes)}`,
  ].join("; ");
}
