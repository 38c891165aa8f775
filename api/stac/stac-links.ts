import type { StacLink } from "../../core/rasters/stac-item.ts";

const JSON_TYPE = "application/json";
const GEOJSON = "application/geo+json";

/** Addresses of the STAC API, below the origin of this server. */
export const stacUrls = {
  root: (base: string) => `${base}/v1/stac`,
  conformance: (base: string) => `${base}/v1/stac/conformance`,
  search: (base: string) => `${base}/v1/stac/search`,
  collections: (base: string) => `${base}/v1/stac/collections`,
  collection: (base: string, id: string) => `${base}/v1/stac/collections/${encodeURIComponent(id)}`,
  items: (base: string, id: string) => `${base}/v1/stac/collections/${encodeURIComponent(id)}/items`,
  item: (base: string, collection: string, id: string) =>
    `${base}/v1/stac/collections/${encodeURIComponent(collection)}/items/${encodeURIComponent(id)}`,
  asset: (base: string, itemId: string, key: string, grant: string | undefined) =>
    `${base}/v1/stac/assets/${itemId}/${encodeURIComponent(key)}${grant === undefined ? "" : `?grant=${grant}`}`,
};

/** The link to the landing page. */
export function rootLink(base: string): StacLink {
  return { rel: "root", href: stacUrls.root(base), type: JSON_TYPE };
}

/** A link to a JSON document. */
export function jsonLink(rel: string, href: string): StacLink {
  return { rel, href, type: JSON_TYPE };
}

/** A link to features. */
export function geoJsonLink(rel: string, href: string): StacLink {
  return { rel, href, type: GEOJSON };
}
