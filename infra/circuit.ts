import { within } from "./within.ts";

/** Thrown instead of a call to a part that does not answer. */
export class CircuitOpen extends Error {
  override readonly name = "CircuitOpen";
}

/** Thrown when a call takes longer than the budget; the call itself goes on. */
export class BudgetSpent extends Error {
  override readonly name = "BudgetSpent";
}

/** How a {@link Circuit} judges and probes its part. */
interface CircuitOptions {
  /** In messages, such as `Redis`. */
  readonly part: string;
  /** How long a call is waited for, in milliseconds. */
  readonly budgetMs: number;
  /** So many failures in a row open the circuit. */
  readonly failuresMax: number;
  /** A small question to the part; its answer closes the circuit. */
  readonly probe: () => Promise<unknown>;
  readonly probeEveryMs: number;
  readonly onChange?: (isOpen: boolean) => void;
}

/**
 * A circuit breaker: calls to a part that fails or is silent are given up at once, until it answers a probe.
 * Probes run beside the calls, so that no request waits for one (decision 147).
 */
export class Circuit {
  readonly #options: CircuitOptions;
  #failures = 0;
  #probing: NodeJS.Timeout | undefined;

  constructor(options: CircuitOptions) {
    this.#options = options;
  }

  /** Whether calls are given up at once. */
  get isOpen(): boolean {
    return this.#probing !== undefined;
  }

  /**
   * Calls the part, within the budget unless another one is given. Rejects with CircuitOpen, with
   * BudgetSpent, or with the failure of the call.
   */
  async run<T>(call: () => Promise<T>, budgetMs = this.#options.budgetMs): Promise<T> {
    if (this.isOpen) throw new CircuitOpen(`${this.#options.part} does not answer`);
    try {
      const result = await this.#within(call, budgetMs);
      this.#failures = 0;
      return result;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures >= this.#options.failuresMax) this.#open();
      throw error;
    }
  }

  /** Ends the probes. */
  close(): void {
    clearInterval(this.#probing);
    this.#probing = undefined;
  }

  async #within<T>(call: () => Promise<T>, budgetMs: number): Promise<T> {
    const { part } = this.#options;
    return await within(budgetMs, call(), (): never => {
      throw new BudgetSpent(`${part} took longer than ${budgetMs} ms`);
    });
  }

  #open(): void {
    if (this.isOpen) return;
    const { probe, probeEveryMs, budgetMs, onChange } = this.#options;
    let isAsking = false;
    this.#probing = setInterval(() => {
      if (isAsking) return;
      isAsking = true;
      this.#within(probe, budgetMs)
        .then(
          () => this.#shut(),
          () => undefined,
        )
        .finally(() => {
          isAsking = false;
        });
    }, probeEveryMs).unref();
    onChange?.(true);
  }

  #shut(): void {
    if (!this.isOpen) return;
    this.close();
    this.#failures = 0;
    this.#options.onChange?.(false);
  }
}
