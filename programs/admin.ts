import { parseCommandLine, reportFailure, UsageError } from "../infra/command-line.ts";
import { readAdminEnvironment } from "../infra/environment.ts";
import { openDatabase } from "../storage/database/database.ts";
import { databaseFault } from "../storage/database/require-usable-database.ts";
import { ADMIN_COMMANDS, describeCommands } from "./admin/admin-commands.ts";

/**
 * `npm run admin`: commands for operators, before an API key exists. Prints JSON, and each secret only once.
 */
const [name, ...rest] = process.argv.slice(2);
try {
  const command = ADMIN_COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) throw new UsageError(name ? `there is no command ${name}` : "which command?");
  const { values } = parseCommandLine({ args: rest, options: command.options });
  const config = readAdminEnvironment();
  const database = openDatabase(config.DATABASE_URL, 1);
  try {
    const made = await command.run({ database, config }, values as Record<string, string | boolean>);
    if (made !== undefined) process.stdout.write(`${JSON.stringify(made, undefined, 2)}\n`);
  } catch (error) {
    throw databaseFault("DATABASE_URL", config.DATABASE_URL, error);
  } finally {
    await database.end({ timeout: 5 });
  }
} catch (error) {
  process.exitCode = reportFailure(error, describeCommands());
}
