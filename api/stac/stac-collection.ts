import type { StacCollectionRow } from "../../storage/catalog/stac-collections.ts";
import { geoJsonLink, jsonLink, rootLink, stacUrls } from "./stac-links.ts";

/** A collection as STAC 1.0.0 describes it. An extent that is not known is the whole world. */
export function stacCollection(row: StacCollectionRow, base: string) {
  const times = [row.first_at, row.last_at].map((time) => time?.toISOString() ?? null);
  return {
    type: "Collection",
    stac_version: "1.0.0",
    id: row.id,
    title: row.kind === "project" ? `${row.name} (not in a collection)` : row.name,
    description: row.description || row.name,
    license: "proprietary",
    ...(row.attribution ? { providers: [{ name: row.attribution, roles: ["producer"] }] } : {}),
    extent: {
      spatial: { bbox: [row.bbox ?? [-180, -90, 180, 90]] },
      temporal: { interval: [times] },
    },
    "geopera:project_id": row.project_id,
    links: [
      jsonLink("self", stacUrls.collection(base, row.id)),
      rootLink(base),
      jsonLink("parent", stacUrls.root(base)),
      geoJsonLink("items", stacUrls.items(base, row.id)),
    ],
  };
}
