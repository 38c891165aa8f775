import type { UsageEvent } from "../usage/usage-event.ts";

/** A rule for one counter: which events it takes, and what each adds. */
interface CountingRule {
  readonly kind: UsageEvent["kind"];
  /** Statuses of the answers that count; all when absent. */
  readonly statuses?: readonly number[];
  /** `one` counts events; `bytes` adds up the bytes of their bodies. */
  readonly adds: "one" | "bytes";
}

/** A tile that was delivered with data: what statements charge. */
const BILLABLE_TILE = { kind: "tile", statuses: [200] } as const;

/**
 * The rule of billing: what every counter of the ledger counts. The SQL of the rollups, of dropped days and
 * of reconciling is printed from this table (`storage/usage/usage-counters.ts`). Rollups keep what the rule
 * said when they were written. A changed rule therefore needs a day from which it holds: without one,
 * reconciling reports every day before, and raw events of these days are kept instead of being dropped after
 * 90 days.
 */
export const USAGE_COUNTERS = {
  tile_requests: { ...BILLABLE_TILE, adds: "one" },
  tile_bytes: { ...BILLABLE_TILE, adds: "bytes" },
  not_modified: { kind: "tile", statuses: [304], adds: "one" },
  accesses: { kind: "access", adds: "one" },
} as const satisfies Readonly<Record<string, CountingRule>>;

/** The name of a counter: a column of the rollups. */
export type UsageCounter = keyof typeof USAGE_COUNTERS;

/** The names of all counters, in the order of the table. */
export const COUNTER_NAMES = Object.keys(USAGE_COUNTERS) as readonly UsageCounter[];

/** What some usage adds up to. */
export type UsageSum = Readonly<Record<UsageCounter, number>>;

/** A sum that may exceed what a JSON number holds exactly: then it is decimal text. */
export type ExactUsageSum = Readonly<Record<UsageCounter, number | string>>;

/** A count from its decimal text: a number up to 2^53 - 1, and the text beyond. */
export function exactCount(text: string): number | string {
  return Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

/** Sums from their decimal texts: numbers up to 2^53 - 1, and the texts beyond. */
export function exactSum(texts: Readonly<Record<UsageCounter, string>>): ExactUsageSum {
  const entries = COUNTER_NAMES.map((name) => [name, exactCount(texts[name])] as const);
  return Object.fromEntries(entries) as Record<UsageCounter, number | string>;
}

/** The sum of no events. */
export const NO_USAGE: UsageSum = { tile_requests: 0, tile_bytes: 0, not_modified: 0, accesses: 0 };

/** Whether a counter takes an event. */
export function isCounted(counter: UsageCounter, event: Pick<UsageEvent, "kind" | "status">): boolean {
  const { kind, statuses }: CountingRule = USAGE_COUNTERS[counter];
  return event.kind === kind && (statuses === undefined || statuses.includes(event.status));
}

/** Counts events by the rule. */
export function sumUsage(events: readonly Pick<UsageEvent, "kind" | "status" | "bytes">[]): UsageSum {
  const sum = { ...NO_USAGE };
  for (const event of events) {
    for (const counter of COUNTER_NAMES.filter((name) => isCounted(name, event))) {
      sum[counter] += USAGE_COUNTERS[counter].adds === "one" ? 1 : event.bytes;
    }
  }
  return sum;
}
