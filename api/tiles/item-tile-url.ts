/** The part of a drawing and its authorization that goes into the query of a tile URL. */
interface ItemTileQuery {
  readonly profile?: string | null | undefined;
  readonly asset_key?: string | null | undefined;
  /** An API key, for clients that cannot send headers; empty: none. A grant ends sooner. */
  readonly key: string;
  readonly grant?: string | undefined;
}

/** The URL of an item's tiles, with the client's placeholders in place. */
export function itemTileTemplate(base: string, itemId: string, query: ItemTileQuery, place: string): string {
  const { profile, asset_key, key, grant } = query;
  const parameters = new URLSearchParams({
    ...(profile ? { profile } : {}),
    ...(asset_key ? { asset_key } : {}),
    ...(key === "" ? {} : { key }),
    ...(grant === undefined ? {} : { grant }),
  });
  const suffix = parameters.size === 0 ? "" : `?${parameters.toString()}`;
  return `${base.replace(/\/+$/, "")}/v1/items/${itemId}/tiles/${place}${suffix}`;
}
