import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** How to start another module of this code base in a process or thread of its own. */
export interface Entry {
  readonly path: string;
  /** Node's arguments before the path: those for TypeScript in development. */
  readonly execArgv: readonly string[];
}

const sourceRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** Tests compile all sources once: a process starts in half of the time that tsx takes. */
const compiledCopy = import.meta.url.endsWith(".ts") ? process.env["COMPILED_SOURCES"] : undefined;

/** The folder of the code that new processes run. */
export const codeRoot: string = compiledCopy ?? sourceRoot;

/**
 * The module beside the caller, by its name without extension: JavaScript for a compiled caller, else
 * TypeScript through tsx, or its compiled copy below COMPILED_SOURCES where that is set.
 */
export function siblingEntry(importMetaUrl: string, relativeName: string): Entry {
  const path = join(codeRoot, relative(sourceRoot, fileURLToPath(new URL(relativeName, importMetaUrl))));
  const isSource = importMetaUrl.endsWith(".ts") && compiledCopy === undefined;
  return isSource
    ? { path: `${path}.ts`, execArgv: ["--import", "tsx"] }
    : { path: `${path}.js`, execArgv: ["--enable-source-maps"] };
}

/** How to start another module of this code base in a thread of its own; its `run` takes the tasks. */
export interface ThreadEntry {
  readonly filename: string;
  readonly workerData: { readonly module: string };
}

/** Like {@link siblingEntry}, for threads. */
export function siblingThread(importMetaUrl: string, relativeName: string): ThreadEntry {
  const { path } = siblingEntry(importMetaUrl, relativeName);
  const module = pathToFileURL(path).href;
  const filename = path.endsWith(".ts")
    ? fileURLToPath(new URL("./typescript-thread.mjs", import.meta.url))
    : path;
  return { filename, workerData: { module } };
}
