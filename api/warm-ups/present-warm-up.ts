import { z } from "zod";
import type { WarmUpRow } from "../../storage/warm-ups/warm-ups.ts";
import { answeredTimestamp } from "../operations/schemas.ts";
import type { WarmPlan } from "./warm-input.ts";

const count = z.int().nonnegative();

/** What is drawn. */
const drawn = {
  target_type: z.enum(["link", "item", "collection"]),
  target_id: z.string(),
  profile: z.string().nullable(),
  format: z.string(),
  scale: z.literal([1, 2]),
  quality: z.int(),
  zoom_min: z.int(),
  zoom_max: z.int(),
  bounds: z.array(z.number()).nullable(),
};

/** An estimate of a warm-up. */
export const warmEstimateSchema = z.object({
  ...drawn,
  tiles: count.meta({ description: "Beyond the limit, counting ended: there are at least so many." }),
  tiles_max: count,
  is_within_limit: z.boolean(),
  zoom_max_within_limit: z.int().nullable(),
  levels: z.array(z.object({ zoom: z.int(), tiles: count })),
  estimated_bytes: count,
  estimated_writes: count.meta({
    description: "Objects in S3: one for each block of neighbouring tiles; of a mosaic, one for each tile.",
  }),
  estimated_writes_micro_usd: count.meta({
    description: "What writing them to S3 costs at list prices, in millionths of a dollar.",
  }),
  estimated_month_micro_usd: count.meta({
    description: "What keeping them there costs a month at list prices, in millionths of a dollar.",
  }),
});

/** A warm-up, and how far it is. */
export const warmUpSchema = z.object({
  id: z.string(),
  project_id: z.string(),
  ...drawn,
  state: z.enum(["running", "completed", "cancelled", "failed"]),
  reason: z.string().nullable().meta({
    description: "Why it ended before its time, or what it waits for.",
  }),
  tiles: count,
  tiles_done: count,
  tiles_drawn: count.meta({ description: "The others were there already, are empty, or failed." }),
  tiles_empty: count,
  tiles_failed: count,
  bytes_drawn: count,
  percent: z.number(),
  seconds_left: z.int().nullable().meta({
    description: "At the pace so far; null before the first tile and after the end.",
  }),
  created_at: answeredTimestamp,
  updated_at: answeredTimestamp,
  ended_at: answeredTimestamp.nullable(),
});

/** A warm-up for its answer. */
export function presentWarmUp(row: WarmUpRow, nowMs: number): z.input<typeof warmUpSchema> {
  const { tiles, tilesDone, createdAt, endedAt, state } = row;
  // The target may have grown since its tiles were counted.
  const share = state === "completed" ? 1 : tiles === 0 ? 0 : Math.min(1, tilesDone / tiles);
  const ranMs = nowMs - createdAt.getTime();
  const isRunning = state === "running" && share > 0;
  return {
    id: row.id,
    project_id: row.projectId,
    ...presentDrawn(row),
    state,
    reason: row.reason,
    tiles,
    tiles_done: tilesDone,
    tiles_drawn: row.tilesDrawn,
    tiles_empty: row.tilesEmpty,
    tiles_failed: row.tilesFailed,
    bytes_drawn: row.bytesDrawn,
    percent: Math.floor(share * 1_000) / 10,
    seconds_left: isRunning ? Math.max(0, Math.ceil((ranMs * (1 - share)) / share / 1_000)) : null,
    created_at: createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    ended_at: endedAt?.toISOString() ?? null,
  };
}

/** An estimate for its answer. */
export function presentWarmEstimate(plan: WarmPlan, tilesMax: number): z.input<typeof warmEstimateSchema> {
  const { values, levels, isWithinLimit, zoomWithinLimit, cost } = plan;
  return {
    ...presentDrawn(values),
    tiles: values.tiles,
    tiles_max: tilesMax,
    is_within_limit: isWithinLimit,
    zoom_max_within_limit: zoomWithinLimit,
    levels: levels.map(({ zoom, tiles }) => ({ zoom, tiles })),
    estimated_bytes: cost.bytes,
    estimated_writes: cost.writes,
    estimated_writes_micro_usd: cost.writesMicroDollars,
    estimated_month_micro_usd: cost.monthMicroDollars,
  };
}

function presentDrawn(row: WarmPlan["values"]) {
  return {
    target_type: row.targetType,
    target_id: row.targetId,
    profile: row.profile,
    format: row.format,
    scale: row.size === 512 ? (2 as const) : (1 as const),
    quality: row.quality,
    zoom_min: row.zoomMin,
    zoom_max: row.zoomMax,
    bounds: row.bounds === null ? null : [...row.bounds],
  };
}
