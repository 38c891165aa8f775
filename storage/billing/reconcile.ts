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
  /** How many of them differ. */
  readonly different: number;
  /** The first of the differences: {@link DIFFERENCES_NAMED} at most. */
  readonly differences: readonly Comparison[];
}

/** More would not be read, and a month can hold millions. */
export const DIFFERENCES_NAMED = 100;

/** The outcome of comparisons that were all made here. */
export function outcomeOf(check: string, comparisons: readonly Omit<Comparison, "check">[]): CheckOutcome {
  const differences = comparisons
    .filter(({ expected, found }) => expected !== found)
    .map((comparison) => ({ check, ...comparison }));
  return {
    check,
    compared: comparisons.length,
    different: differences.length,
    differences: differences.slice(0, DIFFERENCES_NAMED),
  };
}
