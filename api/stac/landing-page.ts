import { geoJsonLink, jsonLink, rootLink, stacUrls } from "./stac-links.ts";

/** What the STAC API implements, by the names that its specifications have for it. */
export const conformance = {
  conformsTo: [
    "https://api.stacspec.org/v1.0.0/core",
    "https://api.stacspec.org/v1.0.0/collections",
    "https://api.stacspec.org/v1.0.0/ogcapi-features",
    "https://api.stacspec.org/v1.0.0/item-search",
    "https://api.stacspec.org/v1.0.0/item-search#sort",
    "https://api.stacspec.org/v1.0.0/item-search#query",
    "https://api.stacspec.org/v1.0.0/item-search#filter",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
    "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
  ],
};

/** The landing page of the STAC API; it holds nothing of any organization. */
export function landingPage(base: string) {
  return {
    type: "Catalog",
    stac_version: "1.0.0",
    id: "geopera-share",
    title: "Geopera Share",
    description: "Items of your organization. Send an API key as bearer token, or as X-API-Key.",
    ...conformance,
    links: [
      rootLink(base),
      jsonLink("self", stacUrls.root(base)),
      jsonLink("conformance", stacUrls.conformance(base)),
      jsonLink("data", stacUrls.collections(base)),
      { ...geoJsonLink("search", stacUrls.search(base)), method: "GET" },
      { ...geoJsonLink("search", stacUrls.search(base)), method: "POST" },
      {
        rel: "service-desc",
        href: `${base}/openapi.json`,
        type: "application/vnd.oai.openapi+json;version=3.1",
      },
      { rel: "service-doc", href: `${base}/docs`, type: "text/html" },
    ],
  };
}
