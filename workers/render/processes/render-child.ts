import { spawn, type ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import type { Readable, Writable } from "node:stream";
import {
  RenderMemoryExceeded,
  RenderProcessCrashed,
  RenderProcessFrozen,
  RenderTimeout,
  TaskReturned,
} from "../errors.ts";
import { renderCommand } from "./render-command.ts";
import { renderEnvironment } from "./render-environment.ts";
import { FrameReader, writeFrame, type Frame } from "../../../infra/frames.ts";
import {
  HEARTBEAT_FD,
  POOL_FD,
  reviveFailure,
  unpackResult,
  type PoolMessage,
  type ProcessMessage,
  type RenderProcessOptions,
  type RenderResult,
  type RenderTask,
} from "./render-protocol.ts";
import { makeMountPoints, SANDBOX_FD, type Sandbox } from "./sandbox.ts";
import { WorkWatch } from "./work-watch.ts";

/** One render process and its tasks. */
export interface RenderChild {
  readonly pid: number | undefined;
  readonly inFlight: number;
  /** False from the moment it is killed, which is before its exit is seen. */
  readonly alive: boolean;
  /** As of its last answer, or of the last look at it while it works. */
  readonly residentBytes: number;
  /** How long it has worked on its task. */
  readonly workedMs: number;
  /**
   * Settles with the answer; rejects with RenderTimeout when the process has worked on it for `timeoutMs`,
   * for which the process dies.
   */
  run(task: RenderTask, timeoutMs: number): Promise<RenderResult>;
  /** Rejects tasks that the process has not begun with TaskReturned. */
  giveBack(): void;
  /** Ends the process at once; its tasks reject with the error, or with RenderProcessCrashed. */
  kill(reason?: Error): void;
  /** Lets the process close its files; kills it when that takes longer than the grace. */
  close(graceMs: number): Promise<void>;
}

/** Events of a child that its pool acts on. */
export interface RenderChildEvents {
  onReady(child: RenderChild): void;
  onAnswer(child: RenderChild): void;
  /** `lastWords` is the end of what it wrote to standard error. */
  onExit(child: RenderChild, exit: { code: number | null; signal: string | null; lastWords: string }): void;
}

interface Pending {
  readonly resolve: (result: RenderResult) => void;
  readonly reject: (error: Error) => void;
  readonly timeoutMs: number;
}

/** A process that has not come up after this long never will. */
const START_TIMEOUT_MS = 30_000;
const LAST_WORDS_CHARACTERS = 2000;

/** How a process is started and watched, besides the options that it receives itself. */
export interface RenderChildLimits {
  readonly sandbox: Sandbox;
  /** Resident bytes beyond which the process is killed at once, whatever it is doing. */
  readonly bytesMax: number;
  /** What lists of processes show. */
  readonly label: string;
}

/** Starts a render process. */
export function startRenderChild(
  options: RenderProcessOptions,
  limits: RenderChildLimits,
  events: RenderChildEvents,
): RenderChild {
  return new ChildProcessOfPool(options, limits, events);
}

class ChildProcessOfPool implements RenderChild {
  readonly #process: ChildProcess;
  readonly #socket: Socket;
  readonly #events: RenderChildEvents;
  readonly #pending = new Map<number, Pending>();
  readonly #exited: Promise<void>;
  readonly #starting: NodeJS.Timeout;
  readonly #watch: WorkWatch;
  /** Why it was killed, where that is known. */
  #ending: Error | undefined;
  #nextId = 1;
  #isAlive = true;
  #lastWords = "";

  constructor(options: RenderProcessOptions, limits: RenderChildLimits, events: RenderChildEvents) {
    this.#events = events;
    const { bytesMax } = limits;
    this.#watch = new WorkWatch(bytesMax, {
      onTooLarge: () =>
        this.kill(new RenderMemoryExceeded(`The render process grew beyond ${bytesMax} bytes.`)),
      onTooLong: (busyShare) => this.#timeOut(busyShare),
      onFrozen: () => this.kill(new RenderProcessFrozen("The render process does not run.")),
    });
    this.#process = spawnRenderProcess(options, limits);
    this.#learnWorkPid(limits.sandbox);
    (this.#process.stdio as readonly (Readable | Writable | null | undefined)[])[HEARTBEAT_FD]
      ?.on("error", () => undefined)
      .on("data", () => this.#watch.beat());
    this.#socket = this.#process.stdio[POOL_FD] as Socket;
    this.#exited = new Promise<void>((resolve) => this.#process.once("exit", () => resolve()));
    this.#starting = setTimeout(() => this.kill(), START_TIMEOUT_MS);
    this.#followOutput();
    this.#readFrames();
    this.#send({ type: "start", options });
    this.#process.once("exit", (code, signal) => this.#onExit(code, signal));
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get inFlight(): number {
    return this.#pending.size;
  }

  get alive(): boolean {
    return this.#isAlive;
  }

  get residentBytes(): number {
    return this.#watch.residentBytes;
  }

  get workedMs(): number {
    return this.#watch.workedMs;
  }

  run(task: RenderTask, timeoutMs: number): Promise<RenderResult> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      if (this.#pending.size === 0) this.#watch.begin(timeoutMs);
      this.#pending.set(id, { resolve, reject, timeoutMs });
      this.#send({ type: "task", id, task });
    });
  }

  giveBack(): void {
    const [, ...queued] = this.#pending.keys();
    for (const id of queued)
      this.#take(id)?.reject(new TaskReturned("The process is busy with another task."));
  }

  kill(reason?: Error): void {
    this.#ending ??= reason;
    this.#isAlive = false;
    this.#process.kill("SIGKILL");
  }

  /** Its other tasks, which it has not begun, are crashes to their senders, and tried again. */
  #timeOut(busyShare: number): void {
    const [id] = this.#pending.keys();
    if (id === undefined) return;
    const { timeoutMs = 0, reject } = this.#take(id) ?? {};
    this.kill();
    reject?.(new RenderTimeout(`Rendering took longer than ${timeoutMs} ms.`, busyShare));
  }

  async close(graceMs: number): Promise<void> {
    this.#send({ type: "close" });
    const timer = setTimeout(() => this.kill(), graceMs);
    await this.#exited;
    clearTimeout(timer);
  }

  /** A message to a process that has ended is dropped: its exit rejects the pending tasks. */
  #send(message: PoolMessage): void {
    if (this.#socket.writable) writeFrame(this.#socket, { message, bodies: [] });
  }

  /** Takes a task out; the process goes on with the one that was sent to it next. */
  #take(id: number): Pending | undefined {
    const [first] = this.#pending.keys();
    const found = this.#pending.get(id);
    this.#pending.delete(id);
    const [next] = this.#pending.values();
    if (next === undefined) this.#watch.stop();
    else if (id === first) this.#watch.begin(next.timeoutMs);
    return found;
  }

  /** A sandbox reports under which id it runs the process. */
  #learnWorkPid({ kind }: Sandbox): void {
    if (kind === "none") this.#watch.pid = this.#process.pid;
    let report = "";
    this.#process.stdio[SANDBOX_FD]
      ?.on("error", () => undefined)
      .on("data", (chunk: Buffer) => {
        report += chunk.toString("latin1");
        const id = /"child-pid": (\d+)/.exec(report)?.[1];
        if (id !== undefined) this.#watch.pid = Number(id);
      });
  }

  /** A process that cannot be started or spoken to is as good as dead; "exit" follows or has come. */
  #followOutput(): void {
    const keep = (text: unknown) => {
      this.#lastWords = (this.#lastWords + String(text)).slice(-LAST_WORDS_CHARACTERS);
    };
    this.#process.stdout?.on("data", keep);
    this.#process.stderr?.on("data", keep);
    this.#process.on("error", (error) => keep(error.message));
    this.#socket.on("error", (error) => keep(error.message));
  }

  #readFrames(): void {
    const reader = new FrameReader((frame: Frame<ProcessMessage>) => this.#receive(frame));
    this.#socket.on("data", (chunk: Buffer) => {
      try {
        reader.push(chunk);
      } catch (error) {
        this.#lastWords += error instanceof Error ? error.message : String(error);
        this.#socket.destroy();
        this.kill();
      }
    });
  }

  #receive({ message, bodies }: Frame<ProcessMessage>): void {
    if (message.type === "ready") {
      clearTimeout(this.#starting);
      this.#events.onReady(this);
      return;
    }
    this.#watch.residentBytes = message.residentBytes;
    const task = this.#take(message.id);
    if (message.outcome.ok) task?.resolve(unpackResult(message.outcome.result, bodies));
    else task?.reject(reviveFailure(message.outcome));
    this.#events.onAnswer(this);
  }

  #onExit(code: number | null, signal: NodeJS.Signals | null): void {
    clearTimeout(this.#starting);
    this.#isAlive = false;
    const ending =
      this.#ending ?? new RenderProcessCrashed(`The render process ended (${signal ?? `code ${code}`}).`);
    for (const id of this.#pending.keys()) this.#take(id)?.reject(ending);
    this.#events.onExit(this, { code, signal, lastWords: this.#lastWords });
  }
}

function spawnRenderProcess(
  { gdalOptions }: RenderProcessOptions,
  { sandbox, ...limits }: RenderChildLimits,
): ChildProcess {
  try {
    makeMountPoints(sandbox);
  } catch {
    // The process ends at its start then, which is logged with the sandbox's words, and tried again.
  }
  const { file, args } = renderCommand(sandbox, limits);
  return spawn(file, args, {
    env: renderEnvironment(gdalOptions),
    // Standard streams, the socket to the pool, the report of the sandbox, and the heartbeat.
    stdio: ["ignore", "pipe", "pipe", "pipe", sandbox.kind === "none" ? "ignore" : "pipe", "pipe"],
  });
}
