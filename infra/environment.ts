import { parseAdminConfig, parseConfig, type AdminConfig, type Config } from "./config.ts";

/** The configuration of this process; the only place that reads `process.env`. */
export function readEnvironment(): Config {
  return parseConfig(process.env);
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
