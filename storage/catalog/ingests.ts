import type { IngestKind } from "../../core/rasters/ingest-plan.ts";
import type { IngestState } from "../../core/rasters/ingest-state.ts";
import { newId } from "../../infra/new-id.ts";
import type { Queryable } from "../database/database.ts";

/** What is known of a file's preparation when it is registered. */
export interface NewIngest {
  readonly item_id: string;
  readonly organization_id: string;
  readonly asset_key: string;
  readonly upload_id: string | null;
  readonly kind: IngestKind;
  readonly source_key: string;
  readonly source_version: string;
  readonly sidecar_keys: readonly string[];
  readonly sidecar_bytes: number;
  readonly is_categorical: boolean;
}

/** A row of `ingests`. */
export interface IngestRow extends NewIngest {
  readonly id: string;
  readonly state: IngestState;
  readonly step: string;
  readonly percent: number;
  readonly attempts: number;
  readonly error_message: string | null;
  readonly result_key: string | null;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** Registers a preparation in the place of a former one of the same file. */
export async function insertIngest(transaction: Queryable, values: NewIngest): Promise<void> {
  const { item_id: itemId, asset_key: key } = values;
  await supersedeIngests(transaction, itemId, [key]);
  const row = { id: newId(), ...values, sidecar_keys: [...values.sidecar_keys] };
  await transaction`insert into ingests ${transaction(row as never)}`;
}

/** Ends the preparations of files that are replaced. */
export async function supersedeIngests(
  transaction: Queryable,
  itemId: string,
  assetKeys: readonly string[],
): Promise<void> {
  await transaction`
    update ingests set is_current = false, updated_at = now(),
      state = case when state in ('queued', 'preparing') then 'cancelled' else state end
    where item_id = ${itemId} and asset_key = any(${assetKeys as string[]}) and is_current`;
}

/** The current preparations of an item's files, in order of registration. */
export async function listIngests(database: Queryable, itemId: string): Promise<IngestRow[]> {
  return await database<IngestRow[]>`
    select * from ingests where item_id = ${itemId} and is_current order by created_at, id`;
}

/** The current preparations of several items that hold up drawing them. */
export async function listOpenConversions(
  database: Queryable,
  itemIds: readonly string[],
): Promise<IngestRow[]> {
  return await database<IngestRow[]>`
    select * from ingests where item_id = any(${itemIds as string[]}) and is_current and kind = 'convert'
      and state in ('queued', 'preparing')`;
}

/** One preparation. */
export async function findIngest(database: Queryable, id: string): Promise<IngestRow | undefined> {
  const [row] = await database<IngestRow[]>`select * from ingests where id = ${id}`;
  return row;
}

/** Takes a preparation that is not over; undefined when it is. */
export async function beginIngest(database: Queryable, id: string): Promise<IngestRow | undefined> {
  const [row] = await database<IngestRow[]>`
    update ingests set state = 'preparing', step = 'reading', percent = 0, attempts = attempts + 1,
      started_at = now(), updated_at = now(), error_message = null
    where id = ${id} and state in ('queued', 'preparing') returning *`;
  return row;
}

/** Notes how far a preparation is; false when it has been cancelled or superseded. */
export async function noteIngestProgress(
  database: Queryable,
  id: string,
  step: string,
  percent: number,
): Promise<boolean> {
  const updated = await database`
    update ingests set step = ${step}, percent = ${percent}, updated_at = now()
    where id = ${id} and state = 'preparing' returning id`;
  return updated.length > 0;
}

/** Puts a preparation back, to be tried again. */
export async function requeueIngest(database: Queryable, id: string, step: string): Promise<void> {
  await database`
    update ingests set state = 'queued', step = ${step}, updated_at = now()
    where id = ${id} and state = 'preparing'`;
}

/** Preparations that nothing has happened to for some minutes: their job may be lost. */
export async function findQuietIngests(
  database: Queryable,
  quietMs: number,
  limit: number,
): Promise<Pick<IngestRow, "id" | "organization_id">[]> {
  return await database<IngestRow[]>`
    select id, organization_id from ingests
    where state in ('queued', 'preparing') and updated_at < now() - make_interval(secs => ${quietMs / 1000})
    order by updated_at limit ${limit}`;
}

/** How many preparations are not over. */
export async function countOpenIngests(database: Queryable): Promise<number> {
  const [row] = await database<{ open: number }[]>`
    select count(*) as open from ingests where state in ('queued', 'preparing')`;
  return row?.open ?? 0;
}

/** Ends a preparation in a state; undefined when it is over already. */
export async function endIngest(
  transaction: Queryable,
  id: string,
  end: { readonly state: IngestState; readonly error_message?: string; readonly result_key?: string },
): Promise<IngestRow | undefined> {
  const done = end.state === "ready" ? { step: "done", percent: 100 } : {};
  const columns = { ...end, ...done, finished_at: new Date(), updated_at: new Date() };
  const [row] = await transaction<IngestRow[]>`
    update ingests set ${transaction(columns)}
    where id = ${id} and state in ('queued', 'preparing') returning *`;
  return row;
}

/** Has a failed or cancelled preparation done again; undefined when there is none. */
export async function reopenIngest(
  transaction: Queryable,
  itemId: string,
  assetKey: string,
): Promise<IngestRow | undefined> {
  const [row] = await transaction<IngestRow[]>`
    update ingests set state = 'queued', step = 'waiting', percent = 0, error_message = null, attempts = 0,
      started_at = null, finished_at = null, updated_at = now()
    where item_id = ${itemId} and asset_key = ${assetKey} and is_current and state in ('failed', 'cancelled')
    returning *`;
  return row;
}

/** Days for which what a conversion made stays after its item was deleted. */
const DELETED_ITEM_DAYS = 30;

/** Objects of conversions that no asset refers to any more. */
export async function findUnusedResults(
  database: Queryable,
  limit: number,
): Promise<{ id: string; result_key: string }[]> {
  return await database<{ id: string; result_key: string }[]>`
    select id, result_key from ingests
    where result_key is not null and updated_at < now() - interval '1 day'
      and not exists (
        select from assets join items on items.id = assets.item_id
        where assets.object_key = ingests.result_key
          and (deleted_at is null or deleted_at > now() - make_interval(days => ${DELETED_ITEM_DAYS}))
      )
    order by updated_at limit ${limit}`;
}

/** Notes that the object of a conversion is deleted; a former preparation then ends. */
export async function noteResultDeleted(database: Queryable, id: string): Promise<void> {
  await database`update ingests set result_key = null, updated_at = now() where id = ${id}`;
}

/** Deletes former preparations that have nothing in the store. */
export async function deleteFormerIngests(database: Queryable, limit: number): Promise<void> {
  await database`
    delete from ingests where id in (
      select id from ingests where not is_current and result_key is null and updated_at < now() - interval '1 day'
      limit ${limit}
    )`;
}
