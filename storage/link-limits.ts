import type { Queryable } from "./postgres.ts";

/** A link's limits as they are set: null takes one away. Money is in micro-units. */
export interface LinkLimitsChange {
  readonly maxViews?: number | null | undefined;
  readonly maxTiles?: number | null | undefined;
  readonly spendLimit?: number | null | undefined;
}

/**
 * Sets limits of a link; undefined leaves one as it is. The first limit of a link starts from what the ledger has recorded of it so far,
 * with every tile at the price given.
 */
export async function setLinkLimits(
  database: Queryable,
  linkId: string,
  change: LinkLimitsChange,
  tilePriceMicros: number,
): Promise<void> {
  const row = {
    ...(change.maxViews === undefined ? {} : { max_views: change.maxViews }),
    ...(change.maxTiles === undefined ? {} : { max_tiles: change.maxTiles }),
    ...(change.spendLimit === undefined ? {} : { spend_limit: change.spendLimit }),
  };
  if (Object.keys(row).length === 0) return;
  await database`
    insert into share_link_limits (link_id, views_used, tiles_used, spend_used)
    select ${linkId}, coalesce(sum(accesses), 0), coalesce(sum(tile_requests), 0),
      coalesce(sum(tile_requests), 0) * ${tilePriceMicros}::bigint
    from usage_rollups where link_id = ${linkId}
    on conflict do nothing`;
  await database`update share_link_limits set ${database(row as never)} where link_id = ${linkId}`;
}

/**
 * Takes up to `count` tiles from what a link has left and resolves to the number granted. Exact across processes: the row's lock orders
 * them. Undefined when the link has no limits any more.
 */
export async function takeTiles(
  database: Queryable,
  linkId: string,
  count: number,
  tilePriceMicros: number,
): Promise<number | undefined> {
  const granted = database`least(
    ${count}::bigint,
    greatest(0, coalesce(max_tiles - tiles_used, ${count}::bigint)),
    case when ${tilePriceMicros}::bigint = 0 then ${count}::bigint
      else greatest(0, coalesce((spend_limit - spend_used) / nullif(${tilePriceMicros}::bigint, 0), ${count}::bigint)) end)`;
  const [row] = await database<{ tiles_granted: number }[]>`
    update share_link_limits set
      tiles_used = tiles_used + ${granted},
      spend_used = spend_used + ${granted} * ${tilePriceMicros}::bigint,
      tiles_granted = ${granted}
    where link_id = ${linkId}
    returning tiles_granted`;
  return row?.tiles_granted;
}

/** Takes one opening from what a link has left; false when none is. */
export async function takeView(database: Queryable, linkId: string): Promise<boolean> {
  const result = await database`
    update share_link_limits set views_used = views_used + 1
    where link_id = ${linkId} and (max_views is null or views_used < max_views)`;
  return result.count > 0;
}
