import { open, rename, stat } from "node:fs/promises";
import { downloadAsset, type DownloadOptions, type GeoperaClient } from "@geopera/share-client";

/**
 * Downloads a file of an item to `path`. Until it is whole it lies in `path.part`, from where the next call
 * goes on.
 */
export async function downloadAssetToFile(
  client: GeoperaClient,
  input: { readonly item_id: string; readonly asset_id: string },
  path: string,
  options: Omit<DownloadOptions, "startAt"> = {},
) {
  const part = `${path}.part`;
  const startAt = await stat(part).then(
    ({ size }) => size,
    () => 0,
  );
  const file = await open(part, "a");
  try {
    const sink = { write: async (bytes: Uint8Array) => void (await file.write(bytes)) };
    const downloaded = await downloadAsset(client, input, sink, { ...options, startAt });
    await file.close();
    await rename(part, path);
    return downloaded;
  } finally {
    await file.close().catch(() => undefined);
  }
}
