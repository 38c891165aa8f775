import { encodeSignedId } from "../../core/signed-id.ts";
import type { AssetRow } from "../../storage/catalog/assets.ts";
import type { Deps } from "../deps.ts";
import { downloadName } from "../links/shared-downloads.ts";

/** How long a download may start after its URL was minted. */
const DOWNLOAD_SECONDS = 300;

/** A URL that serves an asset to any holder for five minutes: one of the object store, or of this server. */
export async function mintDownload(
  { objectStore, config, clock }: Pick<Deps, "objectStore" | "config" | "clock">,
  asset: AssetRow,
  publicUrl: string,
): Promise<{ url: string; expires_at: string; file_name: string }> {
  const expiresAtSeconds = Math.floor(clock() / 1000) + DOWNLOAD_SECONDS;
  const fileName = downloadName(asset);
  const options = { seconds: DOWNLOAD_SECONDS, fileName };
  const direct = await objectStore.signedUrl(asset.object_key, options);
  const ticket = () => encodeSignedId({ id: asset.id, expiresAtSeconds }, OWNED_ASSET, config.GRANT_SECRET);
  return {
    url: direct ?? `${publicUrl}/v1/assets/${ticket()}/${encodeURIComponent(fileName)}`,
    expires_at: new Date(expiresAtSeconds * 1000).toISOString(),
    file_name: fileName,
  };
}

/** The purpose that such a URL is signed for. */
export const OWNED_ASSET = { purpose: "owned-asset", detail: "" } as const;
