import { GeoperaError } from "@geopera/share-client";
import { CliError } from "./cli-error.ts";
import { EXIT, exitCodeOf } from "./exit-codes.ts";
import type { Io } from "./io.ts";

/** Writes a failure to stderr, for people or as one line of JSON; returns the exit code. */
export function reportFailure(error: unknown, io: Io, asJson: boolean): number {
  const exitCode = codeOf(error, io);
  const text = asJson ? JSON.stringify({ error: detailsOf(error, exitCode) }) : sentence(error, io);
  io.stderr.write(`${text}\n`);
  return exitCode;
}

function codeOf(error: unknown, io: Io): number {
  if (io.signal.aborted) return EXIT.interrupted;
  if (error instanceof GeoperaError) return exitCodeOf(error);
  return error instanceof CliError ? error.exitCode : EXIT.unexpected;
}

function detailsOf(error: unknown, exitCode: number): Record<string, unknown> {
  const message = messageOf(error);
  if (!(error instanceof GeoperaError)) return { message, exit_code: exitCode };
  return {
    message,
    exit_code: exitCode,
    operation: error.operation,
    status: error.status,
    problem: error.problem,
    faults: error.faults,
    request_id: error.requestId,
    retry_after: error.retryAfter,
  };
}

function sentence(error: unknown, io: Io): string {
  if (io.signal.aborted) return "interrupted";
  const lines = [`geopera: ${messageOf(error)}`];
  if (error instanceof GeoperaError) {
    if (error.status === 401 && error.problem?.type.endsWith("/unauthenticated") === true) {
      lines.push("Run `geopera login`, or set GEOPERA_TOKEN to an API key.");
    }
    if (error.requestId !== undefined && (error.status ?? 0) >= 500)
      lines.push(`Request id: ${error.requestId}`);
  }
  return lines.join("\n");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
