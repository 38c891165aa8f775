import type { RasterInfo } from "../../../core/rasters/raster-info.ts";
import type {
  AssetSource,
  BlockRequest,
  RenderedTile,
  RenderEngine,
  RunOptions,
  StatisticsTask,
} from "../engine/render-engine.ts";
import type { AreaStatistics, AreaTask } from "../engine/area-statistics.ts";
import type { ExpressionStatistics } from "../engine/statistics.ts";
import {
  NoProcessFree,
  RenderDeferred,
  RenderProcessCrashed,
  RenderTimeout,
  TaskReturned,
} from "../errors.ts";
import { OrganizationTurns, type Turn } from "./organization-turns.ts";
import { ProcessGroup } from "./process-group.ts";
import type { RenderChild } from "./render-child.ts";
import type { RenderPoolOptions, RenderPoolStats } from "./render-pool-options.ts";
import type { RenderResult, RenderTask } from "./render-protocol.ts";

/**
 * A render engine spread over supervised child processes. Besides RasterRefused, requests reject with
 * RenderProcessCrashed when their process died and with RenderTimeout when they took too long.
 */
export interface RenderPool extends RenderEngine {
  /** Resolves when the first of its processes takes tasks. */
  readonly started: Promise<void>;
  stats(): RenderPoolStats;
}

/** Starts the processes of a pool; requests wait until the first is ready. */
export function createRenderPool(options: RenderPoolOptions): RenderPool {
  return new ProcessPool(options);
}

interface Waiting extends Turn {
  readonly task: RenderTask;
  /** Only for a process without other tasks, which gets none beside it. */
  readonly alone: boolean;
  readonly resolve: (result: RenderResult) => void;
  readonly reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

/** A task that takes longer than this gets no others behind it. */
const SLOW_MS = 1_000;
const LOOK_EVERY_MS = 100;
const HELD_ALL = "The organization's renders take long and held every process.";
/** Of an entry that does not wait yet. */
const NEVER = undefined as unknown as NodeJS.Timeout;

class ProcessPool implements RenderPool {
  readonly #options: RenderPoolOptions;
  readonly #group: ProcessGroup;
  readonly #turns: OrganizationTurns;
  readonly #waiting: Waiting[] = [];
  /** Whose tasks each process has, in the order in which it works on them. */
  readonly #running = new Map<RenderChild, readonly (string | undefined)[]>();
  #watch: NodeJS.Timeout | undefined;
  /** Processes whose task runs alone. */
  readonly #reserved = new Set<RenderChild>();
  #timeouts = 0;
  #closing: Promise<void> | undefined;

  constructor(options: RenderPoolOptions) {
    this.#options = options;
    this.#turns = new OrganizationTurns(options.processes);
    this.#group = new ProcessGroup(options, () => this.#dispatch());
  }

  async inspect(source: AssetSource, run?: RunOptions): Promise<RasterInfo> {
    const result = await this.#request({ kind: "inspect", source, isQuick: run?.isQuick ?? false }, run);
    if (result.kind !== "inspect") throw otherAnswer();
    return result.info;
  }

  async statistics(
    source: AssetSource,
    work: StatisticsTask,
    run?: RunOptions,
  ): Promise<ExpressionStatistics | null> {
    const result = await this.#request({ kind: "statistics", source, work }, run);
    if (result.kind !== "statistics") throw otherAnswer();
    return result.statistics;
  }

  async areaStatistics(source: AssetSource, work: AreaTask, run?: RunOptions): Promise<AreaStatistics> {
    const result = await this.#request({ kind: "area", source, work }, run);
    if (result.kind !== "area") throw otherAnswer();
    return result.found;
  }

  async renderBlock(block: BlockRequest, run?: RunOptions): Promise<RenderedTile[]> {
    const result = await this.#request({ kind: "block", request: block }, run);
    if (result.kind !== "block") throw otherAnswer();
    run?.onTimes?.(result.times);
    return [...result.tiles];
  }

  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  get started(): Promise<void> {
    return this.#group.started;
  }

  stats(): RenderPoolStats {
    return { ...this.#group.stats(), waiting: this.#waiting.length, timeouts: this.#timeouts };
  }

  #request(task: RenderTask, { alone = false, organization, isStruck = false }: RunOptions = {}) {
    return new Promise<RenderResult>((resolve, reject) => {
      if (this.#closing) {
        reject(new RenderProcessCrashed("The render pool is closed."));
        return;
      }
      const turn = this.#turns.admit(organization, isStruck);
      if (turn === undefined) {
        reject(new RenderDeferred("The organization's other renders come first.", { isStrike: false }));
        return;
      }
      this.#wait({ task, alone: alone || turn.isStruck, ...turn, resolve, reject, timer: NEVER });
    }).finally(() => this.#turns.leave(organization));
  }

  #wait(entry: Waiting): void {
    const { timeoutMs, waitMs = timeoutMs } = this.#options;
    entry.timer = setTimeout(() => {
      this.#waiting.splice(this.#waiting.indexOf(entry), 1);
      entry.reject(new NoProcessFree(`No render process was free for ${waitMs} ms.`));
    }, waitMs);
    this.#waiting.push(entry);
    this.#dispatch();
  }

  /** Hands waiting tasks to processes with room, in order, past those that are not open to them now. */
  #dispatch(): void {
    for (const next of this.#waiting.slice()) {
      const open = this.#openTo(next.organization);
      const child = this.#freestOf(open, next);
      if (child === undefined && open.length === this.#group.ready().length) return;
      if (child === undefined) continue;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      clearTimeout(next.timer);
      void this.#run(next, child);
    }
  }

  #freestOf(open: readonly RenderChild[], { alone }: Waiting): RenderChild | undefined {
    const [first] = open
      .filter((child) => !this.#reserved.has(child) && child.workedMs < SLOW_MS)
      .sort((a, b) => a.inFlight - b.inFlight);
    const tasksMax = alone ? 1 : this.#options.jobsPerProcess;
    return first !== undefined && first.inFlight < tasksMax ? first : undefined;
  }

  /**
   * The processes that an organization may use now: all but one while others have work as well, so that its
   * neighbour's next tile waits neither for a process nor for a processor.
   */
  #openTo(organization: string | undefined): RenderChild[] {
    const ready = this.#group.ready();
    const most = this.#options.processes - 1;
    if (organization === undefined || most === 0 || !this.#turns.isShared(organization)) return ready;
    const own = ready.filter((child) => this.#running.get(child)?.includes(organization));
    return own.length < most ? ready : own;
  }

  async #run(entry: Waiting, child: RenderChild): Promise<void> {
    const { task, alone, organization, resolve, reject } = entry;
    if (alone) this.#reserved.add(child);
    const running = this.#running.get(child) ?? [];
    this.#running.set(child, [...running, organization]);
    this.#watch ??= setInterval(() => this.#makeRoom(), LOOK_EVERY_MS);
    try {
      const result = await child.run(task, this.#options.timeoutMs);
      // Inside its sandbox, a process does not know the number by which it is known outside.
      resolve(result.kind === "block" ? { ...result, times: { ...result.times, pid: child.pid } } : result);
    } catch (error) {
      if (error instanceof RenderTimeout) this.#timeouts += 1;
      if (!(error instanceof TaskReturned) || this.#closing) reject(error as Error);
      else if (this.#turns.isStruck(organization)) reject(new RenderDeferred(HELD_ALL, { isStrike: false }));
      else this.#wait(entry);
    }
    this.#forget(child, organization);
    if (!alone) return;
    this.#reserved.delete(child);
    this.#dispatch();
  }

  #forget(child: RenderChild, organization: string | undefined): void {
    const running = [...(this.#running.get(child) ?? [])];
    running.splice(running.indexOf(organization), 1);
    if (running.length > 0) this.#running.set(child, running);
    else this.#running.delete(child);
    if (this.#running.size > 0) return;
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  /**
   * Tasks behind one that takes long go to other processes. When tasks of one organization that take long
   * hold every process, the youngest gives way.
   */
  #makeRoom(): void {
    const slow = [...this.#running.keys()].filter((child) => child.alive && child.workedMs >= SLOW_MS);
    for (const child of slow) child.giveBack();
    if (slow.length < Math.max(2, this.#options.processes)) return;
    const owners = new Set(slow.map((child) => this.#running.get(child)?.[0]));
    const [owner] = owners;
    if (owners.size > 1 || owner === undefined || !this.#turns.isContended(owner)) return;
    const youngest = slow.reduce((a, b) => (a.workedMs <= b.workedMs ? a : b));
    this.#turns.strike(owner);
    this.#group.replaceNow(youngest, new RenderDeferred(HELD_ALL, { isStrike: true }));
    const turnedAway = this.#waiting.filter(({ organization }) => organization === owner);
    for (const entry of turnedAway) {
      this.#waiting.splice(this.#waiting.indexOf(entry), 1);
      clearTimeout(entry.timer);
      entry.reject(new RenderDeferred(HELD_ALL, { isStrike: false }));
    }
  }

  async #closeAll(): Promise<void> {
    for (const { reject, timer } of this.#waiting.splice(0)) {
      clearTimeout(timer);
      reject(new RenderProcessCrashed("The render pool is closed."));
    }
    await this.#group.close();
    clearInterval(this.#watch);
  }
}

function otherAnswer(): Error {
  return new Error("The render process answered another question.");
}
