/** One request of a viewer. */
export interface Sample {
  /** Whether the tile had been drawn before. */
  readonly kind: "warm" | "cold";
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** `cut`: no whole answer came, and the tile may or may not be recorded. */
  readonly ending: "answered" | "refused" | "cut" | "wrong";
  /** Why it was not answered. */
  readonly reason: string;
}

/** When things happened, on the clock of the samples. */
export interface Moments {
  readonly startedAtMs: number;
  readonly struckAtMs: number;
  /** When the fault was taken back, or when its effect is over by itself. */
  readonly liftedAtMs: number;
  readonly endedAtMs: number;
}

/** What the viewers noticed of a fault. */
export interface LoadReport {
  readonly requests: number;
  readonly answered: number;
  readonly cut: number;
  readonly wrong: number;
  /** Requests for cached and for cold tiles that were not answered. */
  readonly failedWarm: number;
  readonly failedCold: number;
  /** Answers of cached tiles that came late. */
  readonly slowWarm: number;
  readonly slowestWarmMs: number;
  readonly slowestColdMs: number;
  /** Cached tiles a second while the fault lasted, as a share of those before; of a fault that lasts. */
  readonly keptShare: number | undefined;
  /** From the end of the fault to the end of the last request that failed or was slow. */
  readonly recoveryMs: number;
  /** How often each reason was given. */
  readonly reasons: Readonly<Record<string, number>>;
}

/**
 * An answer that takes longer than this counts as late, or longer than twice the slowest one before the
 * fault: a busy machine is slow without faults.
 */
const SLOW_MS = 2_000;

/** Cold tiles are drawn within this time after a lease has ended or a server is back. */
const SLOW_COLD_MS = 5_000;

/** In a shorter time, a rate says nothing. */
const LASTS_MS = 2_000;

/** The first part of a quiet time is left out: connections are opened, links are looked up. */
const WARM_UP_MS = 1_000;

/** What samples say about a fault. */
export function reportOf(samples: readonly Sample[], moments: Moments): LoadReport {
  const { startedAtMs, struckAtMs, liftedAtMs } = moments;
  const took = ({ startedAtMs: from, endedAtMs: to }: Sample) => to - from;
  const slowest = (some: readonly Sample[]) => some.reduce((most, sample) => Math.max(most, took(sample)), 0);
  const answered = samples.filter(({ ending }) => ending === "answered");
  const failed = samples.filter(({ ending }) => ending !== "answered");
  const of = (kind: Sample["kind"], some: readonly Sample[]) => some.filter((sample) => sample.kind === kind);
  const rate = (fromMs: number, toMs: number) => {
    const within = of("warm", answered).filter(({ endedAtMs: at }) => at >= fromMs && at < toMs);
    return toMs > fromMs ? within.length / (toMs - fromMs) : 0;
  };
  const before = rate(startedAtMs + WARM_UP_MS, struckAtMs);
  const quiet = answered.filter(({ endedAtMs: at }) => at < struckAtMs);
  const lateMs = {
    warm: Math.max(SLOW_MS, 2 * slowest(of("warm", quiet))),
    cold: Math.max(SLOW_COLD_MS, 2 * slowest(of("cold", quiet))),
  };
  const slow = answered.filter((sample) => took(sample) > lateMs[sample.kind]);
  const lastBadAtMs = [...failed, ...slow].reduce((last, { endedAtMs: at }) => Math.max(last, at), 0);
  const reasons: Record<string, number> = {};
  for (const { reason } of failed) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return {
    requests: samples.length,
    answered: answered.length,
    cut: samples.filter(({ ending }) => ending === "cut").length,
    wrong: samples.filter(({ ending }) => ending === "wrong").length,
    failedWarm: of("warm", failed).length,
    failedCold: of("cold", failed).length,
    slowWarm: of("warm", slow).length,
    slowestWarmMs: slowest(of("warm", answered)),
    slowestColdMs: slowest(of("cold", answered)),
    keptShare: liftedAtMs - struckAtMs < LASTS_MS ? undefined : rate(struckAtMs, liftedAtMs) / before,
    recoveryMs: Math.max(0, lastBadAtMs - liftedAtMs),
    reasons,
  };
}
