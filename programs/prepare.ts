import { reportFailure } from "../infra/command-line.ts";
import { readPrepareEnvironment } from "../infra/environment.ts";
import { prepareDatabase } from "../storage/database/migrate.ts";
import { databaseFault } from "../storage/database/require-usable-database.ts";
import { ensureBucket } from "../storage/object-store/ensure-bucket.ts";

/** Brings schema and bucket up to date and ends: what a deployment runs before API and workers. */
try {
  const config = readPrepareEnvironment();
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: url } = config;
  const applied = await prepareDatabase(config).catch((error: unknown) => {
    throw databaseFault(
      ownerUrl === undefined ? "DATABASE_URL" : "DATABASE_OWNER_URL",
      ownerUrl ?? url,
      error,
    );
  });
  process.stdout.write(
    `applied ${applied.length} migrations${applied.map((name) => `\n  ${name}`).join("")}\n`,
  );
  for (const line of await ensureBucket(config)) process.stdout.write(`${line}\n`);
} catch (error) {
  process.exitCode = reportFailure(error, "");
}
