import { z } from "zod";
import { histogramRequestSchema, histogramSchema } from "../core/rasters/histogram.ts";
import { rasterInfoSchema } from "../core/rasters/raster-info.ts";
import { pictureFrameSchema } from "../core/tiles/picture-frame.ts";
import { ARRANGEMENTS } from "../core/tiles/tile-composition.ts";
import { blockKeySchema } from "../core/tiles/tile-block.ts";
import { renditionSchema, tileKeySchema } from "../core/tiles/tile-spec.ts";

/**
 * A block of tiles to render. When a worker takes the block, the hand-over tells it which tiles have waiters.
 * It holds ids, keys and numbers, never pixels or secrets; it has at most 16 tiles and 32 layers, a few
 * kilobytes. Styles are named by their keys (`queue/tiles/published-styles.ts`). Work of another version does
 * not parse, and its job fails for good. Its waiters register again, and this version offers the block anew.
 */
export const renderWorkSchema = z.object({
  /** Whose files the layers are, and in whose turn they are drawn. */
  organizationId: z.string(),
  /** Waiters and leases of the block are kept under this key. */
  blockKey: blockKeySchema,
  /** Under which key each tile of the block goes into the store, by `x/y`. */
  tileKeys: z.record(z.string(), tileKeySchema),
  z: z.int(),
  rendition: renditionSchema,
  /** Topmost first; none where the tile is made of other tiles. */
  layers: z.array(z.object({ assetId: z.string(), styleKey: z.string() })),
  /** The stored pictures of which the one tile of the block is made (`core/tiles/tile-composition.ts`). */
  composition: z
    .object({
      arrangement: z.enum(ARRANGEMENTS),
      /** Where each part lies in the store, and under which block it was delivered; null: it has no data. */
      parts: z.array(z.object({ key: tileKeySchema, blockKey: blockKeySchema, tile: z.string() }).nullable()),
      /** Of the arrangement `frame`. */
      frame: pictureFrameSchema.optional(),
      exact: z.boolean(),
      background: z.tuple([z.int(), z.int(), z.int()]),
    })
    .optional(),
  /** The `traceparent` of the request that queued the block, when it is traced. */
  trace: z.string().optional(),
  /** The request that queued the block explains itself however fast it is, and so does its render. */
  explains: z.boolean().optional(),
});

/** See {@link renderWorkSchema}. */
export type RenderWork = z.infer<typeof renderWorkSchema>;

/** The permission to render one block: `Handover.take` chooses it (docs/decisions/0102). */
const renderTurnSchema = z.strictObject({});

/** A registered file to inspect: its format, its place on the map, how it can be drawn. */
export const inspectJobSchema = z.object({ objectKey: z.string(), version: z.string() });

/** The result of an inspection: the raster, or a refusal in words for the client. */
export const inspectResultSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), raster: rasterInfoSchema }),
  /** `code` says which rule the file breaks. */
  z.object({ ok: z.literal(false), message: z.string(), code: z.string().optional() }),
]);

/** Statistics of a calculation over a registered file, in bands by index. */
export const statisticsJobSchema = inspectJobSchema.extend({
  expression: z.string(),
  histogram: histogramRequestSchema.optional(),
});

/**
 * Statistics of several calculations within an area of at most a thousand positions in
 * degrees: the one job that carries more than ids, some 40 kilobytes.
 */
export const areaJobSchema = inspectJobSchema.extend({
  expressions: z.array(z.string()),
  polygons: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
  percentiles: z.tuple([z.number(), z.number()]),
  bins: z.int(),
});

const foundSchema = z.object({
  min: z.number(),
  max: z.number(),
  p2: z.number(),
  p98: z.number(),
  mean: z.number(),
  standardDeviation: z.number(),
  median: z.number(),
  count: z.int(),
  histogram: histogramSchema.optional(),
});

const refusedSchema = z.object({ ok: z.literal(false), message: z.string() });

/** The result of statistics; null when no pixel has a value. */
export const statisticsResultSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), statistics: foundSchema.nullable() }),
  refusedSchema,
]);

/** The result of statistics within an area, in the order of the calculations. */
export const areaResultSchema = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    reduction: z.number(),
    pixels: z.int(),
    statistics: z.array(foundSchema.extend({ percentiles: z.tuple([z.number(), z.number()]) }).nullable()),
  }),
  refusedSchema,
]);

/** How one kind of job is queued, retried and kept. */
interface JobDefinition {
  /** Whose workers take it. */
  readonly pool: "render" | "ingest" | "metering" | "billing" | "webhooks";
  readonly queue: string;
  readonly payload: z.ZodType;
  readonly attempts: number;
  readonly backoffMs: number;
  /**
   * How many workers may die during the job before it is given up as their cause of death. Such deaths are no
   * attempts.
   */
  readonly killsMax: number;
  /** How long operators can see finished jobs. */
  readonly keepCompleted: { readonly age: number; readonly count: number };
  readonly keepFailed: { readonly age: number; readonly count: number };
}

/** Every job: the only table of them. Ages are in seconds. */
export const JOBS = {
  "tile.render": {
    pool: "render",
    queue: "render",
    payload: renderTurnSchema,
    // Only a crash or a time-out of the render process is retried; refusals are final.
    attempts: 2,
    backoffMs: 50,
    // Waiters register again, which adds another job: docs/decisions/0021.
    killsMax: 1,
    keepCompleted: { age: 60, count: 500 },
    keepFailed: { age: 86_400, count: 1_000 },
  },
  /** The same for a block in the background, unless a viewer's block waits: see docs/decisions/0156. */
  "tile.warm": {
    pool: "render",
    queue: "warm",
    payload: renderTurnSchema,
    attempts: 2,
    backoffMs: 50,
    killsMax: 1,
    keepCompleted: { age: 60, count: 100 },
    keepFailed: { age: 86_400, count: 1_000 },
  },
  "asset.inspect": {
    pool: "render",
    queue: "inspect",
    payload: inspectJobSchema,
    attempts: 2,
    backoffMs: 100,
    killsMax: 2,
    keepCompleted: { age: 300, count: 500 },
    keepFailed: { age: 86_400, count: 1_000 },
  },
  "asset.statistics": {
    pool: "render",
    queue: "statistics",
    payload: z.union([statisticsJobSchema, areaJobSchema]),
    attempts: 2,
    backoffMs: 100,
    killsMax: 2,
    keepCompleted: { age: 300, count: 500 },
    keepFailed: { age: 86_400, count: 1_000 },
  },
  "asset.ingest": {
    pool: "ingest",
    queue: "ingest",
    payload: z.object({ ingestId: z.string() }),
    // Faults of the store and of processes; a fault of the file is final.
    attempts: 5,
    backoffMs: 5_000,
    // Deployments end workers during a conversion; the next worker begins anew from the original.
    killsMax: 10,
    keepCompleted: { age: 3_600, count: 500 },
    keepFailed: { age: 86_400, count: 1_000 },
  },
  "ingest.maintain": {
    pool: "ingest",
    queue: "ingest-upkeep",
    payload: z.object({}),
    attempts: 1,
    backoffMs: 1_000,
    killsMax: 20,
    keepCompleted: { age: 3_600, count: 60 },
    keepFailed: { age: 604_800, count: 100 },
  },
  "usage.maintain": {
    pool: "metering",
    queue: "usage",
    payload: z.object({}),
    attempts: 5,
    backoffMs: 5_000,
    killsMax: 20,
    keepCompleted: { age: 86_400, count: 100 },
    keepFailed: { age: 604_800, count: 100 },
  },
  "store.maintain": {
    pool: "metering",
    queue: "maintenance",
    payload: z.object({}),
    // The next one is due a minute later anyway.
    attempts: 1,
    backoffMs: 1_000,
    killsMax: 20,
    keepCompleted: { age: 3_600, count: 60 },
    keepFailed: { age: 604_800, count: 100 },
  },
  "billing.export": {
    pool: "billing",
    queue: "exports",
    payload: z.object({ exportId: z.string() }),
    attempts: 5,
    backoffMs: 2_000,
    // Deployments end workers during an export; the next worker resumes it.
    killsMax: 20,
    keepCompleted: { age: 86_400, count: 1_000 },
    keepFailed: { age: 604_800, count: 1_000 },
  },
  "billing.close": {
    pool: "billing",
    queue: "closing",
    payload: z.object({}),
    attempts: 5,
    backoffMs: 10_000,
    killsMax: 20,
    keepCompleted: { age: 604_800, count: 1_000 },
    keepFailed: { age: 2_592_000, count: 1_000 },
  },
  "budget.evaluate": {
    pool: "billing",
    queue: "budgets",
    payload: z.object({}),
    attempts: 1,
    backoffMs: 1_000,
    killsMax: 20,
    keepCompleted: { age: 86_400, count: 100 },
    keepFailed: { age: 604_800, count: 100 },
  },
  "event.relay": {
    pool: "webhooks",
    queue: "events",
    payload: z.object({}),
    // The next one is due a second later anyway.
    attempts: 1,
    backoffMs: 1_000,
    killsMax: 20,
    keepCompleted: { age: 60, count: 10 },
    keepFailed: { age: 604_800, count: 100 },
  },
  "event.deliver": {
    pool: "webhooks",
    queue: "webhooks",
    // Everything that is due for one subscription; the table of deliveries holds attempts and times.
    payload: z.object({ subscriptionId: z.string(), organizationId: z.string() }),
    attempts: 1,
    backoffMs: 1_000,
    killsMax: 20,
    keepCompleted: { age: 60, count: 100 },
    keepFailed: { age: 604_800, count: 1_000 },
  },
  "delivery.plan": {
    pool: "webhooks",
    queue: "delivery-plans",
    payload: z.object({}),
    // The next one is due seconds later anyway.
    attempts: 1,
    backoffMs: 1_000,
    killsMax: 20,
    keepCompleted: { age: 60, count: 10 },
    keepFailed: { age: 604_800, count: 100 },
  },
  "delivery.send": {
    pool: "webhooks",
    queue: "deliveries",
    // The runs of one delivery that are due; the table of runs holds attempts and times.
    payload: z.object({ deliveryId: z.string(), organizationId: z.string() }),
    attempts: 1,
    backoffMs: 1_000,
    killsMax: 20,
    keepCompleted: { age: 3_600, count: 100 },
    keepFailed: { age: 604_800, count: 1_000 },
  },
} as const satisfies Record<string, JobDefinition>;

/** The name of a job in {@link JOBS}. */
export type JobName = keyof typeof JOBS;

/** The payload of a job. */
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]["payload"]>;

/** Jobs that run by the clock, in any process that holds the pool. */
export const SCHEDULES = [
  { job: "usage.maintain", everyMs: 3_600_000 },
  { job: "store.maintain", everyMs: 60_000 },
  // Finds preparations that have lost their job, and results that no item shows any more.
  { job: "ingest.maintain", everyMs: 60_000 },
  // Also finds exports that have lost their job.
  { job: "billing.close", everyMs: 300_000 },
  { job: "budget.evaluate", everyMs: 300_000 },
  // Events leave a second or two after they were written.
  { job: "event.relay", everyMs: 1_000 },
  // A call that waits for a test of a bucket, or asks for a delivery now, waits so long for its beginning.
  { job: "delivery.plan", everyMs: 1_000 },
] as const satisfies readonly {
  job: JobName;
  everyMs: number;
}[];

/** The names of all queues. */
export const QUEUE_NAMES: readonly string[] = [...new Set(Object.values(JOBS).map((job) => job.queue))];
