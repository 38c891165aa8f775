import { reportFailure } from "../infra/command-line.ts";
import { readEnvironment } from "../infra/environment.ts";
import { migrate } from "../storage/database/migrate.ts";
import { ensureBucket } from "../storage/object-store/ensure-bucket.ts";

/** Brings schema and bucket up to date and ends: what a deployment runs before API and workers. */
try {
  const config = readEnvironment();
  const applied = await migrate(config.DATABASE_URL);
  await ensureBucket(config);
  process.stdout.write(
    `applied ${applied.length} migrations${applied.map((name) => `\n  ${name}`).join("")}\n`,
  );
} catch (error) {
  process.exitCode = reportFailure(error, "");
}
