import { startRenderChild, type RenderChild } from "./render-child.ts";
import { NO_SANDBOX } from "./sandbox.ts";
import type { RenderPoolOptions, RenderPoolStats } from "./render-pool-options.ts";

type ChildState = RenderPoolStats["processes"][number]["state"];

const FILES_MAX = 64;
const CLOSE_GRACE_MS = 3000;
/** Of the bytes that a process may have: it is replaced before its next task could take it beyond them. */
const REPLACE_SHARE = 0.75;
const BACKOFF_FIRST_MS = 100;
const BACKOFF_LAST_MS = 10_000;

/** The render processes of a pool: replaces those that die, and those that have grown beyond their bound. */
export class ProcessGroup {
  readonly #options: RenderPoolOptions;
  readonly #onRoom: () => void;
  readonly #children = new Map<RenderChild, ChildState>();
  readonly #restarts = new Set<NodeJS.Timeout>();
  /** Resolves when the first process takes tasks. */
  readonly started: Promise<void>;
  #onStarted: () => void = () => undefined;
  #crashes = 0;
  #replacements = 0;
  #startFailures = 0;
  #isClosing = false;

  /** Starts the processes; `onRoom` is called whenever one may take a task. */
  constructor(options: RenderPoolOptions, onRoom: () => void) {
    this.#options = options;
    this.#onRoom = onRoom;
    this.started = new Promise((resolve) => {
      this.#onStarted = resolve;
    });
    for (let index = 0; index < options.processes; index++) this.#start();
  }

  /** Processes that take tasks. */
  ready(): RenderChild[] {
    return [...this.#children].flatMap(([child, state]) => (state === "ready" && child.alive ? [child] : []));
  }

  /** Ends a process at once, because of what it is at, and starts another. */
  replaceNow(child: RenderChild, reason: Error): void {
    this.#children.set(child, "draining");
    this.#start();
    child.kill(reason);
  }

  stats(): Pick<RenderPoolStats, "processes" | "crashes" | "replacements"> {
    const processes = [...this.#children].map(([{ pid, inFlight, residentBytes }, state]) => ({
      pid,
      inFlight,
      residentBytes,
      state,
    }));
    return { processes, crashes: this.#crashes, replacements: this.#replacements };
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    for (const timer of this.#restarts) clearTimeout(timer);
    await Promise.all([...this.#children.keys()].map((child) => child.close(CLOSE_GRACE_MS)));
  }

  #start(): void {
    const { filesMax = FILES_MAX, gdalCacheMegabytes, gdalOptions, niceness = 0 } = this.#options;
    const { sandbox = NO_SANDBOX, processBytesMax, label = "tiles" } = this.#options;
    const child = startRenderChild(
      { filesMax, gdalCacheMegabytes, gdalOptions, niceness },
      { sandbox, bytesMax: processBytesMax, label },
      {
        onReady: (ready) => {
          this.#startFailures = 0;
          this.#children.set(ready, "ready");
          this.#onStarted();
          this.#onRoom();
        },
        onAnswer: (answered) => {
          this.#replaceWhenLarge(answered);
          this.#onRoom();
        },
        onExit: (ended, exit) => this.#onExit(ended, exit),
      },
    );
    this.#children.set(child, "starting");
  }

  #onExit(ended: RenderChild, exit: object): void {
    const state = this.#children.get(ended);
    this.#children.delete(ended);
    if (this.#isClosing || state === "draining") return;
    this.#options.logger.error({ ...exit, renderPid: ended.pid, state }, "render process ended");
    this.#crashes += 1;
    if (state === "starting") this.#startLater();
    else this.#start();
  }

  /** A process that died at its start would do so again at once. */
  #startLater(): void {
    const delayMs = Math.min(BACKOFF_LAST_MS, BACKOFF_FIRST_MS * 2 ** this.#startFailures++);
    const timer = setTimeout(() => {
      this.#restarts.delete(timer);
      this.#start();
    }, delayMs);
    this.#restarts.add(timer);
  }

  #replaceWhenLarge(child: RenderChild): void {
    const { residentBytes } = child;
    const { processBytesMax, replaceBytes = processBytesMax * REPLACE_SHARE } = this.#options;
    if (this.#children.get(child) === "ready" && residentBytes > replaceBytes) {
      this.#options.logger.warn({ renderPid: child.pid, residentBytes }, "render process is replaced");
      this.#replacements += 1;
      this.#children.set(child, "draining");
      this.#start();
    }
    if (this.#children.get(child) === "draining" && child.inFlight === 0) void child.close(CLOSE_GRACE_MS);
  }
}
