import { accessSync, constants, statSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { parseCommandLine, UsageError } from "../infra/command-line.ts";

/** A command to `npm start`. */
export type LocalCommand =
  | { readonly kind: "help" }
  | { readonly kind: "demo" | "empty" }
  /** Share this file; an absolute path that names a readable file. */
  | { readonly kind: "scene"; readonly path: string };

/** What `npm start -- --help` prints. */
export const HELP = `npm start                        start everything, with demo data, and print a share link
npm start -- path/to/scene.tif   share this GeoTIFF instead of the demo
npm start -- --no-demo           start without any data

Settings come from the environment: DATABASE_URL, REDIS_URL and OBJECT_STORE_URL replace the local ones,
API_PORT chooses the port. Everything local lives in .geopera/.`;

/**
 * Reads the arguments; a relative path is resolved against the user's working directory. Throws a UsageError,
 * or an Error about the file, with a message of one line.
 */
export function parseLocalCommand(args: readonly string[], workingDirectory: string): LocalCommand {
  const { values, positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: { "no-demo": { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true) return { kind: "help" };
  const [file, ...others] = positionals;
  if (others.length > 0) throw new UsageError("one file at a time can be shared");
  const isEmpty = values["no-demo"] === true;
  if (file === undefined) return { kind: isEmpty ? "empty" : "demo" };
  if (isEmpty) throw new UsageError("--no-demo and a file exclude each other");
  const path = isAbsolute(file) ? file : resolve(workingDirectory, file);
  const fault = fileFault(path);
  if (fault !== undefined) throw new Error(`${file} ${fault}`);
  return { kind: "scene", path };
}

function fileFault(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return "does not exist";
  if (!found.isFile()) return "is not a file";
  try {
    accessSync(path, constants.R_OK);
    return undefined;
  } catch {
    return "cannot be read by this account";
  }
}
