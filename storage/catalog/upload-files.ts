import type { Queryable } from "../database/database.ts";

/** The names that an upload expects, in byte order. */
export async function listUploadFiles(database: Queryable, uploadId: string): Promise<string[]> {
  const rows = await database<{ name: string }[]>`
    select name from upload_files where upload_id = ${uploadId} order by name collate "C"`;
  return rows.map(({ name }) => name);
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
