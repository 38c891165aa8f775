import { DAY_MS, type UsageEvent } from "./usage-event.ts";

/** An event's own time is trusted up to this far ahead of our clock; milliseconds. */
export const CLOCK_SKEW_MAX_MS = 600_000;

/** How long raw events are kept, and so how late an event may arrive; milliseconds. */
export const RAW_RETENTION_MS = 90 * DAY_MS;

/** Raw events outlive the latest acceptable event by a day: a duplicate always meets its first copy. */
export const RAW_DROP_AGE_MS = RAW_RETENTION_MS + DAY_MS;

/**
 * Where an event's own time puts it.
 *
 * - `in_time`: it counts at its own time, however late it arrives.
 * - `ahead`: a clock runs ahead; it counts at the time of its first arrival, and the claimed time is kept.
 * - `expired`: older than the raw events it would have to be compared with; it is not counted, because it
 *   could have been counted before.
 */
export type UsageTiming = "in_time" | "ahead" | "expired";

/** Applies the rule of {@link UsageTiming}. */
export function timingOf(event: Pick<UsageEvent, "occurredAtMs">, nowMs: number): UsageTiming {
  if (event.occurredAtMs > nowMs + CLOCK_SKEW_MAX_MS) return "ahead";
  return event.occurredAtMs < nowMs - RAW_RETENTION_MS ? "expired" : "in_time";
}
