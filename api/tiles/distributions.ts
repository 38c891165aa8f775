import { z } from "zod";
import { mergeBins } from "../../core/rasters/histogram.ts";
import type { PlanLayer } from "../../core/tiles/plan-layer.ts";
import { findBandStatistics } from "../../storage/catalog/band-statistics.ts";
import type { Deps } from "../deps.ts";

/** As many as a small picture can show. */
const BINS = 32;

/** How often values of a band occur. */
export const distributionSchema = z.object({
  range: z.tuple([z.number(), z.number()]),
  counts: z.array(z.int()),
});

/** See {@link distributionSchema}. */
export type Distribution = z.infer<typeof distributionSchema>;

/**
 * The distributions of a layer's bands from the preparation of its file, which nothing is read for; null
 * where there is none. Of a part of a file, calculations and slopes there is none, and none without
 * PostgreSQL: they come beside values, which do not need it.
 */
export async function distributionsOf(
  { database }: Pick<Deps, "database">,
  { assetId, version, style: { bands, expressions, algorithm, clip } }: PlanLayer,
): Promise<readonly (Distribution | null)[]> {
  if (expressions !== null || algorithm !== null || clip !== undefined) return [];
  const statistics = await findBandStatistics(database, { assetId, version }).catch(() => []);
  return bands.map((band) => {
    const found = statistics[band - 1];
    const counts = found ? mergeBins(found.histogram, BINS) : undefined;
    return found && counts ? { range: [found.min, found.max], counts } : null;
  });
}
