import type { Logger } from "./logger.ts";
import { within } from "./within.ts";

interface Resource {
  readonly name: string;
  readonly close: () => Promise<void> | void;
  readonly limitMs: number;
}

/** What a process is at: it starts, serves, takes leave of its callers, and ends. */
export type LifecycleState = "starting" | "ready" | "draining";

/** How long one resource may take to close, unless it says otherwise: an unavailable part holds no other. */
const CLOSE_LIMIT_MS = 5_000;

/** The resources of a process, closed in reverse order of opening. */
export class Lifecycle {
  readonly #resources: Resource[] = [];
  readonly #logger: Logger;
  #state: LifecycleState = "starting";
  #closing: Promise<void> | undefined;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** What the process is at. */
  get state(): LifecycleState {
    return this.#state;
  }

  /** Everything has been opened: the process serves, unless it is ending already. */
  markReady(): void {
    if (this.#state === "starting") this.#state = "ready";
  }

  /** From now on the process is not ready, and takes leave of its callers; it still serves. */
  drain(): void {
    this.#state = "draining";
  }

  /**
   * Registers something to close; resources opened later close earlier. One that takes longer than its limit
   * is left behind.
   */
  onClose(name: string, close: () => Promise<void> | void, limitMs = CLOSE_LIMIT_MS): void {
    this.#resources.push({ name, close, limitMs });
  }

  /** Closes everything once; a resource that fails to close is logged and does not stop the others. */
  close(): Promise<void> {
    this.drain();
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    for (const { name, close, limitMs } of this.#resources.reverse()) {
      try {
        if (!(await endsWithin(limitMs, close))) {
          this.#logger.warn({ resource: name, limitMs }, "closing takes too long; left behind");
        }
      } catch (error) {
        this.#logger.error({ err: error, resource: name }, "closing failed");
      }
    }
  }
}

/** Whether an action ended in time. What it does afterwards is ignored. */
async function endsWithin(limitMs: number, action: () => Promise<void> | void): Promise<boolean> {
  const ended = (async () => {
    await action();
    return true;
  })();
  return await within(limitMs, ended, () => false);
}
