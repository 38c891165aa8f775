import { z } from "zod";
import type { ExactUsageSum } from "../../core/billing/billable.ts";
import { answeredTimestamp } from "../operations/schemas.ts";

/** A count; beyond 2^53 - 1, which no JSON number holds exactly, as decimal text. */
export const answeredCount = z.union([z.int(), z.string().regex(/^\d+$/)]);

/**
 * What was used in a month, as it is answered; `period_end` is the first instant that no longer belongs to
 * it.
 */
export const usagePeriodShape = {
  period_start: answeredTimestamp,
  period_end: answeredTimestamp,
  tile_requests: answeredCount,
  tile_bytes: answeredCount,
  not_modified: answeredCount,
  link_accesses: answeredCount,
};

/** See {@link usagePeriodShape}. */
export function presentUsagePeriod(from: Date, to: Date, sum: ExactUsageSum) {
  return {
    period_start: from.toISOString(),
    period_end: to.toISOString(),
    tile_requests: sum.tile_requests,
    tile_bytes: sum.tile_bytes,
    not_modified: sum.not_modified,
    link_accesses: sum.accesses,
  };
}
