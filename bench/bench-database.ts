import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalServices } from "../local/services/start-local-services.ts";
import { createFirstOrganization } from "../storage/accounts/first-organization.ts";
import { migrate } from "../storage/database/migrate.ts";
import { openDatabase, type Database } from "../storage/database/database.ts";

/** A migrated database of a benchmark, with its folder. */
export interface BenchDatabase {
  readonly database: Database;
  readonly directory: string;
  /** Stops the servers; the data goes unless its folder was given. */
  readonly end: () => Promise<void>;
}

/** Starts PostgreSQL for a benchmark; with `data` what was generated stays there for the next run. */
export async function openBenchDatabase(name: string, data: string | undefined): Promise<BenchDatabase> {
  const directory = data ?? (await mkdtemp(join(tmpdir(), `bench-${name}-`)));
  await mkdir(directory, { recursive: true });
  // PostgreSQL runs under a separate account when root starts it.
  await chmod(directory, 0o755);
  const services = await startLocalServices({ directory });
  const database = openDatabase(services.databaseUrl, 3);
  const end = async () => {
    await database.end();
    await services.stop();
    if (data === undefined) await rm(directory, { recursive: true, force: true });
  };
  try {
    await migrate(services.databaseUrl);
  } catch (error) {
    await end();
    throw error;
  }
  return { database, directory, end };
}

/** The id of the first organization, which operates billing. */
export async function makeBenchOrganization(database: Database): Promise<string> {
  const { organizationId } = await createFirstOrganization(database, {
    organization: "Bench",
    administrator: "Ada",
    email: "ada@example.org",
  });
  return organizationId;
}
