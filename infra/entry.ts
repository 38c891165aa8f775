import { fileURLToPath, pathToFileURL } from "node:url";

/** How to start another module of this code base in a process or thread of its own. */
export interface Entry {
  readonly path: string;
  /** Node's arguments before the path: those for TypeScript in development. */
  readonly execArgv: readonly string[];
}

/**
 * The module beside the caller, by its name without extension: JavaScript for a compiled caller, else
 * TypeScript through tsx.
 */
export function siblingEntry(importMetaUrl: string, relativeName: string): Entry {
  const extension = importMetaUrl.endsWith(".ts") ? ".ts" : ".js";
  const path = fileURLToPath(new URL(`${relativeName}${extension}`, importMetaUrl));
  return { path, execArgv: extension === ".ts" ? ["--import", "tsx"] : ["--enable-source-maps"] };
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
