import { mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const LOG_BYTES_MAX = 8 * 1024 * 1024;
const TAIL_LINES = 12;

/**
 * The log of a program, `<directory>/logs/<name>.log`; a large one is renamed and kept as the single old log.
 */
export function prepareLog(directory: string, name: string): string {
  const logs = join(directory, "logs");
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, `${name}.log`);
  if (fileBytes(logFile) > LOG_BYTES_MAX) renameSync(logFile, `${logFile}.1`);
  return logFile;
}

/** The size of a file; 0 when there is none. */
export function fileBytes(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** The last lines a program wrote since a byte of its log. */
export function readTail(logFile: string, start: number): string {
  try {
    return readFileSync(logFile)
      .subarray(start)
      .toString("utf8")
      .trimEnd()
      .split("\n")
      .slice(-TAIL_LINES)
      .join("\n");
  } catch {
    return "";
  }
}
