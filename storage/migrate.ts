import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../infra/package-root.ts";
import { openDatabase, type Database } from "./postgres.ts";

/** One number for every process of this product, so that two never migrate at once. */
const MIGRATION_LOCK = 7_406_731;

const migrationsFolder = join(packageRoot, "storage", "migrations");

/**
 * Brings the schema up to date: runs every migration file not yet recorded, in order of name, each in one transaction, under an
 * advisory lock. Forward only. Resolves to the names that were applied.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const database = openDatabase(databaseUrl, 1);
  try {
    await database`select pg_advisory_lock(${MIGRATION_LOCK})`;
    return await applyMissing(database);
  } finally {
    await database.end({ timeout: 5 });
  }
}

async function applyMissing(database: Database): Promise<string[]> {
  await database`
    create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`;
  const recorded = await database<{ name: string }[]>`select name from migrations`;
  const done = new Set(recorded.map((row) => row.name));
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith(".sql")).sort();
  const missing = names.filter((name) => !done.has(name));
  for (const name of missing) {
    const text = await readFile(join(migrationsFolder, name), "utf8");
    await database.begin(async (transaction) => {
      await transaction.unsafe(text);
      await transaction`insert into migrations (name) values (${name})`;
    });
  }
  return missing;
}
