import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { packageRoot } from "../../infra/package-root.ts";
import { StartFault } from "../../infra/start-fault.ts";
import { openDatabase, type Database, type Queryable } from "./database.ts";
import { grantServing } from "./serving-role.ts";

/** One number for every process of this product, so that two never migrate at once. */
const MIGRATION_LOCK = 7_406_731;

/** A migration of a large table takes what it takes, and other processes wait for it. */
const LIMITS = { queryMs: 86_400_000, waitMs: 86_400_000 };

const migrationsFolder = join(packageRoot, "storage", "migrations");

/**
 * Brings schema and roles up to date. With an owner's URL, tables belong to that role, and the role of
 * DATABASE_URL is given what serving needs. Resolves to the names of the migrations that were applied.
 */
export async function prepareDatabase(config: {
  readonly DATABASE_URL: string;
  readonly DATABASE_OWNER_URL?: string | undefined;
}): Promise<string[]> {
  const ownerUrl = config.DATABASE_OWNER_URL ?? config.DATABASE_URL;
  const applied = await migrate(ownerUrl);
  if (config.DATABASE_OWNER_URL !== undefined) await grantServing(ownerUrl, config.DATABASE_URL);
  return applied;
}

/**
 * Brings the schema up to date: runs every migration file not yet recorded, in order of name, each in one
 * transaction under an advisory lock. Forward only. Resolves to the names that were applied. Throws an Error
 * that names what is missing when the role may not migrate.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const database = openDatabase(databaseUrl, 1, LIMITS);
  try {
    const missing = await findMissing(database);
    return await applyMissing(database, missing).catch((error: unknown) => {
      if (!isForbidden(error)) throw error;
      throw new StartFault(
        `The database lacks ${missing.join(", ")}, and the role of DATABASE_URL may not migrate: run programs/prepare with DATABASE_OWNER_URL.`,
        { cause: error },
      );
    });
  } finally {
    await database.end({ timeout: 5 });
  }
}

async function findMissing(database: Database): Promise<string[]> {
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith(".sql")).sort();
  const done = await database.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
    const [table] = await transaction`select where to_regclass('migrations') is not null`;
    return table === undefined ? [] : await transaction<{ name: string }[]>`select name from migrations`;
  });
  const recorded = new Set(done.map(({ name }) => name));
  return names.filter((name) => !recorded.has(name));
}

async function applyMissing(database: Database, missing: readonly string[]): Promise<string[]> {
  const applied: string[] = [];
  for (const name of missing) {
    const text = await readFile(join(migrationsFolder, name), "utf8");
    const isNew = await database.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
      await ensureRecord(transaction);
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

async function ensureRecord(transaction: Queryable): Promise<void> {
  await transaction`
    create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`;
}

function isForbidden(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.code === "42501";
}
