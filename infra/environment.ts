import {
  parseAdminConfig,
  parseConfig,
  parsePrepareConfig,
  parseWorkerConfig,
  type AdminConfig,
  type Config,
  type PrepareConfig,
  type WorkerConfig,
} from "./config.ts";

/** The configuration of this process; the only place that reads `process.env`. */
export function readEnvironment(): Config {
  return parseConfig(process.env);
}

/** The settings of workers, which hold no secret of the API. */
export function readWorkerEnvironment(): WorkerConfig {
  return parseWorkerConfig(process.env);
}

/** The settings of programs/prepare. */
export function readPrepareEnvironment(): PrepareConfig {
  return parsePrepareConfig(process.env);
}

/** The settings of administrative commands. */
export function readAdminEnvironment(): AdminConfig {
  return parseAdminConfig(process.env);
}

/** Chosen variables of this process's environment, for a child or a program that must see no others. */
export function inheritEnvironment(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
