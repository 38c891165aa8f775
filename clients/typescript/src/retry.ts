/** Statuses that mean "not now": the call had no effect and may succeed later. */
const RETRIED_STATUSES = [429, 503];

const FIRST_DELAY_MS = 500;
const DELAY_MS_MAX = 30_000;

/** A refused call, for the decision about another attempt. */
export interface RefusedAttempt {
  readonly status: number | undefined;
  /** The `Retry-After` of the service, in seconds. */
  readonly retryAfter: number | undefined;
  /** How many attempts were made before this one. */
  readonly attempt: number;
  readonly retriesMax: number;
  /** How much time the call has left. */
  readonly remainingMs: number;
  /** From 0 to 1: spreads clients that were refused together. */
  readonly random: number;
}

/**
 * The wait before the next attempt, or undefined for none; it never exceeds the time that the call has left.
 */
export function retryDelayMs(refused: RefusedAttempt): number | undefined {
  const { status, retryAfter, attempt, retriesMax, remainingMs, random } = refused;
  if (status === undefined || !RETRIED_STATUSES.includes(status) || attempt >= retriesMax) return undefined;
  const backOffMs = Math.min(DELAY_MS_MAX, FIRST_DELAY_MS * 2 ** attempt);
  const delayMs =
    retryAfter === undefined ? backOffMs * (0.5 + random / 2) : retryAfter * 1000 + random * SPREAD_MS;
  return delayMs < remainingMs ? delayMs : undefined;
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
