import { monthAt, nextMonth, type Month } from "../billing/month.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The next time after `nowMs` at which an hour of the day begins, in UTC; milliseconds. */
export function nextRunMs(hour: number, nowMs: number): number {
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS + hour * HOUR_MS;
  return today > nowMs ? today : today + DAY_MS;
}

/** A month that a delivery brings. */
export interface DueMonth {
  readonly month: Month;
  readonly isFinal: boolean;
}

/** Months that a delivery goes back at most: one that stays open for longer is brought on request. */
const MONTHS_MAX = 13;

/**
 * The months that a delivery brings on a day: every open one since it was made, and every closed one once
 * more, for the last time.
 */
export function dueMonths(
  sinceMs: number,
  nowMs: number,
  {
    closed,
    delivered,
    bringsOpen,
  }: {
    readonly closed: ReadonlySet<Month>;
    /** Months whose final files were delivered. */
    readonly delivered: ReadonlySet<Month>;
    readonly bringsOpen: boolean;
  },
): DueMonth[] {
  const months: Month[] = [];
  for (let month = monthAt(sinceMs); month <= monthAt(nowMs); month = nextMonth(month)) months.push(month);
  return months
    .slice(-MONTHS_MAX)
    .filter((month) => !delivered.has(month) && (closed.has(month) || bringsOpen))
    .map((month) => ({ month, isFinal: closed.has(month) }));
}
