import { readFileSync, writeSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { lowerPriority } from "../../../infra/lower-priority.ts";
import { configureGdal } from "../../render/engine/configure-gdal.ts";
import { RasterRefused } from "../../render/errors.ts";
import { failureKind } from "./failure-kind.ts";
import type { IngestMessage, IngestTask } from "./ingest-task.ts";
import { performIngest } from "./perform-ingest.ts";

/** Tiles, inspections and the API come first. */
const NICENESS = 15;
const PARENT_CHECK_MS = 500;

// Converting can block this process's event loop, so a parent's death is watched from a thread of its own.
new Worker(
  `const { workerData: ppid } = require("node:worker_threads");
   setInterval(() => { if (process.ppid !== ppid) process.kill(process.pid, "SIGKILL"); }, ${PARENT_CHECK_MS});`,
  // V8's reserve for code counts as data, of which the kernel gives this process little.
  { eval: true, execArgv: [], workerData: process.ppid, resourceLimits: { codeRangeSizeMb: 16 } },
).unref();
// Signals of a terminal reach the whole process group: the worker decides when this process ends.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);
lowerPriority(NICENESS);

const task = JSON.parse(readFileSync(0, "utf8")) as IngestTask;
configureGdal({ cacheMegabytes: task.cacheMegabytes, options: task.gdalOptions });
try {
  say({
    type: "done",
    ...(await performIngest(task, (step, percent) => say({ type: "progress", step, percent }))),
  });
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  const isRefused = error instanceof RasterRefused || failureKind(message) === "file";
  // What cannot be read may be cut off on its way here.
  const isCertain = error instanceof RasterRefused && error.code !== "unreadable";
  say(isRefused ? { type: "refused", message, isCertain } : { type: "failed", message });
}
process.exit(0);

function say(message: IngestMessage): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}
