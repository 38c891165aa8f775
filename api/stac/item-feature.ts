import { stacItem } from "../../core/rasters/stac-item.ts";
import type { FoundItem } from "../../storage/catalog/search-items.ts";
import { STAC_SOURCE_FIELDS } from "../items/stac-source-fields.ts";
import { toWire } from "../operations/wire.ts";
import type { FileGrants } from "./file-grants.ts";
import { geoJsonLink, jsonLink, rootLink, stacUrls } from "./stac-links.ts";

/**
 * An item as a STAC feature of the STAC API. Addresses of files need the caller's key, unless `grantOf` makes
 * a grant for them.
 */
export function itemFeature(item: FoundItem, base: string, grantOf?: FileGrants) {
  const collection = item.collection_id ?? item.project_id;
  const parent = stacUrls.collection(base, collection);
  const source = {
    ...toWire(item, STAC_SOURCE_FIELDS),
    properties: { ...item.properties, "geopera:item_id": item.id, "geopera:project_id": item.project_id },
  };
  const grant = item.assets.length === 0 ? undefined : grantOf?.(item.id);
  const assets = item.assets.map((asset) => ({
    ...asset,
    href: stacUrls.asset(base, item.id, asset.key, grant),
  }));
  return stacItem(source, assets, {
    collection,
    links: [
      geoJsonLink("self", stacUrls.item(base, collection, item.stac_id)),
      jsonLink("collection", parent),
      jsonLink("parent", parent),
      rootLink(base),
    ],
  });
}
