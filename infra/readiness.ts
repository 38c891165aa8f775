import type { Lifecycle, LifecycleState } from "./lifecycle.ts";

/** How often the event loop is looked at. */
const LOOK_EVERY_MS = 500;

/**
 * A look that comes later than this says that the event loop was blocked. Load alone must not reach it: then
 * all replicas would leave the balancer together.
 */
export const BLOCKED_MS = 3_000;

/** What `/health/ready` says. */
export type ReadinessState = LifecycleState | "blocked";

/**
 * Whether a process takes requests: it has started, does not drain, and its own event loop turns. It never
 * looks at what all replicas share: one restart of PostgreSQL would take all of them out of the balancer,
 * although each could serve.
 */
export class Readiness {
  readonly #lifecycle: Pick<Lifecycle, "state">;
  readonly #now: () => number;
  readonly #timer: NodeJS.Timeout;
  #dueAtMs: number;
  #isBlocked = false;

  constructor(lifecycle: Pick<Lifecycle, "state">, now: () => number = () => performance.now()) {
    this.#lifecycle = lifecycle;
    this.#now = now;
    this.#dueAtMs = now() + LOOK_EVERY_MS;
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  /** What the process is at now. */
  state(): ReadinessState {
    const { state } = this.#lifecycle;
    return state === "ready" && this.#isBlocked ? "blocked" : state;
  }

  /** Notes how late this look comes; the timer calls it. */
  look(): void {
    this.#isBlocked = this.#now() - this.#dueAtMs > BLOCKED_MS;
    this.#dueAtMs = this.#now() + LOOK_EVERY_MS;
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
