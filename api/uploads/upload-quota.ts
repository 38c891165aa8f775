import { ProblemError } from "../../core/errors.ts";
import { sumStorageBytes } from "../../storage/catalog/assets.ts";
import { sumOpenUploads } from "../../storage/catalog/upload-files.ts";
import type { Queryable } from "../../storage/database/database.ts";
import type { Deps } from "../deps.ts";

/** Bytes that an organization may still store, beside what its other open uploads hold or have announced. */
export async function storageLeft(
  { database, config }: { readonly database: Queryable; readonly config: Deps["config"] },
  organization: { readonly organization_id: string; readonly id?: string },
): Promise<number> {
  const { organization_id: organizationId, id } = organization;
  const kept = await sumStorageBytes(database, organizationId);
  const { bytes } = await sumOpenUploads(database, organizationId, id);
  return Math.max(0, config.STORAGE_BYTES_PER_ORGANIZATION_MAX - kept - bytes);
}

/** Refuses a new upload that has no room; uploads of one organization must be opened one after the other. */
export async function requireRoomForUpload(
  deps: { readonly database: Queryable; readonly config: Deps["config"] },
  organizationId: string,
  totalBytes: number,
): Promise<void> {
  const openMax = deps.config.OPEN_UPLOADS_PER_ORGANIZATION_MAX;
  const { open } = await sumOpenUploads(deps.database, organizationId);
  if (open >= openMax) {
    throw new ProblemError(
      "too_many_requests",
      `${open} of ${openMax} uploads are open; complete or fail some of them.`,
      { retryAfterSeconds: 60 },
    );
  }
  const left = await storageLeft(deps, { organization_id: organizationId });
  if (totalBytes > left || left === 0) throw storageIsFull(left);
}

/** The failure of storing more than an organization may. */
export function storageIsFull(left: number): ProblemError {
  return new ProblemError(
    "payload_too_large",
    `The organization may store ${left} more bytes; delete items, fail open uploads, or ask the operator for more.`,
  );
}
