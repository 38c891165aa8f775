/** Statuses that mean "not now": the call had no effect and may succeed later. */
const REFUSED_STATUSES = [429, 503];

/** Statuses after which the effect of a call is unknown, as it is when no answer came. */
const UNCERTAIN_STATUSES = [408, 502, 504];

/** A conflict with a `Retry-After`: the first attempt under this Idempotency-Key still runs. */
const STILL_RUNNING_STATUS = 409;

const FIRST_DELAY_MS = 500;
const DELAY_MS_MAX = 30_000;

/** A longer `Retry-After` is left to the caller, however much time the call has. */
const RETRY_AFTER_SECONDS_MAX = 120;

/** An attempt that failed, for the decision about another one. */
export interface FailedAttempt {
  /** Undefined when no answer came, or only a part of one. */
  readonly status: number | undefined;
  /** The `Retry-After` of the service, in seconds. */
  readonly retryAfter: number | undefined;
  /** Whether making the call twice has the effect of making it once. */
  readonly isRepeatable: boolean;
  /** Whether the same call would fail again: a raster that cannot be rendered. */
  readonly isLasting: boolean;
  /** How many attempts were made before this one. */
  readonly attempt: number;
  readonly retriesMax: number;
  /** How much time the call has left. */
  readonly remainingMs: number;
  /** From 0 to 1: spreads clients that failed together. */
  readonly random: number;
}

/**
 * The wait before the next attempt, or undefined for none; it never exceeds the time that the call has left.
 */
export function retryDelayMs(failed: FailedAttempt): number | undefined {
  const { retryAfter, attempt, retriesMax, remainingMs, random } = failed;
  if (attempt >= retriesMax || !mayHelp(failed)) return undefined;
  if (retryAfter !== undefined && retryAfter > RETRY_AFTER_SECONDS_MAX) return undefined;
  const backOffMs = Math.min(DELAY_MS_MAX, FIRST_DELAY_MS * 2 ** attempt);
  const delayMs =
    retryAfter === undefined ? backOffMs * (0.5 + random / 2) : retryAfter * 1000 + random * SPREAD_MS;
  return delayMs < remainingMs ? delayMs : undefined;
}

function mayHelp({ status, retryAfter, isRepeatable, isLasting }: FailedAttempt): boolean {
  if (isLasting) return false;
  if (status === undefined) return isRepeatable;
  if (REFUSED_STATUSES.includes(status)) return true;
  if (status === STILL_RUNNING_STATUS) return isRepeatable && retryAfter !== undefined;
  return isRepeatable && UNCERTAIN_STATUSES.includes(status);
}

/** Added to a `Retry-After`, which many clients may have received at once. */
const SPREAD_MS = 250;

/** A `Retry-After` header in seconds, whether it was a number or a date. */
export function retryAfterSeconds(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header);
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, (atMs - nowMs) / 1000);
}
