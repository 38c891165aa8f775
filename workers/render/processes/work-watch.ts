import { processorMsOf, residentBytesOf } from "./process-usage.ts";

/** How often a process is looked at while it works. */
const LOOK_EVERY_MS = 50;

/** What a watch reports; after either, the process is to be killed. */
export interface WorkWatchEvents {
  onTooLarge(): void;
  /** `busyShare` is how much of the time the process was calculating, 0 to 1. */
  onTooLong(busyShare: number): void;
}

/** Watches time and memory of a process while it works on a task. */
export class WorkWatch {
  readonly #bytesMax: number;
  readonly #events: WorkWatchEvents;
  #timer: NodeJS.Timeout | undefined;
  #startedAt = 0;
  #processorAtStartMs: number | undefined;
  #timeoutMs = 0;
  /** The process that works: behind a sandbox, it is not the one that was started. */
  pid: number | undefined;
  /** As of the last look, or as it said itself. */
  residentBytes = 0;

  constructor(bytesMax: number, events: WorkWatchEvents) {
    this.#bytesMax = bytesMax;
    this.#events = events;
  }

  /** How long the process has worked on its task; 0 when it has none. */
  get workedMs(): number {
    return this.#timer === undefined ? 0 : performance.now() - this.#startedAt;
  }

  /** The process begins a task, which may take this long. */
  begin(timeoutMs: number): void {
    this.#startedAt = performance.now();
    this.#processorAtStartMs = this.pid === undefined ? undefined : processorMsOf(this.pid);
    this.#timeoutMs = timeoutMs;
    this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  /** The process has no task. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    const bytes = this.pid === undefined ? undefined : residentBytesOf(this.pid);
    this.residentBytes = bytes ?? this.residentBytes;
    if (this.residentBytes > this.#bytesMax) this.#events.onTooLarge();
    else if (this.workedMs > this.#timeoutMs) this.#events.onTooLong(this.#busyShare());
  }

  #busyShare(): number {
    const now = this.pid === undefined ? undefined : processorMsOf(this.pid);
    return now === undefined || this.#processorAtStartMs === undefined
      ? 0
      : Math.min(1, (now - this.#processorAtStartMs) / this.workedMs);
  }
}
