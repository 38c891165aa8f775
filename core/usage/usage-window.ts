import { DAY_MS } from "./usage-event.ts";

/** How usage is cut into pieces of time, in UTC. */
export const USAGE_WINDOWS = ["hour", "day", "month"] as const;

/** One of {@link USAGE_WINDOWS}. */
export type UsageWindow = (typeof USAGE_WINDOWS)[number];

/** The most windows that one question may span. */
export const WINDOWS_MAX = { hour: 31 * 24, day: 366, month: 120 } as const satisfies Record<
  UsageWindow,
  number
>;

/** The first instant of the window that holds a time; milliseconds. */
export function windowStart(window: UsageWindow, timeMs: number): number {
  const date = new Date(timeMs);
  switch (window) {
    case "hour":
      return Math.floor(timeMs / 3_600_000) * 3_600_000;
    case "day":
      return Math.floor(timeMs / DAY_MS) * DAY_MS;
    case "month":
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  }
}

/** The first instant after a window that starts at `startMs`; milliseconds. */
export function windowEnd(window: UsageWindow, startMs: number): number {
  const date = new Date(startMs);
  switch (window) {
    case "hour":
      return startMs + 3_600_000;
    case "day":
      return startMs + DAY_MS;
    case "month":
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
  }
}

/** A span of whole windows that covers two times, or what is wrong with them. */
export function coverWithWindows(
  window: UsageWindow,
  fromMs: number,
  toMs: number,
): { readonly fromMs: number; readonly toMs: number } | { readonly fault: string } {
  if (toMs <= fromMs) return { fault: "must lie after from" };
  const start = windowStart(window, fromMs);
  const last = windowStart(window, toMs - 1);
  const count =
    window === "month" ? monthsBetween(start, last) : (last - start) / (windowEnd(window, start) - start);
  if (count >= WINDOWS_MAX[window]) {
    return { fault: `must lie at most ${WINDOWS_MAX[window]} windows of a ${window} after from` };
  }
  return { fromMs: start, toMs: windowEnd(window, last) };
}

function monthsBetween(firstMs: number, lastMs: number): number {
  const [first, last] = [new Date(firstMs), new Date(lastMs)];
  return (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth();
}
