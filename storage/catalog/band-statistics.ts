import { idParameter, type Queryable } from "../database/database.ts";
import type { BandStatistics } from "./assets.ts";

/** What the preparation of a file found for each of its bands; empty where it found nothing. */
export async function findBandStatistics(
  database: Queryable,
  { assetId, version }: { readonly assetId: string; readonly version: string },
): Promise<readonly (BandStatistics | null)[]> {
  const [row] = await database<{ band_statistics: (BandStatistics | null)[] | null }[]>`
    select band_statistics from assets where id = ${idParameter(assetId)} and version = ${version}`;
  return row?.band_statistics ?? [];
}
