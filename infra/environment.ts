import { parseConfig, type Config } from "./config.ts";

/** The configuration of this process; the only place that reads `process.env`. */
export function readEnvironment(): Config {
  return parseConfig(process.env);
}
