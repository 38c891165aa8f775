/** A billing month in UTC as its first day: `2026-10-01`. */
export type Month = string;

const PERIOD = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Reads `2026-10`; undefined for anything else. */
export function parsePeriod(text: string): Month | undefined {
  return PERIOD.test(text) ? `${text}-01` : undefined;
}

/** `2026-10`. */
export function periodOf(month: Month): string {
  return month.slice(0, 7);
}

/** The month after. */
export function nextMonth(month: Month): Month {
  return monthAt(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1));
}

/** The month that holds a time. */
export function monthAt(timeMs: number): Month {
  return `${new Date(timeMs).toISOString().slice(0, 7)}-01`;
}

/** The first instant of a month, in milliseconds. */
export function monthStartMs(month: Month): number {
  return Date.parse(month);
}
