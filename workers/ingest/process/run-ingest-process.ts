import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { IngestStep } from "../../../core/rasters/ingest-state.ts";
import { siblingEntry } from "../../../infra/entry.ts";
import { limitedCommand } from "../../render/processes/render-command.ts";
import { renderEnvironment } from "../../render/processes/render-environment.ts";
import { SANDBOX_FD, type Sandbox } from "../../render/processes/sandbox.ts";
import { WorkWatch } from "../../render/processes/work-watch.ts";
import type { IngestedRaster, IngestMessage, IngestTask } from "./ingest-task.ts";

/** How an ingest process is kept. */
export interface IngestProcessLimits {
  readonly sandbox: Sandbox;
  readonly bytesMax: number;
  readonly timeoutMs: number;
  /** Ends the process at once. */
  readonly signal: AbortSignal;
  readonly onProgress: (step: IngestStep, percent: number) => void;
}

/** How a process ended its task. */
export type IngestOutcome =
  | ({ readonly kind: "done" } & IngestedRaster)
  | { readonly kind: "refused"; readonly message: string; readonly isCertain: boolean }
  /** Another try may succeed. */
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "too_long" }
  | { readonly kind: "aborted" }
  /** Its worker is being stopped. */
  | { readonly kind: "stopping" };

const LAST_WORDS_CHARACTERS = 2_000;

/** Runs a task in a process of its own, within its limits; never rejects. */
export async function runIngestProcess(
  task: IngestTask,
  limits: IngestProcessLimits,
): Promise<IngestOutcome> {
  const child = startProcess(task, limits);
  let outcome: IngestOutcome | undefined;
  let lastWords = "";
  const end = (found: IngestOutcome) => {
    outcome ??= found;
    child.kill("SIGKILL");
  };
  const watch = new WorkWatch(limits.bytesMax, {
    onTooLarge: () => end({ kind: "refused", message: TOO_LARGE, isCertain: true }),
    onTooLong: () => end({ kind: "too_long" }),
  });
  watchWork(child, limits.sandbox, watch);
  watch.begin(limits.timeoutMs);
  const abort = () => end({ kind: "aborted" });
  limits.signal.addEventListener("abort", abort, { once: true });
  if (limits.signal.aborted) abort();
  child.stderr?.on("data", (text: Buffer) => {
    lastWords = (lastWords + text.toString("utf8")).slice(-LAST_WORDS_CHARACTERS);
  });
  const lines = createInterface({ input: child.stdout as Readable });
  lines.on("line", (line) => {
    const message = parseLine(line);
    if (message?.type === "progress") limits.onProgress(message.step, message.percent);
    else if (message !== undefined) outcome ??= outcomeOf(message);
  });
  const exit = await new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  watch.stop();
  limits.signal.removeEventListener("abort", abort);
  return outcome ?? { kind: "failed", message: `The process ended with ${exit}. ${lastWords.trim()}` };
}

const TOO_LARGE =
  "Converting this file takes more memory than a process may have: write it with smaller internal tiles (gdal_translate -of COG) and register it again.";

function startProcess(task: IngestTask, { sandbox, bytesMax }: IngestProcessLimits): ChildProcess {
  const entry = siblingEntry(import.meta.url, "./ingest-process");
  const { file, args } = limitedCommand(sandbox, entry, { bytesMax, label: "ingest" });
  const { GDAL_SKIP: skipped = "", ...environment } = renderEnvironment(task.gdalOptions);
  // Complex numbers are converted by a VRT of ours; files beside a raster could be VRTs of others.
  const needed = task.kind === "convert" && !task.hasSidecars ? /\b(?:COG|VRT),/g : /\bCOG,/g;
  const child = spawn(file, args, {
    // What it needs besides GTiff: reading names GTiff alone.
    env: { ...environment, GDAL_SKIP: skipped.replaceAll(needed, "") },
    stdio: ["pipe", "pipe", "pipe", "ignore", "pipe"],
  });
  child.stdin?.on("error", () => undefined).end(JSON.stringify(task));
  return child;
}

/** A sandbox reports under which id it runs the process. */
function watchWork(child: ChildProcess, { kind }: Sandbox, watch: WorkWatch): void {
  if (kind === "none") watch.pid = child.pid;
  let report = "";
  child.stdio[SANDBOX_FD]
    ?.on("error", () => undefined)
    .on("data", (chunk: Buffer) => {
      report += chunk.toString("latin1");
      const id = /"child-pid": (\d+)/.exec(report)?.[1];
      if (id !== undefined) watch.pid = Number(id);
    });
}

/** Libraries may write lines of their own. */
function parseLine(line: string): IngestMessage | undefined {
  try {
    return JSON.parse(line) as IngestMessage;
  } catch {
    return undefined;
  }
}

function outcomeOf(message: Exclude<IngestMessage, { type: "progress" }>): IngestOutcome {
  const { type, ...rest } = message;
  return { kind: type, ...rest } as IngestOutcome;
}
