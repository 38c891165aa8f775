import type { GeoperaClient } from "../client.ts";
import type { UploadsCompleteOutput } from "../generated/schemas.ts";
import { uploadFile, type UploadOptions, type UploadSource } from "./upload-file.ts";

/** Where a raster goes. */
export interface RasterTarget {
  readonly project_id: string;
  readonly target_collection_id?: string | undefined;
  /** The values are classes, which are never averaged. */
  readonly is_categorical?: boolean | undefined;
}

/**
 * Uploads a GeoTIFF and makes it an item, whose id the answer has. For a raster with files beside it, or to
 * go on in another process, open the upload with `uploads.initiate` and send each file with
 * {@link uploadFile}.
 */
export async function uploadRaster(
  client: GeoperaClient,
  file: UploadSource,
  target: RasterTarget,
  options: UploadOptions = {},
): Promise<UploadsCompleteOutput> {
  const { signal } = options;
  const opened = await client.uploads.initiate(
    { ...target, file_count: 1, total_bytes: file.size, transfer_method: "sdk", asset_key: "visual" },
    { signal },
  );
  await uploadFile(client, opened.id, file, options);
  return await client.uploads.complete({ upload_id: opened.id }, { signal });
}
