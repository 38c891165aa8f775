import { z } from "zod";
import type { UsageSum } from "../../core/billing/billable.ts";
import { answeredTimestamp } from "../operations/schemas.ts";

/**
 * What was used in a month, as it is answered; `period_end` is the first instant that no longer belongs to
 * it.
 */
export const usagePeriodShape = {
  period_start: answeredTimestamp,
  period_end: answeredTimestamp,
  tile_requests: z.int(),
  tile_bytes: z.int(),
  not_modified: z.int(),
  link_accesses: z.int(),
};

/** See {@link usagePeriodShape}. */
export function presentUsagePeriod(from: Date, to: Date, sum: UsageSum) {
  return {
    period_start: from.toISOString(),
    period_end: to.toISOString(),
    tile_requests: sum.tile_requests,
    tile_bytes: sum.tile_bytes,
    not_modified: sum.not_modified,
    link_accesses: sum.accesses,
  };
}
