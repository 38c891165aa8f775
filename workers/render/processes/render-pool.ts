import type { RasterInfo } from "../../../core/rasters/raster-info.ts";
import type {
  AssetSource,
  BlockRequest,
  RenderedTile,
  RenderEngine,
  RunOptions,
} from "../engine/render-engine.ts";
import type { ExpressionStatistics } from "../engine/statistics.ts";
import { NoProcessFree, RenderProcessCrashed, RenderTimeout } from "../errors.ts";
import { ProcessGroup } from "./process-group.ts";
import type { RenderChild } from "./render-child.ts";
import type { RenderPoolOptions, RenderPoolStats } from "./render-pool-options.ts";
import type { RenderResult, RenderTask } from "./render-protocol.ts";

/**
 * A render engine spread over supervised child processes. Besides RasterRefused, requests reject with
 * RenderProcessCrashed when their process died and with RenderTimeout when they took too long.
 */
export interface RenderPool extends RenderEngine {
  stats(): RenderPoolStats;
}

/** Starts the processes of a pool; requests wait until the first is ready. */
export function createRenderPool(options: RenderPoolOptions): RenderPool {
  return new ProcessPool(options);
}

interface Waiting {
  readonly task: RenderTask;
  /** Only for a process without other tasks, which gets none beside it. */
  readonly alone: boolean;
  readonly resolve: (result: RenderResult) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

class ProcessPool implements RenderPool {
  readonly #options: RenderPoolOptions;
  readonly #group: ProcessGroup;
  readonly #waiting: Waiting[] = [];
  /** Processes whose task runs alone. */
  readonly #reserved = new Set<RenderChild>();
  #timeouts = 0;
  #closing: Promise<void> | undefined;

  constructor(options: RenderPoolOptions) {
    this.#options = options;
    this.#group = new ProcessGroup(options, () => this.#dispatch());
  }

  async inspect(source: AssetSource, run?: RunOptions): Promise<RasterInfo> {
    const result = await this.#request({ kind: "inspect", source }, run);
    if (result.kind !== "inspect") throw otherAnswer();
    return result.info;
  }

  async statistics(
    source: AssetSource,
    expression: string,
    run?: RunOptions,
  ): Promise<ExpressionStatistics | null> {
    const result = await this.#request({ kind: "statistics", source, expression }, run);
    if (result.kind !== "statistics") throw otherAnswer();
    return result.statistics;
  }

  async renderBlock(block: BlockRequest, run?: RunOptions): Promise<RenderedTile[]> {
    const result = await this.#request({ kind: "block", request: block }, run);
    if (result.kind !== "block") throw otherAnswer();
    return [...result.tiles];
  }

  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  stats(): RenderPoolStats {
    return { ...this.#group.stats(), waiting: this.#waiting.length, timeouts: this.#timeouts };
  }

  #request(task: RenderTask, { alone = false }: RunOptions = {}): Promise<RenderResult> {
    return new Promise((resolve, reject) => {
      if (this.#closing) {
        reject(new RenderProcessCrashed("The render pool is closed."));
        return;
      }
      const { timeoutMs } = this.#options;
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(entry), 1);
        reject(new NoProcessFree(`No render process was free for ${timeoutMs} ms.`));
      }, timeoutMs);
      const entry: Waiting = { task, alone, resolve, reject, timer };
      this.#waiting.push(entry);
      this.#dispatch();
    });
  }

  /** Hands waiting tasks, in order, to processes with room. */
  #dispatch(): void {
    for (let [next] = this.#waiting; next !== undefined; [next] = this.#waiting) {
      const child = this.#freestFor(next);
      if (child === undefined) return;
      this.#waiting.shift();
      clearTimeout(next.timer);
      void this.#run(next, child);
    }
  }

  #freestFor({ alone }: Waiting): RenderChild | undefined {
    const [first] = this.#group
      .ready()
      .filter((child) => !this.#reserved.has(child))
      .sort((a, b) => a.inFlight - b.inFlight);
    const tasksMax = alone ? 1 : this.#options.jobsPerProcess;
    return first !== undefined && first.inFlight < tasksMax ? first : undefined;
  }

  async #run({ task, alone, resolve, reject }: Waiting, child: RenderChild): Promise<void> {
    if (alone) this.#reserved.add(child);
    try {
      resolve(await child.run(task, this.#options.timeoutMs));
    } catch (error) {
      if (error instanceof RenderTimeout) this.#timeouts += 1;
      reject(error as Error);
    }
    if (!alone) return;
    this.#reserved.delete(child);
    this.#dispatch();
  }

  async #closeAll(): Promise<void> {
    for (const { reject, timer } of this.#waiting.splice(0)) {
      clearTimeout(timer);
      reject(new RenderProcessCrashed("The render pool is closed."));
    }
    await this.#group.close();
  }
}

function otherAnswer(): Error {
  return new Error("The render process answered another question.");
}
