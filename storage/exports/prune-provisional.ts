import { PROVISIONAL_KEEP_MS, SNAPSHOT_KEEP_MS } from "../../core/exports/provisional.ts";
import { dropSnapshot } from "./provisional-snapshot.ts";
import { exportObjectKey } from "../billing/export-objects.ts";
import type { Database } from "../database/database.ts";
import type { ObjectStore } from "../object-store/object-store.ts";

/** Exports that one run deletes at most; the rest is for the next one. */
const PRUNED_MAX = 500;

/**
 * Deletes provisional exports that are out of date: a later one of the same question is complete for a
 * day, their month is closed for a day, or they failed a day ago. Resolves to how many. Rows that were kept
 * for one go earlier.
 */
export async function pruneProvisionalExports(
  { database, objectStore }: { readonly database: Database; readonly objectStore: ObjectStore },
  nowMs: number,
): Promise<number> {
  await dropOldSnapshots(database, new Date(nowMs - SNAPSHOT_KEEP_MS));
  const before = new Date(nowMs - PROVISIONAL_KEEP_MS);
  const rows = await database<{ id: string }[]>`
    select id from billing_exports as export where provisional is not null and status in ('completed', 'failed') and (
      (status = 'failed' and updated_at < ${before})
      or exists (select from billing_periods where billing_periods.month = export.month and closed_at < ${before})
      or exists (select from billing_exports as later where later.provisional is not null and later.status = 'completed'
        and later.completed_at < ${before} and later.month = export.month and later.created_at > export.created_at
        and later.owner_organization_id = export.owner_organization_id
        and later.organization_id is not distinct from export.organization_id
        and later.layout = export.layout and later.format = export.format and later.excel = export.excel
        and later.options = export.options))
    order by id limit ${PRUNED_MAX}`;
  for (const { id } of rows) {
    // Files first: an export without its files would be found again, files without their export would stay.
    for await (const key of objectStore.list(exportObjectKey(id, ""))) await objectStore.delete(key);
    await database.begin(async (transaction) => {
      await transaction`delete from billing_export_files where export_id = ${id}`;
      await transaction`delete from billing_exports where id = ${id} and provisional is not null`;
    });
  }
  return rows.length;
}

/** A second worker that took the same job for lost may still read them: files never change under a reader. */
async function dropOldSnapshots(database: Database, before: Date): Promise<void> {
  const rows = await database<{ id: string }[]>`
    select id from billing_exports as export
    where provisional is not null and status in ('completed', 'failed') and updated_at < ${before} and (
      exists (select from provisional_statements where export_id = export.id)
      or exists (select from provisional_usage where export_id = export.id))`;
  for (const { id } of rows) await dropSnapshot(database, id);
}
