import { limitExceeded } from "../../core/access/limits.ts";
import type { ProblemError } from "../../core/errors.ts";
import { sumStorageBytes } from "../../storage/catalog/assets.ts";
import { sumOpenUploads } from "../../storage/catalog/upload-files.ts";
import type { Queryable } from "../../storage/database/database.ts";
import type { Deps } from "../deps.ts";

/** What the checks of this file read. */
interface QuotaDeps extends Pick<Deps, "limits"> {
  readonly database: Queryable;
}

/** What an organization may still store, and the failure of storing more. */
export interface StorageLeft {
  readonly bytes: number;
  readonly fault: () => ProblemError;
}

/** What an organization may still store, beside what its other open uploads hold or have announced. */
export async function storageLeft(
  { database, limits }: QuotaDeps,
  organization: { readonly organization_id: string; readonly id?: string },
): Promise<StorageLeft> {
  const { organization_id: organizationId, id } = organization;
  const { storage_bytes: limit } = await limits.fetch(organizationId);
  const kept = await sumStorageBytes(database, organizationId);
  const { bytes } = await sumOpenUploads(database, organizationId, id);
  return { bytes: Math.max(0, limit - kept - bytes), fault: () => limitExceeded("storage_bytes", limit) };
}

/** Refuses a new upload that has no room; uploads of one organization must be opened one after the other. */
export async function requireRoomForUpload(
  deps: QuotaDeps,
  organizationId: string,
  totalBytes: number,
): Promise<void> {
  const { open_uploads: limit } = await deps.limits.fetch(organizationId);
  const { open } = await sumOpenUploads(deps.database, organizationId);
  if (open >= limit) throw limitExceeded("open_uploads", limit);
  const left = await storageLeft(deps, { organization_id: organizationId });
  if (totalBytes > left.bytes || left.bytes === 0) throw left.fault();
}
