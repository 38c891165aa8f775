import { createLogger } from "../../infra/logger.ts";
import type { OpsAnswer, OpsOptions } from "../../programs/ops/ops-command.ts";
import { OPS_COMMANDS } from "../../programs/ops/ops-commands.ts";
import { openPatientConnection } from "../../queue/connection.ts";
import type { TestSystem } from "./system.ts";

/** Runs a command of `npm run ops` in this process: starting the program takes seconds. */
export async function runOps(
  { config, deps: { load, database } }: TestSystem,
  name: string,
  args: readonly string[],
  options: Partial<OpsOptions> = {},
): Promise<OpsAnswer> {
  const command = OPS_COMMANDS[name];
  if (command === undefined) throw new Error(`there is no command ${name}`);
  const redis = openPatientConnection(config, createLogger({ LOG_LEVEL: "silent" }, "test"));
  try {
    const input = { args, minutes: 10, job: undefined, options: { start: false, ...options } };
    return await command.run({ load, database, redis, config, nowMs: Date.now() }, input);
  } finally {
    redis.disconnect();
  }
}
