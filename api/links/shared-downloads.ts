import { z } from "zod";
import { encodeAssetTicket } from "../../core/links/asset-ticket.ts";
import type { AssetRow, DownloadableAsset } from "../../storage/catalog/assets.ts";
import type { ShareTarget } from "../../storage/links/share-targets.ts";
import type { Deps } from "../deps.ts";
import { answeredTimestamp } from "../operations/schemas.ts";
import { toWire } from "../operations/wire.ts";
import type { OpenedLink } from "./shared-link.ts";

/** How long a URL can start a download; a started one may take longer. */
const DOWNLOAD_SECONDS = 300;

/** A file as the holder of a link gets it, with a URL that works by itself for five minutes. */
export const sharedFile = z.object({
  item_id: z.string(),
  key: z.string(),
  media_type: z.string(),
  bytes: z.int(),
  url: z.string(),
  expires_at: answeredTimestamp,
});

/** See {@link sharedFile}. */
export async function presentDownload(
  { objectStore, config, clock }: Pick<Deps, "objectStore" | "config" | "clock">,
  link: OpenedLink["link"],
  asset: DownloadableAsset,
  publicUrl: string,
) {
  const expiresAtSeconds = Math.floor(clock() / 1000) + DOWNLOAD_SECONDS;
  const fileName = downloadName(asset);
  const direct = await objectStore.signedUrl(asset.object_key, { seconds: DOWNLOAD_SECONDS, fileName });
  const ticket = () =>
    encodeAssetTicket(
      { linkId: link.id, credentialVersion: link.credential_version, assetId: asset.id, expiresAtSeconds },
      config.GRANT_SECRET,
    );
  return {
    ...toWire(asset, ["item_id", "key", "media_type", "bytes"]),
    url: direct ?? `${publicUrl}/v1/share/assets/${ticket()}/${encodeURIComponent(fileName)}`,
    expires_at: new Date(expiresAtSeconds * 1000).toISOString(),
  };
}

/** The items that a link shares. */
export function sharedItemIds(target: ShareTarget): readonly string[] {
  return target.type === "item" ? [target.item.id] : target.itemIds;
}

/** The name of a downloaded file: the last part of its object key. */
export function downloadName(asset: Pick<AssetRow, "object_key">): string {
  return asset.object_key.slice(asset.object_key.lastIndexOf("/") + 1);
}
