import { Socket } from "node:net";
import { Worker } from "node:worker_threads";
import type { BlockTimes, RenderEngine } from "../engine/render-engine.ts";
import { configureGdal } from "../engine/configure-gdal.ts";
import { createGdalEngine } from "../engine/gdal-engine.ts";
import { lowerPriority } from "../../../infra/lower-priority.ts";
import { FrameReader, writeFrame } from "../../../infra/frames.ts";
import {
  describeFailure,
  HEARTBEAT_FD,
  HEARTBEAT_MS,
  packResult,
  POOL_FD,
  type PoolMessage,
  type ProcessMessage,
  type RenderProcessOptions,
  type RenderResult,
  type RenderTask,
} from "./render-protocol.ts";

// Reading a raster blocks this process's event loop, so a parent's death is watched, and this process's life
// is shown, by a thread of its own.
// Who the parent is has to be known before that thread has come up: it may be dead by then.
new Worker(
  `const { workerData: ppid } = require("node:worker_threads");
   const { write } = require("node:fs");
   setInterval(() => {
     if (process.ppid !== ppid) process.kill(process.pid, "SIGKILL");
     write(${HEARTBEAT_FD}, ".", () => undefined);
   }, ${HEARTBEAT_MS});`,
  // V8's reserve for code counts as data, of which the kernel gives this process little.
  { eval: true, execArgv: [], workerData: process.ppid, resourceLimits: { codeRangeSizeMb: 16 } },
).unref();
const pool = new Socket({ fd: POOL_FD, readable: true, writable: true });
pool.on("error", () => undefined);
pool.once("close", () => process.kill(process.pid, "SIGKILL"));
// Signals of a terminal reach the whole process group: the pool decides when render processes end.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);

let engine: RenderEngine | undefined;

const reader = new FrameReader<PoolMessage>(({ message }) => {
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
pool.on("data", (chunk: Buffer) => reader.push(chunk));

function start(options: RenderProcessOptions): void {
  lowerPriority(options.niceness);
  configureGdal({ cacheMegabytes: options.gdalCacheMegabytes, options: options.gdalOptions });
  engine = createGdalEngine({ filesMax: options.filesMax });
  send({ type: "ready" });
}

async function answer(id: number, task: RenderTask): Promise<void> {
  const outcome = await perform(task).then(
    (result) => ({ ok: true, ...packResult(result) }) as const,
    describeFailure,
  );
  const residentBytes = process.memoryUsage.rss();
  if (!outcome.ok) {
    send({ type: "answer", id, outcome, residentBytes });
    return;
  }
  const { result, bodies } = outcome;
  send({ type: "answer", id, outcome: { ok: true, result }, residentBytes }, bodies);
}

async function perform(task: RenderTask): Promise<RenderResult> {
  if (!engine) throw new Error("The render process was given a task before it was started.");
  if (task.kind === "inspect") {
    const { source, isQuick } = task;
    return { kind: "inspect", info: await engine.inspect(source, { isQuick }) };
  }
  if (task.kind === "area") {
    return { kind: "area", found: await engine.areaStatistics(task.source, task.work) };
  }
  if (task.kind === "statistics") {
    return { kind: "statistics", statistics: await engine.statistics(task.source, task.work) };
  }
  let times: BlockTimes = { readMs: 0, paintMs: 0, encodeMs: 0 };
  const tiles = await engine.renderBlock(task.request, { onTimes: (taken) => (times = taken) });
  return { kind: "block", tiles, times };
}

async function close(): Promise<void> {
  await engine?.close();
  process.exit(0);
}

function send(message: ProcessMessage, bodies: readonly Buffer[] = []): void {
  writeFrame(pool, { message, bodies });
}
