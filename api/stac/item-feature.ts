import { stacItem } from "../../core/rasters/stac-item.ts";
import type { FoundItem } from "../../storage/catalog/search-items.ts";
import { STAC_SOURCE_FIELDS } from "../items/stac-source-fields.ts";
import { toWire } from "../operations/wire.ts";
import { geoJsonLink, jsonLink, rootLink, stacUrls } from "./stac-links.ts";

/**
 * An item as a STAC feature of the STAC API. Files have lasting addresses that need the caller's key;
 * `items.get_stac` mints addresses that work by themselves.
 */
export function itemFeature(item: FoundItem, base: string) {
  const collection = item.collection_id ?? item.project_id;
  const parent = stacUrls.collection(base, collection);
  const source = {
    ...toWire(item, STAC_SOURCE_FIELDS),
    properties: { ...item.properties, "geopera:item_id": item.id, "geopera:project_id": item.project_id },
  };
  const assets = item.assets.map((asset) => ({ ...asset, href: stacUrls.asset(base, item.id, asset.key) }));
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
