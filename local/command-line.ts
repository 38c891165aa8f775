import { accessSync, constants, statSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";

/** What `npm start` was asked for. */
export type LocalCommand =
  | { readonly kind: "demo" }
  | { readonly kind: "empty" }
  /** Share this file; an absolute path that names a readable file. */
  | { readonly kind: "scene"; readonly path: string }
  | { readonly kind: "help" }
  /** One line for stderr, and the exit code. */
  | { readonly kind: "wrong"; readonly line: string; readonly exitCode: 1 | 2 };

/** What `npm start -- --help` prints. */
export const HELP = `npm start                        start everything, with demo data, and print a share link
npm start -- path/to/scene.tif   share this GeoTIFF instead of the demo
npm start -- --no-demo           start without any data

Settings come from the environment: DATABASE_URL, REDIS_URL and OBJECT_STORE_URL replace the local ones,
API_PORT chooses the port. Everything local lives in .geopera/.`;

/** Reads the arguments; a relative path counts from the directory the user typed the command in. */
export function parseCommandLine(args: readonly string[], workingDirectory: string): LocalCommand {
  if (args.includes("--help") || args.includes("-h")) return { kind: "help" };
  const unknown = args.find((arg) => arg.startsWith("-") && arg !== "--no-demo");
  if (unknown !== undefined)
    return misused(`unknown option ${unknown}; npm start -- --help lists what there is`);
  const [file, ...others] = args.filter((arg) => arg !== "--no-demo");
  const isEmpty = args.includes("--no-demo");
  if (file === undefined) return { kind: isEmpty ? "empty" : "demo" };
  if (others.length > 0) return misused("one file at a time can be shared");
  if (isEmpty) return misused("--no-demo and a file exclude each other");
  const path = isAbsolute(file) ? file : resolve(workingDirectory, file);
  const fault = fileFault(path);
  if (fault !== undefined) return { kind: "wrong", line: `${file} ${fault}`, exitCode: 1 };
  return { kind: "scene", path };
}

function misused(line: string): LocalCommand {
  return { kind: "wrong", line, exitCode: 2 };
}

function fileFault(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return "does not exist";
  if (!found.isFile()) return "is not a file";
  try {
    accessSync(path, constants.R_OK);
    return undefined;
  } catch {
    return "may not be read by this account";
  }
}
