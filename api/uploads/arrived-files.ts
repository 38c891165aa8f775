import { planParts, uploadedKey } from "../../core/upload.ts";
import { listUploadFiles, partedObjectOf } from "../../storage/catalog/upload-files.ts";
import type { UploadRow } from "../../storage/catalog/uploads.ts";
import type { Deps } from "../deps.ts";
import { findArrivedParts } from "./parted-file.ts";

/** A file of an upload, with what has arrived of it. */
export interface ArrivedFile {
  readonly name: string;
  /** As announced, for a file in parts. */
  readonly total_bytes: number | null;
  readonly bytes_uploaded: number;
  readonly part_count: number | null;
  readonly parts_left: number | null;
}

/** What has arrived of an upload's files, as the store has it. */
export async function findArrivedFiles(
  deps: Pick<Deps, "database" | "objectStore">,
  upload: UploadRow,
): Promise<ArrivedFile[]> {
  const files = await listUploadFiles(deps.database, upload.id);
  return await Promise.all(
    files.map(async (file) => {
      const { name, total_bytes: totalBytes } = file;
      const object = partedObjectOf(file);
      if (object === undefined || totalBytes === null) {
        const head = await deps.objectStore.head(uploadedKey(upload, name));
        const bytes = head?.bytes ?? 0;
        return { name, total_bytes: null, bytes_uploaded: bytes, part_count: null, parts_left: null };
      }
      const { missing, bytes } = await findArrivedParts(deps, object, totalBytes);
      return {
        name,
        total_bytes: totalBytes,
        bytes_uploaded: bytes,
        part_count: planParts(totalBytes).partCount,
        parts_left: missing.length,
      };
    }),
  );
}

/** The bytes of all files together. */
export function sumArrivedBytes(files: readonly ArrivedFile[]): number {
  return files.reduce((sum, { bytes_uploaded: bytes }) => sum + bytes, 0);
}
