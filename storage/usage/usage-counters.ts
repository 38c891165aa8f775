import { COUNTER_NAMES, USAGE_COUNTERS, type UsageCounter } from "../../core/billing/billable.ts";

/** The columns of all counters, in the order of the sums below. */
export const COUNTER_COLUMNS = COUNTER_NAMES.join(", ");

/** What usage events add up to by the rule of billing: one expression for each counter, named after it. */
export const SUMS_OF_EVENTS = COUNTER_NAMES.map((name) => `${sumOfEvents(name)} as ${name}`).join(",\n  ");

/** What rollups add up to: one expression for each counter, named after it. */
export const SUMS_OF_ROLLUPS = COUNTER_NAMES.map((name) => `sum(${name})::bigint as ${name}`).join(",\n  ");

/** {@link SUMS_OF_ROLLUPS} as decimal text, of any size. */
export const TEXT_SUMS_OF_ROLLUPS = COUNTER_NAMES.map((name) => `sum(${name})::text as ${name}`).join(
  ",\n  ",
);

/** Adds the counters of a new row to those of a row of `rollups`, after `on conflict do update set`. */
export const ADD_EXCLUDED = COUNTER_NAMES.map((name) => `${name} = rollups.${name} + excluded.${name}`).join(
  ",\n  ",
);

/** The condition under which an event counts. */
export function whereCounted(counter: UsageCounter): string {
  const { kind, statuses }: { kind: string; statuses?: readonly number[] } = USAGE_COUNTERS[counter];
  const ofKind = `kind = '${kind}'`;
  return statuses === undefined ? ofKind : `${ofKind} and status in (${statuses.join(", ")})`;
}

function sumOfEvents(counter: UsageCounter): string {
  const filter = `filter (where ${whereCounted(counter)})`;
  return USAGE_COUNTERS[counter].adds === "one"
    ? `count(*) ${filter}`
    : `coalesce(sum(bytes) ${filter}, 0)::bigint`;
}
