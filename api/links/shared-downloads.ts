import { encodeAssetTicket } from "../../core/links/asset-ticket.ts";
import { listAssetsOfItems, type AssetRow } from "../../storage/catalog/assets.ts";
import type { ShareTarget } from "../../storage/links/share-targets.ts";
import type { Deps } from "../deps.ts";
import { toWire } from "../operations/wire.ts";
import type { OpenedLink } from "./shared-link.ts";

/** How long a URL can start a download; a started one may take longer. */
const DOWNLOAD_SECONDS = 300;

/**
 * The files of a link with the permission `download`, each with a URL that works by itself for five minutes.
 */
export async function presentDownloads(
  { database, objectStore, config, clock }: Pick<Deps, "database" | "objectStore" | "config" | "clock">,
  { link, target }: OpenedLink,
  publicUrl: string,
) {
  const expiresAtSeconds = Math.floor(clock() / 1000) + DOWNLOAD_SECONDS;
  const assets = await listAssetsOfItems(database, sharedItemIds(target));
  return await Promise.all(
    assets.map(async (asset) => {
      const fileName = downloadName(asset);
      const options = { seconds: DOWNLOAD_SECONDS, fileName };
      const direct = await objectStore.signedUrl(asset.object_key, options);
      const ticket = () =>
        encodeAssetTicket(
          {
            linkId: link.id,
            credentialVersion: link.credential_version,
            assetId: asset.id,
            expiresAtSeconds,
          },
          config.GRANT_SECRET,
        );
      return {
        ...toWire(asset, ["item_id", "key", "media_type", "bytes"]),
        url: direct ?? `${publicUrl}/v1/share/assets/${ticket()}/${encodeURIComponent(fileName)}`,
        expires_at: new Date(expiresAtSeconds * 1000).toISOString(),
      };
    }),
  );
}

/** The items that a link shares. */
export function sharedItemIds(target: ShareTarget): string[] {
  return target.type === "item" ? [target.item.id] : target.items.map((item) => item.id);
}

/** The name of a downloaded file: the last part of its object key. */
export function downloadName(asset: Pick<AssetRow, "object_key">): string {
  return asset.object_key.slice(asset.object_key.lastIndexOf("/") + 1);
}
