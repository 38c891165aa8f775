import {
  ForbiddenError,
  GeoperaError,
  InvalidInputError,
  NoAnswerError,
  NotFoundError,
  UnauthenticatedError,
} from "@geopera/share-client";
import { CliError } from "./cli-error.ts";
import { EXIT, exitCodeOf } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { red } from "./output/color.ts";
import { harmless } from "./output/harmless.ts";

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
  const name = io.color.stderr ? red("geopera:") : "geopera:";
  const lines = [`${name} ${harmless(messageOf(error))}`];
  if (error instanceof GeoperaError) {
    const next = nextStep(error);
    if (next !== undefined) lines.push(next);
    if (error.requestId !== undefined && (error.status ?? 0) >= 500)
      lines.push(`Request id: ${error.requestId}`);
  }
  return lines.join("\n");
}

/** What to do about a refusal, where the service does not say it itself. */
function nextStep(error: GeoperaError): string | undefined {
  const words = error.operation.replaceAll(".", " ");
  if (error instanceof UnauthenticatedError)
    return "Run `geopera login`, or set GEOPERA_TOKEN to an API key.";
  if (error instanceof ForbiddenError) return "`geopera whoami` shows what your credentials allow.";
  if (error instanceof InvalidInputError) return `\`geopera ${words} --help\` explains the flags.`;
  if (error instanceof NotFoundError) {
    return "Is it another profile's? `geopera profiles` lists them, and `… list` commands show what is there.";
  }
  if (error instanceof NoAnswerError)
    return "Is the address right? `geopera profiles` shows it; --base-url changes it.";
  if (error.retryAfter !== undefined) return `Try again in ${Math.ceil(error.retryAfter)} s.`;
  return undefined;
}

function messageOf(error: unknown): string {
  if (error instanceof InvalidInputError && error.faults !== undefined) {
    const faults = error.faults.map(({ loc, msg }) => `${placeOf(loc)}: ${msg}`);
    return `${error.operation}: ${faults.join("; ")}`;
  }
  return error instanceof Error ? error.message : String(error);
}

/** The flag of a field: `--target-id` of `["body", "target_id"]`. */
function placeOf(loc: readonly unknown[]): string {
  const [place, field, ...deeper] = loc.map(String);
  if (place !== "body" || field === undefined) return loc.join(".");
  return [`--${field.replaceAll("_", "-")}`, ...deeper].join(".");
}
