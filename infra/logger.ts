import { pino, type DestinationStream, type LogFn, type Logger } from "pino";
import type { Config } from "./config.ts";
import { RepeatedLines } from "./repeated-lines.ts";

export type { Logger } from "pino";

/** Names whose values never reach a log, wherever they appear. */
const SECRET_FIELDS = ["password", "token", "authorization", "key", "secret", "grant"];

/** Warnings and errors repeat while a part is unavailable; a fatal line is the last one anyway. */
const COLLAPSED_LEVELS: ReadonlySet<number> = new Set([40, 50]);

/** A structured logger to standard error, one JSON object a line; faults that repeat are counted. */
export function createLogger(
  config: Pick<Config, "LOG_LEVEL">,
  component: string,
  destination: DestinationStream = pino.destination({ fd: 2, sync: false }),
): Logger {
  const paths = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  const lines = new RepeatedLines();
  return pino(
    {
      level: config.LOG_LEVEL,
      base: { component, pid: process.pid },
      redact: { paths, censor: "[secret]" },
      hooks: {
        logMethod(args, write, level) {
          if (
            !COLLAPSED_LEVELS.has(level) ||
            lines.admit(kindOf(args, level), summarize(this, args, write))
          ) {
            write.apply(this, args);
          }
        },
      },
    },
    destination,
  );
}

type Args = Parameters<LogFn>;

/** What makes two lines alike: not their ids and times. */
function kindOf(args: readonly unknown[], level: number): string {
  const [first, second] = args;
  if (typeof first !== "object" || first === null) return `${level} ${String(first)}`;
  const { err, code, job, route } = first as Readonly<Record<string, unknown>>;
  const { message, code: errorCode } = (err ?? {}) as { readonly message?: string; readonly code?: string };
  return [level, second, code, job, route, errorCode, message?.slice(0, 200)].join("|");
}

function summarize(logger: Logger, args: Args, write: LogFn): (count: number) => void {
  const [first, second] = args as readonly unknown[];
  const message = typeof first === "string" ? first : String(second);
  const { err } = (typeof first === "object" ? (first ?? {}) : {}) as { readonly err?: Error };
  return (count) => {
    const reason = err === undefined ? {} : { reason: err.message };
    write.apply(logger, [{ ...reason, repeated: count }, `${message} (repeated)`] as unknown as Args);
  };
}
