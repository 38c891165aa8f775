import { readFile } from "node:fs/promises";
import type { CommandDefinition, FlagDefinition } from "./command-definition.ts";
import { CliError } from "./cli-error.ts";
import { mayComeFromStdin } from "./flag-values.ts";
import type { Io } from "./io.ts";
import { timeOf } from "./relative-time.ts";
import { readSecret, readStdin } from "./secret.ts";

/**
 * Builds an operation's input: the `--json` body, overridden by flags. `flags` holds their values by field.
 */
export async function operationInput(
  io: Io,
  definition: CommandDefinition,
  flags: ReadonlyMap<string, unknown>,
  json: string | undefined,
): Promise<Record<string, unknown>> {
  const fromStdin = definition.flags.filter(
    (flag) => mayComeFromStdin(flag) && flags.get(flag.field) === "-",
  );
  const readers = [...fromStdin.map(({ flag }) => `--${flag} -`), ...(json === "-" ? ["--json -"] : [])];
  if (readers.length > 1) {
    throw new CliError(
      `Only one can be read from stdin: ${readers.join(", ")}. A body for --json - can hold all.`,
    );
  }
  const input = { ...(json === undefined ? {} : await readBody(io, json)), ...Object.fromEntries(flags) };
  for (const { field, flag } of fromStdin) input[field] = await readSecret(io, flag);
  for (const { field, isTime } of definition.flags) {
    const given = input[field];
    if (isTime === true && typeof given === "string") input[field] = timeOf(given, io.now());
  }
  return input;
}

/** Throws when required flags are missing, and names them. */
export function requireFields(
  definition: CommandDefinition,
  input: object,
  given: readonly string[] = [],
): void {
  const missing = definition.flags.filter(
    ({ field, required }) => required && !Object.hasOwn(input, field) && !given.includes(field),
  );
  if (missing.length === 0) return;
  const words = definition.id.replaceAll(".", " ");
  const list = missing.map((flag: FlagDefinition) => `--${flag.flag}`).join(", ");
  throw new CliError(`Missing: ${list}. \`geopera ${words} --help\` explains them.`);
}

/** A body given as `-` (stdin), as JSON, or as a file: its name, also with an @ before it. */
export async function readBody(io: Io, json: string): Promise<Record<string, unknown>> {
  const isJson = /^\s*[[{]/.test(json);
  const text =
    json === "-" ? await readStdin(io) : isJson ? json : await readBodyFile(json.replace(/^@/, ""));
  const body = parse(text);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new CliError("The body of --json must be one JSON object.");
  }
  return body as Record<string, unknown>;
}

async function readBodyFile(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new CliError(`--json ${path}: there is no such file that can be read.`, undefined, cause);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new CliError(`The body of --json is not JSON: ${(cause as Error).message}`, undefined, cause);
  }
}
