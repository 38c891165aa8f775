import type { Logger } from "../../../infra/logger.ts";
import type { RenderEngine, RunOptions } from "../engine/render-engine.ts";
import { RenderProcessCrashed, RenderTimeout } from "../errors.ts";
import { startRenderChild, type RenderChild } from "./render-child.ts";
import type { RenderResult, RenderTask } from "./render-protocol.ts";

/** How a pool of render processes is sized and limited. */
export interface RenderPoolOptions {
  readonly processes: number;
  readonly jobsPerProcess: number;
  /** For one request, from the moment a process has it; as long again while it waits for one. */
  readonly timeoutMs: number;
  /** Resident bytes after which a process is replaced when it has finished what it is at. */
  readonly processBytesMax: number;
  readonly gdalCacheMegabytes: number;
  readonly gdalOptions: Readonly<Record<string, string>>;
  readonly logger: Logger;
  /** Open rasters in each process. */
  readonly filesMax?: number;
}

/** What a pool is at, for metrics and health. */
export interface RenderPoolStats {
  readonly processes: readonly {
    readonly pid: number | undefined;
    readonly inFlight: number;
    readonly residentBytes: number;
    readonly state: ChildState;
  }[];
  readonly waiting: number;
  readonly crashes: number;
  readonly timeouts: number;
  /** Processes replaced because of their memory. */
  readonly replacements: number;
}

/**
 * A render engine spread over supervised child processes. Besides RasterRefused, requests reject with RenderProcessCrashed when
 * their process died and with RenderTimeout when they took too long.
 */
export interface RenderPool extends RenderEngine {
  stats(): RenderPoolStats;
}

type ChildState = "starting" | "ready" | "draining";

interface Waiting {
  readonly task: RenderTask;
  /** Only for a process without other tasks, and nothing beside it. */
  readonly alone: boolean;
  readonly resolve: (result: RenderResult) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

const FILES_MAX = 64;
const CLOSE_GRACE_MS = 3000;
const BACKOFF_FIRST_MS = 100;
const BACKOFF_LAST_MS = 10_000;

/** Starts the processes of a pool; requests wait until the first is ready. */
export function createRenderPool(options: RenderPoolOptions): RenderPool {
  const { logger } = options;
  const children = new Map<RenderChild, ChildState>();
  const waiting: Waiting[] = [];
  const restarts = new Set<NodeJS.Timeout>();
  /** Children whose task runs alone. */
  const taken = new Set<RenderChild>();
  const counts = { crashes: 0, timeouts: 0, replacements: 0 };
  let startFailures = 0;
  let closing: Promise<void> | undefined;

  const start = () => {
    const child = startRenderChild(
      {
        filesMax: options.filesMax ?? FILES_MAX,
        gdalCacheMegabytes: options.gdalCacheMegabytes,
        gdalOptions: options.gdalOptions,
      },
      {
        onReady(ready) {
          startFailures = 0;
          children.set(ready, "ready");
          dispatch();
        },
        onAnswer(answered) {
          replaceWhenLarge(answered);
          dispatch();
        },
        onExit(ended, exit) {
          const state = children.get(ended);
          children.delete(ended);
          if (closing || state === "draining") return;
          logger.error({ ...exit, renderPid: ended.pid, state }, "render process ended");
          counts.crashes++;
          restart(state === "starting");
        },
      },
    );
    children.set(child, "starting");
  };

  const restart = (diedAtStart: boolean) => {
    if (!diedAtStart) {
      start();
      return;
    }
    const delayMs = Math.min(BACKOFF_LAST_MS, BACKOFF_FIRST_MS * 2 ** startFailures++);
    const timer = setTimeout(() => {
      restarts.delete(timer);
      start();
    }, delayMs);
    restarts.add(timer);
  };

  const replaceWhenLarge = (child: RenderChild) => {
    if (children.get(child) === "ready" && child.residentBytes > options.processBytesMax) {
      logger.warn({ renderPid: child.pid, residentBytes: child.residentBytes }, "render process is replaced");
      counts.replacements++;
      children.set(child, "draining");
      start();
    }
    if (children.get(child) === "draining" && child.inFlight === 0) void child.close(CLOSE_GRACE_MS);
  };

  const freestFor = (next: Waiting | undefined): RenderChild | undefined => {
    if (!next) return undefined;
    const ready = [...children].flatMap(([child, state]) =>
      state === "ready" && child.alive && !taken.has(child) ? [child] : [],
    );
    const [first] = ready.sort((a, b) => a.inFlight - b.inFlight);
    const tasksMax = next.alone ? 1 : options.jobsPerProcess;
    return first && first.inFlight < tasksMax ? first : undefined;
  };

  const dispatch = () => {
    for (let child = freestFor(waiting[0]); child; child = freestFor(waiting[0])) {
      const { task, alone, resolve, reject, timer } = waiting.shift()!;
      clearTimeout(timer);
      if (alone) taken.add(child);
      const runner = child;
      runner
        .run(task, options.timeoutMs)
        .then(resolve, (error: Error) => {
          if (error instanceof RenderTimeout) counts.timeouts++;
          reject(error);
        })
        .finally(() => {
          if (!alone) return;
          taken.delete(runner);
          dispatch();
        });
    }
  };

  const request = (task: RenderTask, { alone = false }: RunOptions = {}): Promise<RenderResult> =>
    new Promise((resolve, reject) => {
      if (closing) {
        reject(new RenderProcessCrashed("The render pool is closed."));
        return;
      }
      const entry: Waiting = {
        task,
        alone,
        resolve,
        reject,
        timer: setTimeout(() => {
          waiting.splice(waiting.indexOf(entry), 1);
          reject(new RenderTimeout(`No render process was free for ${options.timeoutMs} ms.`));
        }, options.timeoutMs),
      };
      waiting.push(entry);
      dispatch();
    });

  const closeAll = async () => {
    for (const timer of restarts) clearTimeout(timer);
    for (const { reject, timer } of waiting.splice(0)) {
      clearTimeout(timer);
      reject(new RenderProcessCrashed("The render pool is closed."));
    }
    await Promise.all([...children.keys()].map((child) => child.close(CLOSE_GRACE_MS)));
  };

  for (let index = 0; index < options.processes; index++) start();
  return {
    async inspect(source, run) {
      const result = await request({ kind: "inspect", source }, run);
      if (result.kind !== "inspect") throw new Error("The render process answered another question.");
      return result.info;
    },
    async statistics(source, expression, run) {
      const result = await request({ kind: "statistics", source, expression }, run);
      if (result.kind !== "statistics") throw new Error("The render process answered another question.");
      return result.statistics;
    },
    async renderBlock(block, run) {
      const result = await request({ kind: "block", request: block }, run);
      if (result.kind !== "block") throw new Error("The render process answered another question.");
      return [...result.tiles];
    },
    close: () => (closing ??= closeAll()),
    stats: () => ({
      processes: [...children].map(([child, state]) => ({
        pid: child.pid,
        inFlight: child.inFlight,
        residentBytes: child.residentBytes,
        state,
      })),
      waiting: waiting.length,
      ...counts,
    }),
  };
}
