import { shownProperties } from "../../core/links/link-choices.ts";
import { listDownloadableAssets, type DownloadableAsset } from "../../storage/catalog/assets.ts";
import { listSharedItems, type ItemRow } from "../../storage/catalog/items.ts";
import { PAGE_BYTES_MAX } from "../../storage/database/rows-within.ts";
import type { Deps } from "../deps.ts";
import { presentSharedItem } from "../items/present-item.ts";
import { presentDownload } from "./shared-downloads.ts";
import type { OpenedLink } from "./shared-link.ts";

type PageDeps = Pick<Deps, "database" | "objectStore" | "config" | "clock">;

/** Files in one answer: each takes a kilobyte with its address. */
const FILES_MAX = 400;

/** A part of the items that a link shares, and with the permission `download` their files. */
export interface SharedItemsPage {
  readonly items: readonly ReturnType<typeof presentSharedItem>[];
  readonly assets?: Awaited<ReturnType<typeof presentDownload>>[];
  readonly total: number;
  /** Where the next page begins; null at the end. */
  readonly next_offset: number | null;
}

/** A page of the items that a link shares, as its owner has chosen to show them, in under a megabyte. */
export async function sharedItemsPage(
  deps: PageDeps,
  shared: OpenedLink,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  publicUrl: string,
): Promise<SharedItemsPage> {
  const { link, target } = shared;
  const gives = link.permission === "download";
  const ids = target.type === "item" ? [target.item.id] : target.itemIds;
  const bytes = gives ? PAGE_BYTES_MAX / 2 : PAGE_BYTES_MAX;
  const rows =
    target.type === "item"
      ? [{ ...target.item, properties: shownProperties(link, target.item.properties) }].slice(offset)
      : await listSharedItems(deps.database, ids.slice(offset, offset + limit), link.properties, bytes);
  const files = gives
    ? await listDownloadableAssets(
        deps.database,
        rows.map(({ id }) => id),
        FILES_MAX + 1,
      )
    : [];
  const shown = withWholeItems(rows, files);
  const end = offset + shown.items.length;
  const assets = await Promise.all(shown.files.map((file) => presentDownload(deps, link, file, publicUrl)));
  return {
    items: shown.items.map(presentSharedItem),
    ...(gives ? { assets } : {}),
    total: ids.length,
    next_offset: end < ids.length && shown.items.length > 0 ? end : null,
  };
}

/** Cuts off the last item and what follows when not all of its files are there. */
function withWholeItems(items: readonly ItemRow[], files: readonly DownloadableAsset[]) {
  const cut = files[FILES_MAX]?.item_id;
  const whole = cut === undefined ? items.length : items.findIndex(({ id }) => id === cut);
  const kept = items.slice(0, Math.max(1, whole));
  const ids = new Set(kept.map(({ id }) => id));
  return { items: kept, files: files.slice(0, FILES_MAX).filter(({ item_id }) => ids.has(item_id)) };
}
