import type { Picos } from "../billing/money.ts";
import { monthStartMs, nextMonth, type Month } from "../billing/month.ts";

/** Forecasts begin when so much of a month has passed: before, one busy day would be the month. */
const FORECAST_AFTER_MS = 3 * 86_400_000;

/**
 * What a month will come to if it goes on as it has been so far; undefined in its first three days. A month
 * that is over came to what it came to.
 */
export function forecastOf(spent: Picos, month: Month, nowMs: number): Picos | undefined {
  const startMs = monthStartMs(month);
  const lengthMs = monthStartMs(nextMonth(month)) - startMs;
  const passedMs = Math.min(nowMs - startMs, lengthMs);
  if (passedMs < FORECAST_AFTER_MS) return undefined;
  return (spent * BigInt(lengthMs)) / BigInt(passedMs);
}

/** The threshold of a budget that stands for a forecast beyond its amount. */
export const FORECAST = "forecast";

/** The thresholds that a month has reached: percents, ascending, and {@link FORECAST}. */
export function reachedThresholds(
  budget: { readonly amount: Picos; readonly thresholds: readonly number[]; readonly forecast: boolean },
  spent: Picos,
  forecast: Picos | undefined,
): string[] {
  const percents = budget.thresholds
    .filter((percent) => spent * 100n >= budget.amount * BigInt(percent))
    .sort((a, b) => a - b)
    .map(String);
  const isForecast = budget.forecast && forecast !== undefined && forecast > budget.amount;
  return isForecast ? [...percents, FORECAST] : percents;
}
