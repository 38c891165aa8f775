import { newId } from "../../infra/new-id.ts";
import { idParameter, single, type Queryable } from "../database/database.ts";

/** Where a session of uploading stands: it is over when it is completed or failed. */
export const UPLOAD_STATUSES = ["open", "uploading", "processing", "completed", "failed"] as const;

/** One of {@link UPLOAD_STATUSES}. */
export type UploadStatus = (typeof UPLOAD_STATUSES)[number];

/** What is said of an upload when it begins. */
export interface NewUpload {
  readonly project_id: string;
  readonly transfer_method: string;
  readonly file_count: number;
  readonly total_bytes: number;
  readonly target_collection_id: string | null;
  readonly target_item_id: string | null;
  readonly asset_key: string | null;
  readonly is_categorical: boolean;
  readonly created_by: string | null;
}

/** A row of `uploads` with its organization. */
export interface UploadRow extends NewUpload {
  readonly id: string;
  readonly organization_id: string;
  readonly status: UploadStatus;
  readonly bytes_uploaded: number;
  readonly error_message: string | null;
  readonly error_step: string | null;
  readonly item_id: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly completed_at: Date | null;
}

function selectUploads(database: Queryable) {
  return database`
    select uploads.*, projects.organization_id from uploads join projects on projects.id = uploads.project_id`;
}

/** Begins an upload. */
export async function insertUpload(database: Queryable, values: NewUpload): Promise<UploadRow> {
  const row = { id: newId(), ...values };
  await database`insert into uploads ${database(row)}`;
  return single(await database<UploadRow[]>`${selectUploads(database)} where uploads.id = ${row.id}`);
}

/** One upload. */
export async function findUpload(database: Queryable, id: string): Promise<UploadRow | undefined> {
  const [row] = await database<UploadRow[]>`${selectUploads(database)} where uploads.id = ${idParameter(id)}`;
  return row;
}

/** Uploads of an organization, newest first; an undefined field does not narrow the list. */
export async function listUploads(
  database: Queryable,
  filter: {
    readonly organizationId: string;
    readonly projectIds: readonly string[] | undefined;
    readonly status: UploadStatus | undefined;
    readonly beforeId: string | undefined;
    readonly limit: number;
  },
): Promise<UploadRow[]> {
  const { organizationId, projectIds, status, beforeId, limit } = filter;
  return await database<UploadRow[]>`
    ${selectUploads(database)}
    where projects.organization_id = ${organizationId}
      ${projectIds === undefined ? database`` : database`and uploads.project_id = any(${projectIds as string[]}::uuid[])`}
      ${status === undefined ? database`` : database`and uploads.status = ${status}`}
      ${beforeId === undefined ? database`` : database`and uploads.id < ${idParameter(beforeId)}`}
    order by uploads.id desc limit ${limit}`;
}

/** One upload, locked until the transaction ends. */
export async function lockUpload(transaction: Queryable, id: string): Promise<UploadRow> {
  return single(
    await transaction<
      UploadRow[]
    >`${selectUploads(transaction)} where uploads.id = ${id} for update of uploads`,
  );
}

/** What changes of an upload while it goes on, and how it ends. */
export type UploadChange = Partial<
  Pick<UploadRow, "status" | "bytes_uploaded" | "error_message" | "error_step" | "item_id" | "completed_at">
>;

/** When an upload's folder is swept: until then, what was still being sent to S3 at its end has arrived. */
const SWEEP_AFTER_HOURS = 24;

/** Changes an upload that is not over; undefined when it is. */
export async function updateUpload(
  database: Queryable,
  id: string,
  change: UploadChange,
): Promise<UploadRow | undefined> {
  const now = Date.now();
  const isEnd = change.status === "completed" || change.status === "failed";
  const end = isEnd ? { sweep_after: new Date(now + SWEEP_AFTER_HOURS * 3_600_000) } : {};
  const columns = { ...change, ...end, updated_at: new Date(now) };
  const updated = await database`
    update uploads set ${database(columns)} where id = ${id} and status not in ('completed', 'failed') returning id`;
  return updated.length === 0 ? undefined : await findUpload(database, id);
}
