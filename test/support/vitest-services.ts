import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { packageRoot } from "../../infra/package-root.ts";
import { openDatabase } from "../../storage/database/database.ts";
import { migrate } from "../../storage/database/migrate.ts";
import { startLocalServicesAside } from "../../local/services/start-local-services.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
    /** The name of a database with today's tables, to be copied. */
    databaseTemplate: string;
    redisUrl: string;
  }
}

/**
 * Starts PostgreSQL and Redis once for all test files; each file makes its own database, a copy of one that
 * has been migrated, and key prefix in them.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const services = await startLocalServicesAside({ directory: join(packageRoot, ".geopera", "test") });
  project.provide("databaseUrl", services.databaseUrl);
  project.provide("databaseTemplate", await makeTemplate(services.databaseUrl));
  project.provide("redisUrl", services.redisUrl);
  return () => services.stop();
}

/** One for each state of the migrations: the server's data is kept between runs. */
async function makeTemplate(databaseUrl: string): Promise<string> {
  const folder = join(packageRoot, "storage", "migrations");
  const hash = createHash("sha256");
  for (const name of (await readdir(folder)).sort())
    hash.update(name).update(await readFile(join(folder, name)));
  const name = `template_${hash.digest("hex").slice(0, 16)}`;
  const database = openDatabase(databaseUrl, 1);
  const [present] = await database`select from pg_database where datname = ${name}`;
  if (present === undefined) await database.unsafe(`create database ${name}`);
  await database.end();
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  // Also where it is present: a run may have ended before its end.
  await migrate(url.href);
  return name;
}
