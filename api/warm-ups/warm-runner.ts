import { setMaxListeners } from "node:events";
import { InputError, ProblemError } from "../../core/errors.ts";
import { DAY_MS } from "../../core/clock.ts";
import { tileSpec, type TileSpec } from "../../core/tiles/tile-spec.ts";
import { walkTiles, type TileGroup } from "../../core/tiles/tile-walk.ts";
import { warmArea } from "../../core/warm-ups/warm-plan.ts";
import type { Logger } from "../../infra/logger.ts";
import type { Metrics } from "../../infra/metrics.ts";
import { newId } from "../../infra/new-id.ts";
import { isDatabaseUnavailable } from "../../storage/database/database.ts";
import {
  claimWarmUp,
  endWarmUp,
  forgetWarmUps,
  noteWarmProgress,
  releaseWarmUp,
  renewWarmUp,
  type WarmProgress,
  type WarmUpRow,
} from "../../storage/warm-ups/warm-ups.ts";
import type { TileServer } from "../tiles/tile-server.ts";
import { findWarmTarget, type WarmTarget, type WarmTargetDeps } from "./warm-target.ts";

interface Parts extends WarmTargetDeps {
  readonly tiles: Pick<TileServer, "serve">;
  readonly metrics: Pick<Metrics, "warmTiles">;
  readonly logger: Logger;
}

/** How often a process looks for warm-ups that another one has started or left. */
const LOOK_MS = 5_000;

/** How often a process renews its lease, and learns that a warm-up was cancelled. */
const RENEW_MS = 2_000;

/** How often progress is noted, and how long a process goes on with one before another one has its turn. */
const NOTE_MS = 1_000;
const TURN_MS = 20_000;

/** Groups of 16 tiles that are requested at once: while one is drawn, the next one waits at the workers. */
const GROUPS_AT_ONCE = 2;

/** How long one tile may take in the background. */
const TILE_DEADLINE_MS = 120_000;

/** How long a warm-up rests when workers, the queue or a file are not ready, and after a fault. */
const BUSY_SECONDS = 5;
const PREPARED_SECONDS = 30;
const FAULT_SECONDS = 30;

/** So many failed tiles without one that was drawn: the files cannot be drawn at all. */
const FAILED_MAX = 64;

/** A warm-up that has not ended by then will not. */
const DAYS_MAX = 7;

const FORGET_MS = 3_600_000;

/** How one tile ended. */
type TileResult = { readonly kind: "drawn" | "stored" | "empty" | "failed"; readonly bytes: number };

/**
 * Draws what warm-ups name, in the background of the render pools. Every API process takes one at a time,
 * under a lease, and notes in PostgreSQL how far it is: so any of them may end, and another one goes on.
 */
export class WarmRunner {
  readonly #parts: Parts;
  readonly #processId = newId();
  readonly #stopping = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | undefined;
  #forgotAtMs = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.wake(), LOOK_MS).unref();
  }

  /** Looks for something to draw now. */
  wake(): void {
    if (this.#stopping.signal.aborted) return;
    this.#running ??= this.#runAll()
      .catch((error: unknown) => this.#logFault(error, {}))
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** Stops; another process goes on at once. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopping.abort();
    await this.#running;
  }

  async #runAll(): Promise<void> {
    const { database } = this.#parts;
    if (performance.now() - this.#forgotAtMs > FORGET_MS || this.#forgotAtMs === 0) {
      this.#forgotAtMs = performance.now();
      await forgetWarmUps(database);
    }
    while (!this.#stopping.signal.aborted) {
      const row = await claimWarmUp(database, this.#processId);
      if (row === undefined) return;
      await this.#runTurn(row);
    }
  }

  /** Goes on with a warm-up until its turn or the warm-up ends. */
  async #runTurn(claimed: WarmUpRow): Promise<void> {
    const { database } = this.#parts;
    const release = (afterSeconds: number, reason: string | null) =>
      releaseWarmUp(database, claimed.id, this.#processId, { afterSeconds, reason });
    const endsAtMs = performance.now() + TURN_MS;
    const { signal, stop } = this.#holding(claimed.id);
    try {
      let row: WarmUpRow | undefined = claimed;
      while (row !== undefined && performance.now() < endsAtMs && !signal.aborted) {
        row = await this.#runStep(row, signal);
      }
      await release(0, null);
    } catch (error) {
      if (signal.aborted) return await release(0, null);
      if (error instanceof ProblemError && error.code === "being_prepared") {
        await release(PREPARED_SECONDS, error.detail);
      } else if (error instanceof ProblemError) {
        await release(BUSY_SECONDS, "waits for render workers");
      } else {
        this.#logFault(error, { warmUpId: claimed.id });
        await release(FAULT_SECONDS, "waits after a fault of the service");
      }
    } finally {
      stop();
    }
  }

  /** Renews a lease; the signal says that the warm-up was cancelled or lost, or that the process ends. */
  #holding(id: string): { readonly signal: AbortSignal; readonly stop: () => void } {
    const lost = new AbortController();
    const renew = async () => {
      if (!(await renewWarmUp(this.#parts.database, id, this.#processId))) lost.abort();
    };
    const timer = setInterval(() => void renew().catch(() => undefined), RENEW_MS).unref();
    const signal = AbortSignal.any([this.#stopping.signal, lost.signal]);
    // Each tile of some groups listens.
    setMaxListeners(0, signal);
    return { signal, stop: () => clearInterval(timer) };
  }

  /** Draws for about a second; undefined when the warm-up has ended. */
  async #runStep(row: WarmUpRow, signal: AbortSignal): Promise<WarmUpRow | undefined> {
    const { database, clock } = this.#parts;
    const end = async (state: "cancelled" | "failed" | "completed", reason: string | null) => {
      await endWarmUp(database, row.id, { state, reason });
      return undefined;
    };
    if (clock() - row.createdAt.getTime() > DAYS_MAX * DAY_MS) {
      return await end("failed", `It had not ended after ${DAYS_MAX} days.`);
    }
    const target = await this.#findTarget(row);
    if (typeof target === "string") return await end("cancelled", target);
    const { progress, isWhole } = await this.#draw(row, target, signal);
    const noted = await noteWarmProgress(database, row.id, this.#processId, progress);
    if (noted === undefined) return undefined;
    if (noted.tilesFailed >= FAILED_MAX && noted.tilesFailed === noted.tilesDone) {
      return await end("failed", "Its files cannot be drawn.");
    }
    return isWhole ? await end("completed", null) : noted;
  }

  /** The target, or why there is none any more. */
  async #findTarget(row: WarmUpRow): Promise<WarmTarget | string> {
    try {
      const target = await findWarmTarget(this.#parts, row);
      return target ?? "Its target is deleted, or its link is revoked, paused or expired.";
    } catch (error) {
      if (error instanceof InputError) return "The target has no such profile any more.";
      throw error;
    }
  }

  /** Draws groups of tiles, in order, for about a second. */
  async #draw(
    row: WarmUpRow,
    target: WarmTarget,
    signal: AbortSignal,
  ): Promise<{ progress: WarmProgress; isWhole: boolean }> {
    const area = warmArea(target.layers, row);
    const results: TileResult[] = [];
    const endsAtMs = performance.now() + NOTE_MS;
    const at = (nextZoom: number, nextGroup: number) => ({ nextZoom, nextGroup, ...summed(results) });
    for (let zoom = row.nextZoom; zoom <= row.zoomMax; zoom += 1) {
      const from = zoom === row.nextZoom ? row.nextGroup : 0;
      for (const groups of portions(walkTiles(area, zoom, from), GROUPS_AT_ONCE)) {
        if (performance.now() >= endsAtMs || signal.aborted) {
          return { progress: at(zoom, groups[0]!.index), isWhole: false };
        }
        const specs = groups.flatMap(({ tiles }) => tiles.map((address) => tileSpec(address, row)));
        try {
          const drawing = specs.map((spec) => this.#drawOne(row, target, spec, signal));
          results.push(...(await Promise.all(drawing)));
        } catch (error) {
          // What was drawn before is noted first; the next step meets the same fault.
          if (results.length === 0) throw error;
          return { progress: at(zoom, groups[0]!.index), isWhole: false };
        }
      }
    }
    return { progress: at(row.zoomMax, Number.MAX_SAFE_INTEGER), isWhole: true };
  }

  /** Throws a ProblemError when the tile has to wait. */
  async #drawOne(
    row: WarmUpRow,
    { layers }: WarmTarget,
    spec: TileSpec,
    signal: AbortSignal,
  ): Promise<TileResult> {
    const { tiles, metrics } = this.#parts;
    const result = await tiles
      .serve({
        organizationId: row.organizationId,
        layers,
        spec,
        ifNoneMatch: undefined,
        signal: () => signal,
        deadlineMs: TILE_DEADLINE_MS,
        isInBackground: true,
      })
      .then((served): TileResult => {
        if (served.kind !== "tile") return { kind: "empty", bytes: 0 };
        const kind = served.cacheResult === "render" ? "drawn" : "stored";
        return { kind, bytes: kind === "drawn" ? served.bytes.length : 0 };
      })
      .catch((error: unknown): TileResult => {
        const isFinal = error instanceof ProblemError && !WAITS.has(error.code);
        if (!isFinal) throw error;
        return { kind: "failed", bytes: 0 };
      });
    metrics.warmTiles.inc({ result: result.kind });
    return result;
  }

  #logFault(error: unknown, fields: object): void {
    // PostgreSQL's outages are logged by others.
    const level = isDatabaseUnavailable(error) ? "debug" : "warn";
    this.#parts.logger[level]({ err: error, ...fields }, "a warm-up waits after a fault");
  }
}

/** Problems that end by themselves. */
const WAITS: ReadonlySet<string> = new Set(["unavailable", "being_prepared"]);

function summed(results: readonly TileResult[]): Omit<WarmProgress, "nextZoom" | "nextGroup"> {
  const count = (kind: TileResult["kind"]) => results.filter((result) => result.kind === kind).length;
  return {
    done: results.length,
    drawn: count("drawn"),
    empty: count("empty"),
    failed: count("failed"),
    bytes: results.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function* portions(groups: Iterable<TileGroup>, size: number): Generator<TileGroup[]> {
  let portion: TileGroup[] = [];
  for (const group of groups) {
    portion.push(group);
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
