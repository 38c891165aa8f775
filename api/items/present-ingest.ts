import { z } from "zod";
import { INGEST_STATES, summarizeIngests, type IngestSummary } from "../../core/rasters/ingest-state.ts";
import { listIngests, listOpenConversions, type IngestRow } from "../../storage/catalog/ingests.ts";
import type { ShareTarget } from "../../storage/links/share-targets.ts";
import type { Deps } from "../deps.ts";

/** Where the preparation of files stands, as it is answered. */
export const ingestSchema = z.object({
  state: z.enum(INGEST_STATES),
  step: z.string(),
  percent: z.int(),
  seconds_left: z.int().nullable(),
  message: z.string().nullable(),
  checked: z.boolean().nullable(),
});

/** What the holder of a link learns of it. */
export const beingPreparedSchema = z.object({
  percent: z.int(),
  step: z.string(),
  seconds_left: z.int().nullable(),
  /** Files that are not drawn yet. */
  files: z.int(),
});

function summarize(rows: readonly IngestRow[], nowMs: number): IngestSummary | null {
  const files = rows.map((row) => ({
    ...row,
    startedAtMs: row.started_at?.getTime() ?? null,
    message: row.error_message,
  }));
  return summarizeIngests(files, nowMs);
}

/** Where an item's preparation stands; null when it has none. */
export async function itemIngest(
  { database, clock }: Pick<Deps, "database" | "clock">,
  itemId: string,
): Promise<IngestSummary | null> {
  return summarize(await listIngests(database, itemId), clock());
}

/** How far the preparation of what a link shares is; undefined when all of it is drawn. */
export async function beingPrepared(
  { database, clock }: Pick<Deps, "database" | "clock">,
  target: ShareTarget,
): Promise<z.output<typeof beingPreparedSchema> | undefined> {
  return await preparationOf({ database, clock }, preparingItems({ target }));
}

/** The items of a target of which a file is not drawn yet. */
export function preparingItems({ target }: { readonly target: ShareTarget }): string[] {
  const waiting = target.rasters.filter(({ assets }) => assets.some(({ state }) => state === "preparing"));
  return waiting.map(({ itemId }) => itemId);
}

/** How far the preparation of items is; undefined when all of them are drawn. */
export async function preparationOf(
  { database, clock }: Pick<Deps, "database" | "clock">,
  itemIds: readonly string[],
): Promise<z.output<typeof beingPreparedSchema> | undefined> {
  if (itemIds.length === 0) return undefined;
  const rows = await listOpenConversions(database, itemIds);
  const summary = summarize(rows, clock());
  if (summary === null) return undefined;
  const { percent, step, seconds_left } = summary;
  return { percent, step, seconds_left, files: rows.length };
}
