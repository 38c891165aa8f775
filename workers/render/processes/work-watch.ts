import { processorMsOf, residentBytesOf } from "./process-usage.ts";

/** How often a process is looked at while it works. */
const LOOK_EVERY_MS = 50;

/**
 * A process without a heartbeat for so long does not run. Found this early, another one draws the tile
 * within the deadline of its callers.
 */
const FROZEN_MS = 3_000;

/** So many looks in a row have to find that: after a pause of this process, heartbeats are still unread. */
const FROZEN_LOOKS = 5;

/** What a watch reports; after either, the process is to be killed. */
export interface WorkWatchEvents {
  onTooLarge(): void;
  /** `busyShare` is how much of the time the process was calculating, 0 to 1. */
  onTooLong(busyShare: number): void;
  /**
   * No heartbeat of the process has come for a while: not even the thread runs that shows its life. For
   * processes with a heartbeat only.
   */
  onFrozen?(): void;
}

/** Watches time and memory of a process while it works on a task. */
export class WorkWatch {
  readonly #bytesMax: number;
  readonly #events: WorkWatchEvents;
  #timer: NodeJS.Timeout | undefined;
  #startedAt = 0;
  #processorAtStartMs: number | undefined;
  #timeoutMs = 0;
  #beatAtMs = 0;
  #frozenLooks = 0;
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
    this.#beatAtMs = this.#startedAt;
    this.#processorAtStartMs = this.pid === undefined ? undefined : processorMsOf(this.pid);
    this.#timeoutMs = timeoutMs;
    this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  /** The process shows that it runs. */
  beat(): void {
    this.#beatAtMs = performance.now();
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
    else if (this.#events.onFrozen !== undefined && this.#isFrozen()) this.#events.onFrozen();
  }

  #isFrozen(): boolean {
    this.#frozenLooks = performance.now() - this.#beatAtMs > FROZEN_MS ? this.#frozenLooks + 1 : 0;
    return this.#frozenLooks > FROZEN_LOOKS;
  }

  #busyShare(): number {
    const now = this.pid === undefined ? undefined : processorMsOf(this.pid);
    return now === undefined || this.#processorAtStartMs === undefined
      ? 0
      : Math.min(1, (now - this.#processorAtStartMs) / this.workedMs);
  }
}
