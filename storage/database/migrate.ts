import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";
import { openDatabase, type Database } from "./database.ts";

/** One number for every process of this product, so that two never migrate at once. */
const MIGRATION_LOCK = 7_406_731;

/** A migration of a large table takes what it takes, and other processes wait for it. */
const LIMITS = { queryMs: 86_400_000, waitMs: 86_400_000 };

const migrationsFolder = join(packageRoot, "storage", "migrations");

/**
 * Brings the schema up to date: runs every migration file not yet recorded, in order of name, each in one
 * transaction under an advisory lock. Forward only. Resolves to the names that were applied.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const database = openDatabase(databaseUrl, 1, LIMITS);
  try {
    return await applyMissing(database);
  } finally {
    await database.end({ timeout: 5 });
  }
}

async function applyMissing(database: Database): Promise<string[]> {
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith(".sql")).sort();
  const missing = await database.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
    await transaction`
      create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`;
    const recorded = await transaction<{ name: string }[]>`select name from migrations`;
    const done = new Set(recorded.map((row) => row.name));
    return names.filter((name) => !done.has(name));
  });
  const applied: string[] = [];
  for (const name of missing) {
    const text = await readFile(join(migrationsFolder, name), "utf8");
    const isNew = await database.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
      // Another process may have been faster.
      const [recorded] = await transaction`select from migrations where name = ${name}`;
      if (recorded !== undefined) return false;
      await transaction.unsafe(text);
      await transaction`insert into migrations (name) values (${name})`;
      return true;
    });
    if (isNew) applied.push(name);
  }
  return applied;
}
