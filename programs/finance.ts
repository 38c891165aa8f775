import { reportFailure } from "../infra/command-line.ts";
import { FINANCE_SETTINGS, parseFinanceConfig, type FinanceConfig } from "../infra/config.ts";
import { inheritEnvironment } from "../infra/environment.ts";
import { migrate } from "../storage/database/migrate.ts";
import { openObjectStore } from "../storage/object-store/open-object-store.ts";
import { openDatabase } from "../storage/database/database.ts";
import { databaseFault } from "../storage/database/require-usable-database.ts";
import { requireUsableStore } from "../storage/object-store/require-usable-store.ts";
import { FINANCE_HELP, parseFinanceArguments } from "./finance/finance-arguments.ts";
import { readLocalSettings } from "./local-settings.ts";
import { runFinanceCommand, type RunnableCommand } from "./finance/finance-commands.ts";

const terminal = {
  nowMs: Date.now(),
  print: (text: string) => process.stdout.write(text),
  progress: (text: string) => process.stderr.isTTY && process.stderr.write(`\r\u001b[K${text}`),
};

/** `npm run finance`: closing, exporting and reconciling for people at a terminal. */
try {
  const command = parseFinanceArguments(process.argv.slice(2));
  if (command.kind === "help") process.stdout.write(FINANCE_HELP);
  else process.exitCode = await run(command);
} catch (error) {
  process.exitCode = reportFailure(error, FINANCE_HELP);
}

async function run(command: RunnableCommand): Promise<0 | 1> {
  const config = readConfig();
  await migrate(config.DATABASE_URL).catch((error: unknown) => {
    throw databaseFault("DATABASE_URL", config.DATABASE_URL, error);
  });
  await requireUsableStore(config);
  const database = openDatabase(config.DATABASE_URL, 3);
  // Whatever fails from here on: what stays open would keep the program from its end.
  try {
    const objectStore = await openObjectStore(config);
    try {
      return await runFinanceCommand({ database, objectStore, ...terminal }, command);
    } finally {
      await objectStore.close();
    }
  } finally {
    await database.end({ timeout: 5 });
  }
}

/** The environment decides; without it, the system of `npm start`. */
function readConfig(): FinanceConfig {
  return parseFinanceConfig({ ...readLocalSettings(), ...inheritEnvironment(FINANCE_SETTINGS) });
}
