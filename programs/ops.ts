import { parseCommandLine, reportFailure, UsageError } from "../infra/command-line.ts";
import { OPS_SETTINGS, parseOpsConfig } from "../infra/config.ts";
import { inheritEnvironment } from "../infra/environment.ts";
import { createLogger } from "../infra/logger.ts";
import { formatTable } from "../infra/terminal.ts";
import { openRequestConnection } from "../queue/connection.ts";
import { LoadReader } from "../queue/load.ts";
import { requireUsableRedis } from "../queue/require-usable-redis.ts";
import { openDatabase } from "../storage/database/database.ts";
import { databaseFault } from "../storage/database/require-usable-database.ts";
import { readLocalSettings } from "./local-settings.ts";
import type { OpsAnswer, OpsInput } from "./ops/ops-command.ts";
import { OPS_COMMANDS } from "./ops/ops-commands.ts";

const REDIS_DEADLINE_MS = 5_000;

const HELP = [
  ...Object.values(OPS_COMMANDS).map(({ usage, what }) => `npm run ops -- ${usage.padEnd(28)} ${what}\n`),
  "    --json                                   as JSON\n\n",
  "warm link|item|collection ID [--zoom 0-12] [--bounds W,S,E,N] [--profile NAME] [--format webp] [--scale 2]\n",
  "estimates tiles and cost; with --start they are drawn. warm list, warm cancel ID and warm resume ID follow.\n\n",
  "REDIS_URL and DATABASE_URL say where; without them the system of npm start in this clone is used.\n",
].join("");

/** `npm run ops`: what waits, what runs and who is noisy, for operators at a terminal. */
try {
  const { values, positionals } = parseCommandLine({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      minutes: { type: "string", default: "10" },
      job: { type: "string" },
      zoom: { type: "string" },
      bounds: { type: "string" },
      profile: { type: "string" },
      format: { type: "string" },
      scale: { type: "string" },
      start: { type: "boolean", default: false },
    },
  });
  const [name = "help", ...args] = positionals;
  const minutes = Number(values.minutes);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 1_440) {
    throw new UsageError("--minutes is a whole number from 1 to 1440");
  }
  if (name === "help") process.stdout.write(HELP);
  else print(await run(name, { args, minutes, job: values.job, options: values }), values.json);
} catch (error) {
  process.exitCode = reportFailure(error, HELP);
}

async function run(name: string, input: OpsInput): Promise<OpsAnswer> {
  const command = Object.hasOwn(OPS_COMMANDS, name) ? OPS_COMMANDS[name] : undefined;
  if (command === undefined) throw new UsageError(`there is no command ${name}`);
  const config = parseOpsConfig({ ...readLocalSettings(), ...inheritEnvironment(OPS_SETTINGS) });
  await requireUsableRedis(config, REDIS_DEADLINE_MS);
  const connection = openRequestConnection(config, createLogger(config, "ops"));
  const load = new LoadReader(connection, config.REDIS_PREFIX);
  const database = openDatabase(config.DATABASE_URL, 1);
  try {
    await new Promise((resolve) => connection.once("ready", resolve));
    return await command.run({ load, redis: connection, database, config, nowMs: Date.now() }, input);
  } catch (error) {
    throw databaseFault("DATABASE_URL", config.DATABASE_URL, error);
  } finally {
    await load.close();
    connection.disconnect();
    await database.end({ timeout: 5 });
  }
}

function print(answer: OpsAnswer, asJson: boolean): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`);
    return;
  }
  for (const [title, rows] of Object.entries(answer)) {
    const headings = Object.keys(rows[0] ?? {});
    const cells = rows.map((row) => headings.map((heading) => String(row[heading])));
    process.stdout.write(`${title}\n${formatTable(headings, cells)}\n`);
  }
}
