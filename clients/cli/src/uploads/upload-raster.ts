import { GeoperaError, uploadFile, type GeoperaClient } from "@geopera/share-client";
import { createHash } from "node:crypto";
import type { Io } from "../io.ts";
import type { LocalFile } from "./local-file.ts";
import { bytesForPeople, type PercentBar } from "./percent-bar.ts";
import type { RememberedUpload, RememberedUploads } from "./remembered-uploads.ts";

/** Where a raster goes. */
export interface UploadTarget {
  readonly project_id: string;
  readonly target_collection_id?: string | undefined;
  readonly is_categorical?: boolean | undefined;
}

/** What uploading needs. */
export interface Uploading {
  readonly io: Io;
  readonly client: GeoperaClient;
  readonly remembered: RememberedUploads;
  readonly bar: PercentBar;
}

/** A raster that has become an item; `wasThere` when an earlier command uploaded this file. */
export interface UploadedRaster {
  readonly item_id: string;
  readonly wasThere: boolean;
}

/** Uploads a raster with the files beside it and makes it an item, or continues what was interrupted. */
export async function uploadRaster(
  uploading: Uploading,
  target: UploadTarget,
  [file, ...sidecars]: readonly [LocalFile, ...LocalFile[]],
): Promise<UploadedRaster> {
  const { client, remembered, bar } = uploading;
  const known = await findKnown(uploading, file);
  if (known?.item_id !== undefined) return { item_id: known.item_id, wasThere: true };
  const files = [file, ...sidecars];
  const upload_id = known?.upload_id ?? (await open(client, target, files));
  await remembered.note(file, { upload_id });
  for (const each of files) await send(uploading, upload_id, each);
  bar.end();
  const { item_id } = await client.uploads
    .complete({ upload_id }, { signal: uploading.io.signal })
    .catch(async (error: unknown) => {
      // A file that was refused is sent anew by the next command: perhaps mended.
      if (error instanceof GeoperaError && error.status === 422) await remembered.note(file, undefined);
      throw error;
    });
  await remembered.note(file, { upload_id, item_id });
  return { item_id, wasThere: false };
}

async function send({ io, client, bar }: Uploading, uploadId: string, file: LocalFile): Promise<void> {
  const startedMs = io.now();
  let atStart: number | undefined;
  await uploadFile(client, uploadId, file, {
    signal: io.signal,
    md5: (bytes) => createHash("md5").update(bytes).digest("base64"),
    onProgress: (uploaded, total) => {
      atStart ??= uploaded;
      const perSecond = ((uploaded - atStart) / Math.max(1, io.now() - startedMs)) * 1_000;
      const isWhole = uploaded >= total || perSecond <= 0;
      const left = isWhole ? "" : `  ${secondsForPeople((total - uploaded) / perSecond)} left`;
      const note = `${bytesForPeople(uploaded)} of ${bytesForPeople(total)}${left}`;
      bar.show("Uploading", uploaded / total, note);
    },
  });
}

async function open(
  client: GeoperaClient,
  target: UploadTarget,
  files: readonly LocalFile[],
): Promise<string> {
  const asked = {
    ...target,
    total_bytes: files.reduce((sum, { size }) => sum + size, 0),
    file_count: files.length,
    transfer_method: "cli",
    // Several files name their assets themselves.
    ...(files.length === 1 ? { asset_key: "visual" } : {}),
  };
  return (await client.uploads.initiate(asked)).id;
}

/** What is remembered, if the service still knows it. */
async function findKnown(
  { client, remembered }: Uploading,
  file: LocalFile,
): Promise<RememberedUpload | undefined> {
  const known = await remembered.find(file);
  if (known === undefined) return undefined;
  try {
    if (known.item_id !== undefined) {
      await client.items.get({ item_id: known.item_id });
      return known;
    }
    const { status, item_id } = await client.uploads.get({ upload_id: known.upload_id });
    if (status === "completed" && item_id !== null) return { upload_id: known.upload_id, item_id };
    return status === "failed" ? undefined : known;
  } catch (error) {
    if (error instanceof GeoperaError && error.status === 404) return undefined;
    throw error;
  }
}

/** A time for people: "40 s", "3 min". */
export function secondsForPeople(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5_400) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3_600).toFixed(1)} h`;
}
