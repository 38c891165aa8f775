import { siblingEntry, type Entry } from "../../../infra/entry.ts";
import type { Sandbox } from "./sandbox.ts";

/** Open rasters, libraries and connections of a render process. */
const OPEN_FILES_MAX = 1_024;

/**
 * The command line of a render process: limits that the kernel keeps, then the sandbox, then Node. The kernel
 * refuses data beyond `bytesMax`, so that a file that inflates fails rather than the machine. `label` shows
 * in lists of processes what it is for.
 */
export function renderCommand(
  sandbox: Sandbox,
  { bytesMax, label }: { readonly bytesMax: number; readonly label: string },
): { file: string; args: string[] } {
  return limitedCommand(sandbox, siblingEntry(import.meta.url, "./render-process"), { bytesMax, label });
}

/** The command line of any process that opens files of users; see {@link renderCommand}. */
export function limitedCommand(
  sandbox: Sandbox,
  entry: Entry,
  { bytesMax, label }: { readonly bytesMax: number; readonly label: string },
): { file: string; args: string[] } {
  const node = [...sandbox.command, process.execPath, ...entry.execArgv, entry.path, label];
  if (process.platform !== "linux") return { file: node[0] ?? "", args: node.slice(1) };
  const kilobytes = Math.max(Math.floor(bytesMax / 1024), DATA_KILOBYTES_MIN) + CODE_KILOBYTES;
  const limits = `ulimit -c 0; ulimit -n ${OPEN_FILES_MAX} 2>/dev/null; ulimit -d ${kilobytes} 2>/dev/null; exec "$@"`;
  return { file: "/bin/sh", args: ["-c", limits, "sh", ...node] };
}

/** Node and GDAL hold about 200 MB before the first raster. */
const DATA_KILOBYTES_MIN = 262_144;

/** What V8 reserves for code, and uses little of: the kernel counts it as data from Node 24 on. */
const CODE_KILOBYTES = Number.parseInt(process.versions.v8, 10) >= 13 ? 524_288 : 0;
