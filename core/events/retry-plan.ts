const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

/** Attempts of one delivery: the last one comes about a day and a half after the first. */
export const ATTEMPTS_MAX = 12;

const FIRST_PAUSE_MS = 10 * SECOND_MS;
const PAUSE_FACTOR = 3;
const PAUSE_MAX_MS = 8 * 3_600 * SECOND_MS;

/** Pauses differ by so much of their length: endpoints that failed together are not tried together. */
const JITTER = 0.2;

/**
 * The pause after a failed attempt (1 is the first one), for a random number from 0 to 1; undefined after the
 * last attempt.
 */
export function pauseAfterMs(attempt: number, random: number): number | undefined {
  if (attempt >= ATTEMPTS_MAX) return undefined;
  const pauseMs = Math.min(PAUSE_MAX_MS, FIRST_PAUSE_MS * PAUSE_FACTOR ** (attempt - 1));
  return Math.round(pauseMs * (1 + JITTER * (2 * random - 1)));
}

const REST_MAX_MS = 300 * SECOND_MS;

/**
 * How long nothing is sent to an endpoint that failed so many times in a row: other deliveries to it would
 * fail as well.
 */
export function restAfterMs(failures: number): number {
  return Math.min(REST_MAX_MS, SECOND_MS * 2 ** Math.min(failures - 1, 20));
}

/** An endpoint is given up after both: so long without a success, and so many failures. */
export const GIVE_UP = { afterMs: 5 * DAY_MS, failures: 20 } as const;

/** Whether a failing endpoint is given up. */
export function isGivenUp(failingSinceMs: number, failures: number, nowMs: number): boolean {
  return nowMs - failingSinceMs >= GIVE_UP.afterMs && failures >= GIVE_UP.failures;
}
