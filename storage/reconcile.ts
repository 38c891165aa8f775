/** One comparison of two numbers that must be the same. */
export interface Comparison {
  /** What is compared with what: `events = hourly rollups`. */
  readonly check: string;
  /** Where: an organization, and day, link or line where they are known. */
  readonly place: string;
  readonly expected: string;
  readonly found: string;
}

/** The outcome of one check over a month. */
export interface CheckOutcome {
  readonly check: string;
  /** Numbers that were compared. */
  readonly compared: number;
  readonly differences: readonly Comparison[];
}

/** The outcome of comparisons that were all made here. */
export function outcomeOf(check: string, comparisons: readonly Omit<Comparison, "check">[]): CheckOutcome {
  const differences = comparisons
    .filter(({ expected, found }) => expected !== found)
    .map((comparison) => ({ check, ...comparison }));
  return { check, compared: comparisons.length, differences };
}
