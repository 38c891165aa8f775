import { Redis } from "ioredis";
import { openDatabase, type Database } from "../../storage/database/database.ts";
import { addresses, startAttack, type AttackRequest } from "./attackers.ts";
import type { AbuseTarget, Row } from "./row.ts";

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const JSON_BODY = { "content-type": "application/json" };

/** Bounds of one hour, whatever strangers send: rows and bytes of PostgreSQL, keys and bytes of Redis. */
const BOUNDS = { rows: 200_000, databaseBytes: 200e6, keys: 200_000, redisBytes: 200e6 } as const;

type Sizes = Record<keyof typeof BOUNDS, number>;

/** Floods that cost their sender nothing: refused calls, and device codes that stay without an answer. */
const FLOODS: Readonly<Record<string, AttackRequest>> = {
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
};

/** What an hour of strangers leaves behind, extrapolated from a short run of each flood. */
export async function growth(target: AbuseTarget): Promise<Row[]> {
  if (target.storage === undefined) return [];
  const database = openDatabase(target.storage.databaseUrl, 1);
  const redis = new Redis(target.storage.redisUrl);
  try {
    const rows: Row[] = [];
    const quiet = await grownIn(target, () => sizesOf(database, redis, target), undefined);
    for (const [attack, request] of Object.entries(FLOODS)) {
      const attacked = await grownIn(target, () => sizesOf(database, redis, target), request);
      rows.push({
        attack,
        victim: "PostgreSQL and Redis, in an hour",
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

/** What grows in an hour at the pace of a short run. Keys of Redis that end by themselves do not add up. */
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
  await new Promise((resolve) => setTimeout(resolve, short ? 5_000 : 60_000));
  await attack?.stop();
  const hours = (performance.now() - startedAt) / 3_600_000;
  const after = await measure();
  return {
    rows: (after.rows - before.rows) / hours,
    databaseBytes: Math.max(0, after.databaseBytes - before.databaseBytes) / hours,
    keys: after.keys,
    redisBytes: Math.max(0, after.redisBytes - before.redisBytes),
  };
}

async function sizesOf(database: Database, redis: Redis, { storage }: AbuseTarget): Promise<Sizes> {
  const tables = await database<{ name: string; bytes: number }[]>`
    select relname as name, pg_total_relation_size(oid)::bigint as bytes from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and not relispartition`;
  let rows = 0;
  for (const { name } of tables) {
    const [row] = await database<{ count: number }[]>`select count(*) as count from ${database(name)}`;
    rows += row?.count ?? 0;
  }
  const keys = await redis.keys(`${storage?.redisPrefix ?? ""}:*`);
  const [, used = "0"] = /used_memory:(\d+)/.exec(await redis.info("memory")) ?? [];
  return {
    rows,
    databaseBytes: tables.reduce((sum, { bytes }) => sum + bytes, 0),
    keys: keys.length,
    redisBytes: Number(used),
  };
}

function textOf({
  rows,
  databaseBytes,
  keys,
  redisBytes,
}: Readonly<Record<keyof typeof BOUNDS, number>>): string {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  return `${Math.round(rows)} rows, ${megabytes(databaseBytes)}; ${keys} keys, ${megabytes(redisBytes)}`;
}
