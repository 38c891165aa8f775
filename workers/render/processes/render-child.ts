import { spawn, type ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import { siblingEntry } from "../../../infra/entry.ts";
import { RenderProcessCrashed, RenderTimeout } from "../errors.ts";
import { renderEnvironment } from "./render-environment.ts";
import { FrameReader, writeFrame, type Frame } from "./render-frames.ts";
import {
  POOL_FD,
  reviveFailure,
  unpackResult,
  type PoolMessage,
  type ProcessMessage,
  type RenderProcessOptions,
  type RenderResult,
  type RenderTask,
} from "./render-protocol.ts";

/** One render process and the tasks it is at. */
export interface RenderChild {
  readonly pid: number | undefined;
  readonly inFlight: number;
  /** False from the moment it is killed, which is before its exit is seen. */
  readonly alive: boolean;
  /** As of its last answer. */
  readonly residentBytes: number;
  /** Settles with the answer; rejects with RenderTimeout after `timeoutMs`, for which the process dies. */
  run(task: RenderTask, timeoutMs: number): Promise<RenderResult>;
  /** Ends the process at once; what it is at rejects with RenderProcessCrashed. */
  kill(): void;
  /** Lets the process close its files; kills it when that takes longer than the grace. */
  close(graceMs: number): Promise<void>;
}

/** What a pool wants to know of a child. */
export interface RenderChildEvents {
  onReady(child: RenderChild): void;
  onAnswer(child: RenderChild): void;
  /** `lastWords` is the end of what it wrote to standard error. */
  onExit(child: RenderChild, exit: { code: number | null; signal: string | null; lastWords: string }): void;
}

interface Pending {
  readonly resolve: (result: RenderResult) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** A process that has not come up after this long never will. */
const START_TIMEOUT_MS = 30_000;
const LAST_WORDS_CHARACTERS = 2000;

/** Starts a render process. */
export function startRenderChild(options: RenderProcessOptions, events: RenderChildEvents): RenderChild {
  const process = spawnRenderProcess(options);
  const socket = process.stdio[POOL_FD] as Socket;
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let residentBytes = 0;
  let alive = true;
  let lastWords = "";
  const exited = new Promise<void>((resolve) => process.once("exit", () => resolve()));
  const kill = () => {
    alive = false;
    process.kill("SIGKILL");
  };
  const starting = setTimeout(kill, START_TIMEOUT_MS);

  /** A message to a process that is gone is dropped: its exit says so to whoever waits. */
  const send = (message: PoolMessage) => {
    if (socket.writable) writeFrame(socket, { message, bodies: [] });
  };
  const take = (id: number): Pending | undefined => {
    const found = pending.get(id);
    if (found) clearTimeout(found.timer);
    pending.delete(id);
    return found;
  };
  const child: RenderChild = {
    get pid() {
      return process.pid;
    },
    get inFlight() {
      return pending.size;
    },
    get alive() {
      return alive;
    },
    get residentBytes() {
      return residentBytes;
    },
    run: (task, timeoutMs) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        const timer = setTimeout(() => {
          kill();
          take(id)?.reject(new RenderTimeout(`Rendering took longer than ${timeoutMs} ms.`));
        }, timeoutMs);
        pending.set(id, { resolve, reject, timer });
        send({ type: "task", id, task });
      }),
    kill,
    async close(graceMs) {
      send({ type: "close" });
      const timer = setTimeout(kill, graceMs);
      await exited;
      clearTimeout(timer);
    },
  };

  const keepLastWords = (text: unknown) => {
    lastWords = (lastWords + String(text)).slice(-LAST_WORDS_CHARACTERS);
  };
  process.stdout?.on("data", keepLastWords);
  process.stderr?.on("data", keepLastWords);
  const hear = ({ message, bodies }: Frame<ProcessMessage>) => {
    if (message.type === "ready") {
      clearTimeout(starting);
      events.onReady(child);
      return;
    }
    residentBytes = message.residentBytes;
    const task = take(message.id);
    if (message.outcome.ok) task?.resolve(unpackResult(message.outcome.result, bodies));
    else task?.reject(reviveFailure(message.outcome));
    events.onAnswer(child);
  };
  const reader = new FrameReader(hear);
  socket.on("data", (chunk: Buffer) => {
    try {
      reader.push(chunk);
    } catch (error) {
      keepLastWords(error instanceof Error ? error.message : error);
      socket.destroy();
      kill();
    }
  });
  // A process that cannot be started or spoken to is as good as dead; "exit" follows or has come.
  process.on("error", (error) => keepLastWords(error.message));
  socket.on("error", (error) => keepLastWords(error.message));
  send({ type: "start", options });
  process.once("exit", (code, signal) => {
    clearTimeout(starting);
    alive = false;
    for (const id of pending.keys()) {
      take(id)?.reject(new RenderProcessCrashed(`The render process ended (${signal ?? `code ${code}`}).`));
    }
    events.onExit(child, { code, signal, lastWords });
  });
  return child;
}

function spawnRenderProcess({ gdalOptions }: RenderProcessOptions): ChildProcess {
  const entry = siblingEntry(import.meta.url, "./render-process");
  return spawn(process.execPath, [...entry.execArgv, entry.path], {
    env: renderEnvironment(gdalOptions),
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
}
