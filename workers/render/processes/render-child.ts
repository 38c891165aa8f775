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

/** One render process and its tasks. */
export interface RenderChild {
  readonly pid: number | undefined;
  readonly inFlight: number;
  /** False from the moment it is killed, which is before its exit is seen. */
  readonly alive: boolean;
  /** As of its last answer. */
  readonly residentBytes: number;
  /** Settles with the answer; rejects with RenderTimeout after `timeoutMs`, for which the process dies. */
  run(task: RenderTask, timeoutMs: number): Promise<RenderResult>;
  /** Ends the process at once; its tasks reject with RenderProcessCrashed. */
  kill(): void;
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
  readonly timer: NodeJS.Timeout;
}

/** A process that has not come up after this long never will. */
const START_TIMEOUT_MS = 30_000;
const LAST_WORDS_CHARACTERS = 2000;

/** Starts a render process. */
export function startRenderChild(options: RenderProcessOptions, events: RenderChildEvents): RenderChild {
  return new ChildProcessOfPool(options, events);
}

class ChildProcessOfPool implements RenderChild {
  readonly #process: ChildProcess;
  readonly #socket: Socket;
  readonly #events: RenderChildEvents;
  readonly #pending = new Map<number, Pending>();
  readonly #exited: Promise<void>;
  readonly #starting: NodeJS.Timeout;
  #nextId = 1;
  #residentBytes = 0;
  #isAlive = true;
  #lastWords = "";

  constructor(options: RenderProcessOptions, events: RenderChildEvents) {
    this.#events = events;
    this.#process = spawnRenderProcess(options);
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
    return this.#residentBytes;
  }

  run(task: RenderTask, timeoutMs: number): Promise<RenderResult> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      const timer = setTimeout(() => {
        this.kill();
        this.#take(id)?.reject(new RenderTimeout(`Rendering took longer than ${timeoutMs} ms.`));
      }, timeoutMs);
      this.#pending.set(id, { resolve, reject, timer });
      this.#send({ type: "task", id, task });
    });
  }

  kill(): void {
    this.#isAlive = false;
    this.#process.kill("SIGKILL");
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

  #take(id: number): Pending | undefined {
    const found = this.#pending.get(id);
    if (found) clearTimeout(found.timer);
    this.#pending.delete(id);
    return found;
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
    this.#residentBytes = message.residentBytes;
    const task = this.#take(message.id);
    if (message.outcome.ok) task?.resolve(unpackResult(message.outcome.result, bodies));
    else task?.reject(reviveFailure(message.outcome));
    this.#events.onAnswer(this);
  }

  #onExit(code: number | null, signal: NodeJS.Signals | null): void {
    clearTimeout(this.#starting);
    this.#isAlive = false;
    for (const id of this.#pending.keys()) {
      this.#take(id)?.reject(
        new RenderProcessCrashed(`The render process ended (${signal ?? `code ${code}`}).`),
      );
    }
    this.#events.onExit(this, { code, signal, lastWords: this.#lastWords });
  }
}

function spawnRenderProcess({ gdalOptions }: RenderProcessOptions): ChildProcess {
  const entry = siblingEntry(import.meta.url, "./render-process");
  return spawn(process.execPath, [...entry.execArgv, entry.path], {
    env: renderEnvironment(gdalOptions),
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
}
