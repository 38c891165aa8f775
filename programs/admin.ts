import { parseArgs } from "node:util";
import { openDatabase } from "../storage/database/database.ts";
import { readAdminEnvironment } from "../infra/environment.ts";
import { ADMIN_COMMANDS, CommandError, describeCommands } from "./admin/admin-commands.ts";

/** What an operator does where no API key exists yet; asks nothing, prints JSON, and shows each secret this once. */
const [name = "", ...rest] = process.argv.slice(2);
const command = ADMIN_COMMANDS.find((candidate) => candidate.name === name);
if (command === undefined) {
  process.stderr.write(describeCommands());
  process.exit(2);
}
try {
  const { values } = parseArgs({ args: rest, options: command.options, strict: true });
  const config = readAdminEnvironment();
  const database = openDatabase(config.DATABASE_URL, 1);
  try {
    const made = await command.run({ database, config }, values as Record<string, string | boolean>);
    process.stdout.write(`${JSON.stringify(made, undefined, 2)}\n`);
  } finally {
    await database.end({ timeout: 5 });
  }
} catch (error) {
  const isOurs = error instanceof CommandError || (error as { code?: string }).code?.startsWith("ERR_PARSE");
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (isOurs === true) process.stderr.write(describeCommands());
  process.exitCode = isOurs === true ? 2 : 1;
}
