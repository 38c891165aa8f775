import { Worker } from "node:worker_threads";
import type { RenderEngine } from "./engine.ts";
import { configureGdal } from "./gdal.ts";
import { createGdalEngine } from "./gdal-engine.ts";
import {
  describeFailure,
  type PoolMessage,
  type ProcessMessage,
  type RenderProcessOptions,
  type RenderResult,
  type RenderTask,
} from "./render-protocol.ts";

// Reading a raster blocks this process's event loop, so a parent's death is watched from a thread of its own.
const PARENT_CHECK_MS = 500;
new Worker(
  `const { ppid } = process;
   setInterval(() => { if (process.ppid !== ppid) process.kill(process.pid, "SIGKILL"); }, ${PARENT_CHECK_MS});`,
  { eval: true, execArgv: [] },
).unref();
process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
// Signals of a terminal reach the whole process group: the pool decides when render processes end.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);

let engine: RenderEngine | undefined;

process.on("message", (message: PoolMessage) => {
  switch (message.type) {
    case "start":
      start(message.options);
      return;
    case "task":
      void answer(message.id, message.task);
      return;
    case "close":
      void close();
  }
});

function start(options: RenderProcessOptions): void {
  configureGdal({ cacheMegabytes: options.gdalCacheMegabytes, options: options.gdalOptions });
  engine = createGdalEngine({ filesMax: options.filesMax });
  send({ type: "ready" });
}

async function answer(id: number, task: RenderTask): Promise<void> {
  const outcome = await perform(task).then((result) => ({ ok: true, result }) as const, describeFailure);
  send({ type: "answer", id, outcome, residentBytes: process.memoryUsage.rss() });
}

async function perform(task: RenderTask): Promise<RenderResult> {
  if (!engine) throw new Error("The render process was given a task before it was started.");
  if (task.kind === "inspect") return { kind: "inspect", info: await engine.inspect(task.source) };
  if (task.kind === "statistics") {
    return { kind: "statistics", statistics: await engine.statistics(task.source, task.expression) };
  }
  return { kind: "block", tiles: await engine.renderBlock(task.request) };
}

async function close(): Promise<void> {
  await engine?.close();
  process.exit(0);
}

function send(message: ProcessMessage): void {
  process.send?.(message);
}
