import { pino, type Logger } from "pino";
import type { Config } from "./config.ts";

export type { Logger } from "pino";

/** Names whose values never reach a log, wherever they appear. */
const SECRET_FIELDS = ["password", "token", "authorization", "key", "secret", "grant"];

/** A structured logger to standard error, one JSON object a line. */
export function createLogger(config: Pick<Config, "LOG_LEVEL">, component: string): Logger {
  const paths = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  return pino(
    { level: config.LOG_LEVEL, base: { component, pid: process.pid }, redact: { paths, censor: "[secret]" } },
    pino.destination({ fd: 2, sync: false }),
  );
}
