import type { RequestedOptions } from "../../core/billing/export-options.ts";
import type { ExportFormat } from "../../core/billing/export-formats.ts";
import type { DeliveryBucket } from "../../core/deliveries/delivery-bucket.ts";
import { lockOrganization } from "../accounts/organizations.ts";
import type { ExportLayoutName } from "../billing/export-layouts.ts";
import { idParameter, single, type Database, type Queryable } from "../database/database.ts";

/** A delivery as it is kept; the secret of the bucket's key is encrypted. */
export interface DeliveryRow {
  readonly id: string;
  readonly owner_organization_id: string;
  /** Whose rows; null for all organizations. */
  readonly organization_id: string | null;
  readonly name: string;
  readonly layout: ExportLayoutName;
  readonly format: ExportFormat;
  readonly excel: boolean;
  readonly requested_options: RequestedOptions;
  readonly provisional: boolean;
  readonly hour: number;
  readonly endpoint_url: string | null;
  readonly region: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly path_style: boolean;
  readonly access_key_id: string;
  readonly sealed_secret: Buffer;
  readonly active: boolean;
  readonly next_run_at: Date;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const COLUMNS = `id, owner_organization_id, organization_id, name, layout, format, excel, requested_options, provisional, hour,
  endpoint_url, region, bucket, prefix, path_style, access_key_id, sealed_secret, active, next_run_at, created_at, updated_at`;

/** What an organization can have at once: each is an export a day. */
export const DELIVERIES_MAX = 20;

/** The bucket of a delivery. */
export function bucketOf(row: DeliveryRow): DeliveryBucket {
  return {
    endpointUrl: row.endpoint_url,
    region: row.region,
    bucket: row.bucket,
    prefix: row.prefix,
    pathStyle: row.path_style,
    accessKeyId: row.access_key_id,
  };
}

/** Why a delivery was not kept. */
export type DeliveryRefusal = "too_many" | "same_place";

/** Keeps a new delivery, unless there are too many, or another one writes to the same place. */
export async function insertDelivery(
  database: Database,
  row: Omit<DeliveryRow, "created_at" | "updated_at" | "active"> & { readonly createdBy: string },
): Promise<DeliveryRow | DeliveryRefusal> {
  return await database.begin(async (transaction) => {
    const owner = row.owner_organization_id;
    await lockOrganization(transaction, owner);
    const kept = await listDeliveriesOf(transaction, owner);
    if (kept.length >= DELIVERIES_MAX) return "too_many";
    if (kept.some((each) => placeOf(each) === placeOf(row))) return "same_place";
    return single(
      await transaction<DeliveryRow[]>`
        insert into export_deliveries (id, owner_organization_id, organization_id, name, layout, format, excel,
          requested_options, provisional, hour, endpoint_url, region, bucket, prefix, path_style, access_key_id,
          sealed_secret, next_run_at, created_by)
        values (${row.id}, ${owner}, ${row.organization_id}, ${row.name}, ${row.layout}, ${row.format}, ${row.excel},
          ${transaction.json(row.requested_options as never)}, ${row.provisional}, ${row.hour}, ${row.endpoint_url},
          ${row.region}, ${row.bucket}, ${row.prefix}, ${row.path_style}, ${row.access_key_id}, ${row.sealed_secret},
          ${row.next_run_at}, ${row.createdBy})
        returning ${transaction.unsafe(COLUMNS)}`,
    );
  });
}

/** Two deliveries to one place would write each other's files. */
function placeOf({
  endpoint_url,
  bucket,
  prefix,
  layout,
}: Pick<DeliveryRow, "endpoint_url" | "bucket" | "prefix" | "layout">) {
  return JSON.stringify([endpoint_url, bucket, prefix, layout]);
}

/** One delivery. */
export async function findExportDelivery(database: Queryable, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await database<DeliveryRow[]>`
    select ${database.unsafe(COLUMNS)} from export_deliveries where id = ${idParameter(id)}`;
  return row;
}

/** An organization's deliveries, the oldest first. */
export async function listDeliveriesOf(database: Queryable, ownerId: string): Promise<DeliveryRow[]> {
  return await database<DeliveryRow[]>`
    select ${database.unsafe(COLUMNS)} from export_deliveries where owner_organization_id = ${ownerId}
    order by created_at, id`;
}

/** What can be changed of a delivery; undefined leaves a field as it is. */
export interface DeliveryChange {
  readonly name?: string | undefined;
  readonly provisional?: boolean | undefined;
  readonly hour?: number | undefined;
  readonly access_key_id?: string | undefined;
  readonly sealed_secret?: Buffer | undefined;
  readonly active?: boolean | undefined;
  readonly next_run_at?: Date | undefined;
}

/** Changes a delivery. */
export async function updateDelivery(
  database: Queryable,
  id: string,
  change: DeliveryChange,
): Promise<DeliveryRow> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const row = { updated_at: new Date(), ...Object.fromEntries(given) };
  return single(
    await database<DeliveryRow[]>`
      update export_deliveries set ${database(row as never)} where id = ${id} returning ${database.unsafe(COLUMNS)}`,
  );
}

/** Deletes a delivery with its runs; what it wrote to the bucket stays there. */
export async function deleteDelivery(database: Queryable, id: string): Promise<void> {
  await database`delete from export_deliveries where id = ${id}`;
}

/** Active deliveries whose time has come, claimed for this transaction. */
export async function claimDueDeliveries(transaction: Queryable, now: Date): Promise<DeliveryRow[]> {
  return await transaction<DeliveryRow[]>`
    select ${transaction.unsafe(COLUMNS)} from export_deliveries where active and next_run_at <= ${now}
    order by next_run_at limit 20 for update skip locked`;
}
