import { fileURLToPath } from "node:url";

/** How to start another module of this code base in a process or thread of its own. */
export interface Entry {
  readonly path: string;
  /** Arguments for Node before the path: what running TypeScript in development needs. */
  readonly execArgv: readonly string[];
}

/**
 * The module beside the caller, by its name without extension: JavaScript when the caller is compiled, TypeScript through
 * tsx when it is not.
 */
export function siblingEntry(importMetaUrl: string, relativeName: string): Entry {
  const extension = importMetaUrl.endsWith(".ts") ? ".ts" : ".js";
  const path = fileURLToPath(new URL(`${relativeName}${extension}`, importMetaUrl));
  return { path, execArgv: extension === ".ts" ? ["--import", "tsx"] : ["--enable-source-maps"] };
}
