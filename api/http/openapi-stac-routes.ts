import { inPath, inQuery, text, type Access, type Route } from "./openapi-route.ts";

const ID = "0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10";
const JSON_TYPES = ["application/json"];
const GEOJSON_TYPES = ["application/geo+json"];

const collection = inPath(
  "collection_id",
  "Id of a collection, or of a project for its items in no collection (UUID).",
  text,
  ID,
);
const token = inQuery("token", "Where the page begins: next links have it.", text, "…");
const limit = inQuery(
  "limit",
  "How many a page has at most; fewer when they are large.",
  { type: "integer", minimum: 1, maximum: 10_000 },
  10,
);
const area = inQuery(
  "bbox",
  "West, south, east, north in degrees: only items whose bounding box touches it.",
  text,
  "151.15,-33.92,151.29,-33.81",
);
const time = inQuery("datetime", "A time with an offset, a date, or an interval.", text, "2026-01-01/..");
const known = { "304": "The `ETag` of `If-None-Match` is that of the document." };

function stacRoute(
  id: string,
  summary: string,
  route: {
    readonly parameters?: Route["parameters"] & {};
    readonly types?: readonly string[];
    readonly access?: Access;
    readonly more?: Readonly<Record<string, string>>;
  } = {},
): Route {
  return { id, tag: "STAC API", summary, access: "bearer", types: JSON_TYPES, more: known, ...route };
}

/** Routes of the STAC API; its search by POST is the operation `stac.search`. */
export const STAC_ROUTES: Readonly<Record<string, Route>> = {
  "get /v1/stac": stacRoute("stac.landing.get", "The landing page of the STAC API: what it can, and where.", {
    access: "anyone",
  }),
  "get /v1/stac/conformance": stacRoute("stac.conformance.get", "The conformance classes of the STAC API.", {
    access: "anyone",
  }),
  "get /v1/stac/collections": stacRoute("stac.collections.page", "Collections that the caller sees.", {
    parameters: [limit, token],
  }),
  "get /v1/stac/collections/{collection_id}": stacRoute("stac.collection.get", "One collection.", {
    parameters: [collection],
  }),
  "get /v1/stac/collections/{collection_id}/items": stacRoute(
    "stac.items.page",
    "Items of a collection, the newest data first.",
    { parameters: [collection, limit, token, area, time], types: GEOJSON_TYPES },
  ),
  "get /v1/stac/collections/{collection_id}/items/{stac_id}": stacRoute("stac.item.get", "One item.", {
    parameters: [collection, inPath("stac_id", "The STAC id of the item.", text, "harbour-2026")],
    types: GEOJSON_TYPES,
  }),
  "get /v1/stac/search": stacRoute("stac.search.get", "Finds items in all projects that the caller sees.", {
    parameters: [
      limit,
      token,
      area,
      time,
      inQuery("collections", "Only items of these collections, by comma.", text, ID),
      inQuery("ids", "Only items with these STAC ids, by comma.", text, "harbour-2026"),
      inQuery(
        "intersects",
        "A GeoJSON geometry that their bounding box touches.",
        text,
        '{"type":"Point","coordinates":[151.2,-33.9]}',
      ),
      inQuery("query", "Conditions by property, as JSON.", text, '{"eo:cloud_cover":{"lt":10}}'),
      inQuery(
        "filter",
        "A condition in CQL2 JSON.",
        text,
        '{"op":"<","args":[{"property":"eo:cloud_cover"},10]}',
      ),
      inQuery("filter-lang", "The language of the filter.", { ...text, enum: ["cql2-json"] }, "cql2-json"),
      inQuery("sortby", "Fields by comma; `-` before one sorts it downwards.", text, "-datetime"),
    ],
    types: GEOJSON_TYPES,
  }),
  "get /v1/stac/assets/{item_id}/{key}": stacRoute(
    "stac.asset.get",
    "Leads on to an address that serves a file of an item for five minutes.",
    {
      parameters: [
        inPath("item_id", "Id of the item (UUID).", text, ID),
        inPath("key", "The key of the file.", text, "data"),
        inQuery("grant", "The grant of a STAC document, for clients that cannot send headers.", text, "…"),
      ],
      types: [],
      more: { "302": "`Location` has the address." },
    },
  ),
};
