import { HANDOVER_LIMITS } from "../../queue/tiles/handover.ts";

/** A mark that holds until a time, in milliseconds. */
type Mark =
  | { readonly state: "leased"; readonly job: string; readonly until: number }
  | { readonly state: "delivered"; readonly until: number };

/**
 * What queue/tiles/STATES.md says of one block, in plain TypeScript: the reference for the scripts in Redis.
 */
export class BlockModel {
  now = 1_000_000;
  /** Processes with a wish, by tile. */
  readonly wishes = new Map<string, Set<string>>();
  readonly #marks = new Map<string, Mark>();
  #jobQueuedAt: number | undefined;

  stateOf(tile: string): "open" | "leased" | "delivered" {
    const mark = this.#marks.get(tile);
    return mark === undefined || mark.until <= this.now ? "open" : mark.state;
  }

  register(process: string, tiles: readonly string[]): { delivered: string[]; needsJob: boolean } {
    const delivered = tiles.filter((tile) => this.stateOf(tile) === "delivered");
    const rest = tiles.filter((tile) => !delivered.includes(tile));
    for (const tile of rest) this.wishes.set(tile, (this.wishes.get(tile) ?? new Set()).add(process));
    const isQueued =
      this.#jobQueuedAt !== undefined && this.#jobQueuedAt + HANDOVER_LIMITS.jobLostMs > this.now;
    const needsJob = !isQueued && rest.some((tile) => this.stateOf(tile) === "open");
    if (needsJob) this.#jobQueuedAt = this.now;
    return { delivered, needsJob };
  }

  withdraw(process: string, tile: string): void {
    this.wishes.get(tile)?.delete(process);
  }

  claim(job: string): { tiles: string[]; wishes: string[]; wished: number } {
    this.#jobQueuedAt = undefined;
    const wished = [...this.wishes].filter(([, processes]) => processes.size > 0).map(([tile]) => tile);
    const tiles = wished.filter((tile) => this.stateOf(tile) === "open" || this.#holds(job, tile));
    for (const tile of tiles) this.#lease(job, tile);
    const wishes = tiles.flatMap((tile) =>
      [...(this.wishes.get(tile) ?? [])].map((process) => `${tile}|${process}`),
    );
    return { tiles, wishes, wished: wished.length };
  }

  /** Returns whether the job still held all of the tiles. */
  renew(job: string, tiles: readonly string[]): boolean {
    const held = tiles.filter((tile) => {
      const mark = this.#marks.get(tile);
      return mark?.state === "leased" && mark.job === job;
    });
    for (const tile of held) this.#lease(job, tile);
    return held.length === tiles.length;
  }

  /** Returns the processes that a message goes to, by tile. */
  deliver(tiles: readonly string[]): Map<string, string[]> {
    const until = this.now + HANDOVER_LIMITS.deliveredMs;
    for (const tile of tiles) this.#marks.set(tile, { state: "delivered", until });
    return this.#answer(tiles);
  }

  keep(tiles: readonly string[]): void {
    const until = this.now + HANDOVER_LIMITS.keptSeconds * 1_000;
    for (const tile of tiles) this.#marks.set(tile, { state: "delivered", until });
  }

  /** Returns the processes that a message goes to, by tile. */
  fail(job: string, tiles: readonly string[]): Map<string, string[]> {
    const failed = tiles.filter((tile) => this.stateOf(tile) === "open" || this.#holds(job, tile));
    for (const tile of failed) this.#marks.delete(tile);
    return this.#answer(failed);
  }

  #holds(job: string, tile: string): boolean {
    const mark = this.#marks.get(tile);
    return this.stateOf(tile) === "leased" && mark?.state === "leased" && mark.job === job;
  }

  #lease(job: string, tile: string): void {
    this.#marks.set(tile, { state: "leased", job, until: this.now + HANDOVER_LIMITS.leaseMs });
  }

  #answer(tiles: readonly string[]): Map<string, string[]> {
    const answered = new Map(tiles.map((tile) => [tile, [...(this.wishes.get(tile) ?? [])]]));
    for (const tile of tiles) this.wishes.delete(tile);
    return answered;
  }
}
