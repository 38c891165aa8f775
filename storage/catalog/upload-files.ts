import type { PartedObject } from "../object-store/parted-objects.ts";
import type { Queryable } from "../database/database.ts";

/** A file that an upload expects. */
export interface UploadFileRow {
  readonly name: string;
  /** What has arrived or was announced. */
  readonly bytes: number;
  /** The size that was announced for a file in parts; null for one that is sent whole. */
  readonly total_bytes: number | null;
  /** Where a file in parts will lie, and the store's id of its parts. */
  readonly object_key: string | null;
  readonly parts_id: string | null;
}

/** The files that an upload expects, by name in byte order. */
export async function listUploadFiles(database: Queryable, uploadId: string): Promise<UploadFileRow[]> {
  return await database<UploadFileRow[]>`
    select name, bytes, total_bytes, object_key, parts_id from upload_files
    where upload_id = ${uploadId} order by name collate "C"`;
}

/** The object of a file that arrives in parts; undefined of one that is sent whole. */
export function partedObjectOf({
  object_key: key,
  parts_id: partsId,
}: UploadFileRow): PartedObject | undefined {
  return key === null || partsId === null ? undefined : { key, partsId };
}

/** Notes that a file arrives in parts from now on. */
export async function noteParts(
  transaction: Queryable,
  uploadId: string,
  name: string,
  { key, partsId }: PartedObject,
  totalBytes: number,
): Promise<void> {
  await transaction`
    update upload_files set object_key = ${key}, parts_id = ${partsId}, total_bytes = ${totalBytes}, bytes = ${totalBytes}
    where upload_id = ${uploadId} and name = ${name}`;
}

/** Forgets the parts of an upload's files, or of one of them: each is sent anew. */
export async function forgetParts(database: Queryable, uploadId: string, name?: string): Promise<void> {
  await database`
    update upload_files set object_key = null, parts_id = null, total_bytes = null, bytes = 0
    where upload_id = ${uploadId} and parts_id is not null and name = coalesce(${name ?? null}, name)`;
}

/** Expects one more name. */
export async function insertUploadFile(
  transaction: Queryable,
  uploadId: string,
  name: string,
): Promise<void> {
  await transaction`insert into upload_files (upload_id, name) values (${uploadId}, ${name})`;
}

/** Expects a name no longer. */
export async function deleteUploadFile(
  transaction: Queryable,
  uploadId: string,
  name: string,
): Promise<void> {
  await transaction`delete from upload_files where upload_id = ${uploadId} and name = ${name}`;
}

/** Notes the size of a file that has arrived; the upload counts as in use. */
export async function noteArrival(
  database: Queryable,
  uploadId: string,
  name: string,
  bytes: number,
): Promise<void> {
  await database`
    with arrived as (
      update upload_files set bytes = ${bytes} where upload_id = ${uploadId} and name = ${name} returning upload_id
    )
    update uploads set updated_at = now() where id in (select upload_id from arrived)`;
}

/**
 * What an organization's open uploads take up, but for one of them: how many they are, and the bytes that
 * they hold or have announced.
 */
export async function sumOpenUploads(
  database: Queryable,
  organizationId: string,
  exceptId: string | null = null,
): Promise<{ open: number; bytes: number }> {
  const [row] = await database<{ open: number; bytes: number }[]>`
    select count(*) as open, coalesce(sum(greatest(total_bytes, arrived.bytes)), 0)::bigint as bytes
    from uploads join projects on projects.id = uploads.project_id
      cross join lateral (
        select coalesce(sum(bytes), 0)::bigint as bytes from upload_files where upload_id = uploads.id
      ) as arrived
    where organization_id = ${organizationId} and status not in ('completed', 'failed')
      and uploads.id is distinct from ${exceptId}`;
  return row ?? { open: 0, bytes: 0 };
}

/** The bytes that have arrived of an upload's other files. */
export async function sumArrived(database: Queryable, uploadId: string, exceptName: string): Promise<number> {
  const [row] = await database<{ bytes: number }[]>`
    select coalesce(sum(bytes), 0)::bigint as bytes from upload_files
    where upload_id = ${uploadId} and name <> ${exceptName}`;
  return row?.bytes ?? 0;
}
