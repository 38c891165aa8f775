import { z } from "zod";
import type { UsageSum } from "../../core/billing/billable.ts";
import { monthAt, type Month } from "../../core/billing/month.ts";
import { firstOpenMonth } from "../../storage/billing/billing-books.ts";
import type { ReconciliationRun, UsageDrift, UsageLayers } from "../../storage/billing/usage-drift.ts";
import type { Queryable } from "../../storage/database/database.ts";
import { answeredTimestamp } from "../operations/schemas.ts";

const sums = z.object({
  tile_requests: z.int(),
  tile_bytes: z.int(),
  not_modified: z.int(),
  link_accesses: z.int(),
});

/** The same usage as four places keep it. */
const layersSchema = z.object({
  events: sums.meta({
    description: "What raw events sum up to, with those that were dropped after 90 days.",
  }),
  hours: sums.meta({ description: "What the sums by hour come to." }),
  days: sums.meta({ description: "What the sums by day come to." }),
  months: sums.meta({ description: "What the sums by month come to; statements are made of these." }),
});

/** By how much the places differ at most. */
export const driftShape = { drift_bytes: z.int(), drift_count: z.int(), layers: layersSchema };

/** A kept comparison as it is answered. */
export const runSchema = z.object({
  id: z.string(),
  batch_id: z.string(),
  organization_id: z.string(),
  first_day: z.string(),
  threshold_bytes: z.int(),
  flagged: z.boolean(),
  ...driftShape,
  created_by: z.string().nullable(),
  created_at: answeredTimestamp,
});

/** See {@link runSchema}. */
export function presentRun({ layers, created_at, ...run }: ReconciliationRun): z.infer<typeof runSchema> {
  return { ...run, layers: presentLayers(layers), created_at: created_at.toISOString() };
}

/** See {@link driftShape}. */
export function presentDrift({ drift_bytes, drift_count, layers }: Omit<UsageDrift, "organization_id">) {
  return { drift_bytes, drift_count, layers: presentLayers(layers) };
}

function presentLayers({ events, hours, days, months }: UsageLayers) {
  const [ofEvents, ofHours, ofDays, ofMonths] = [events, hours, days, months].map(presentSums);
  return { events: ofEvents!, hours: ofHours!, days: ofDays!, months: ofMonths! };
}

/** The sums of one place as they are answered. */
export function presentSums({ accesses, ...sum }: UsageSum): z.infer<typeof sums> {
  return { ...sum, link_accesses: accesses };
}

/** A day of the places that know days. */
export const dayShape = {
  date: z.string(),
  events: layersSchema.shape.events,
  hours: layersSchema.shape.hours,
  days: layersSchema.shape.days,
};

/**
 * The first month that is compared: the first one that is not closed, and not before the month before this
 * one. Closed months are proved by `finance reconcile`.
 */
export async function firstCompared(database: Queryable, nowMs: number): Promise<Month> {
  const current = monthAt(nowMs);
  const before = monthAt(Date.parse(current) - 1);
  const open = await firstOpenMonth(database);
  if (open > current) return current;
  return open < before ? before : open;
}

/** More bytes than that are a fault unless a request says otherwise: a megabyte. */
export const thresholdBytes = z.int().min(0).default(1_048_576);
