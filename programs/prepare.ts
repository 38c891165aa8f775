import { reportFailure } from "../infra/command-line.ts";
import { readPrepareEnvironment } from "../infra/environment.ts";
import { prepareDatabase } from "../storage/database/migrate.ts";
import { ensureBucket } from "../storage/object-store/ensure-bucket.ts";

/** Brings schema and bucket up to date and ends: what a deployment runs before API and workers. */
try {
  const config = readPrepareEnvironment();
  const applied = await prepareDatabase(config);
  await ensureBucket(config);
  process.stdout.write(
    `applied ${applied.length} migrations${applied.map((name) => `\n  ${name}`).join("")}\n`,
  );
} catch (error) {
  process.exitCode = reportFailure(error, "");
}
