import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { BINS_MAX, histogramSchema, mergeBins, type HistogramRequest } from "../../core/rasters/histogram.ts";
import { requestStatistics, type StatisticsResult } from "../../queue/inspections.ts";
import type { AssetRow } from "../../storage/catalog/assets.ts";
import { findRasterItem } from "../../storage/links/share-targets.ts";
import type { Deps } from "../deps.ts";
import { readCalculation } from "../formulas/resolve-expression.ts";
import { notPrepared } from "./tile-server.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";

/** How long a client waits for a calculation over a sample. */
export const STATISTICS_DEADLINE_MS = 20_000;

const number = z.number().nullable();

export const itemsTileStatistics = defineOperation({
  id: "items.tile.statistics",
  summary: "Statistics of an expression over a sample of an item: percentiles (p2/p98), mean, histogram.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ItemStatisticsInput",
  input: z.strictObject({
    item_id: resourceId,
    expression: z.string(),
    asset_key: z.string().nullable().optional(),
    profile: z.string().nullable().optional(),
    bins: z.int().min(1).max(BINS_MAX).nullable().optional().meta({
      description: "How many bins the histogram has; there is none unless this is given.",
    }),
    range: z
      .tuple([z.number(), z.number()])
      .refine(([low, high]) => low < high, { message: "must be [low, high] with low below high" })
      .nullable()
      .optional()
      .meta({ description: "What the bins cover: [low, high], or the smallest to the largest value." }),
  }),
  outputName: null,
  output: z.looseObject({
    expression: z.string(),
    min: number,
    max: number,
    p2: number,
    p98: number,
    count: z.int(),
    histogram: histogramSchema.optional(),
  }),
  resources: { item: { kind: "item", role: "viewer", field: "item_id" } },
  async run({ database, jobs }: Pick<Deps, "database" | "jobs">, input, { resources: { item } }) {
    const { assets, profiles } = await findRasterItem(database, item.id);
    const profile = profiles.find(({ id, name }) => id === input.profile || name === input.profile);
    if (input.profile && profile === undefined)
      throw InputError.at("profile", "names no profile of the item");
    const key = input.asset_key ?? profile?.asset_key;
    const asset = key ? assets.find((candidate) => candidate.key === key) : assets[0];
    if (asset === undefined && key) throw InputError.at("asset_key", "names no asset of the item");
    if (asset === undefined) throw new ProblemError("not_found", "The item has no raster.");
    if (asset.state !== "ready") throw notPrepared(asset.state);
    const place = { organizationId: item.organization_id, raster: asset.raster };
    const expression = await readCalculation(database, place, input.expression);
    const histogram = input.bins ? { bins: input.bins, range: input.range ?? null } : undefined;
    if (input.range && histogram === undefined) throw InputError.at("range", "needs bins");
    const known = knownStatistics(asset, expression, histogram);
    if (known !== undefined) return presentStatistics(expression, known);
    const { object_key: objectKey, version } = asset;
    const result = await requestStatistics(
      jobs,
      { objectKey, version, expression, histogram },
      { organizationId: item.organization_id, deadlineMs: STATISTICS_DEADLINE_MS },
    );
    if (!result.ok) throw new ProblemError("render_failed", result.message);
    return presentStatistics(expression, result.statistics);
  },
});

type Found = Extract<StatisticsResult, { ok: true }>["statistics"];

/** What the preparation of a file found for one of its bands; undefined for calculations. */
function knownStatistics(
  { band_statistics: kept }: AssetRow,
  expression: string,
  wanted: HistogramRequest | undefined,
): Found | undefined {
  const [, band] = /^b(\d+)$/.exec(expression) ?? [];
  const known = band === undefined ? undefined : kept?.[Number(band) - 1];
  if (!known) return known;
  const { histogram: kept256, ...found } = known;
  if (wanted === undefined) return found;
  const counts = wanted.range === null ? mergeBins(kept256, wanted.bins) : undefined;
  if (counts === undefined) return undefined;
  return { ...found, histogram: { range: [found.min, found.max], counts, below: 0, above: 0 } };
}

function presentStatistics(expression: string, found: Found) {
  return {
    expression,
    min: found?.min ?? null,
    max: found?.max ?? null,
    mean: found?.mean ?? null,
    std: found?.standardDeviation ?? null,
    median: found?.median ?? null,
    p2: found?.p2 ?? null,
    p98: found?.p98 ?? null,
    count: found?.count ?? 0,
    ...(found?.histogram === undefined ? {} : { histogram: found.histogram }),
  };
}
