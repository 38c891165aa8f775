import type { TimedAnswer } from "./timed-request.ts";

/** Answers to one kind of victim. */
export class Sample {
  readonly #times: number[] = [];
  refused = 0;

  /** Adds an answer; every status but 200 and 304 is a refusal. */
  add({ status, ms }: Pick<TimedAnswer, "status" | "ms">): void {
    this.#times.push(ms);
    if (status !== 200 && status !== 304) this.refused += 1;
  }

  /** The time in milliseconds below which a share of the answers lies. */
  quantile(share: number): number {
    const sorted = this.#times.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  }

  /** How many were refused, and the usual times. */
  get text(): string {
    const ms = (share: number) => `${Math.round(this.quantile(share))} ms`;
    return `${this.refused} of ${this.#times.length} refused, p50 ${ms(0.5)}, p99 ${ms(0.99)}`;
  }
}
