import type { Queryable } from "../database/database.ts";

/** The usage of a link on one UTC day. */
export interface LinkUsageDay {
  /** `2026-11-23`. */
  readonly date: string;
  readonly views: number;
  readonly tiles: number;
  readonly bytes: number;
  readonly unique_clients: number;
}

/** The last days of a link up to that of `until`, oldest first; days without use have zeros. */
export async function listLinkUsage(
  database: Queryable,
  linkId: string,
  days: number,
  until: Date,
): Promise<LinkUsageDay[]> {
  const last = until.toISOString().slice(0, 10);
  const rows = await database<LinkUsageDay[]>`
    select to_char(day, 'YYYY-MM-DD') as date,
      coalesce(used.views, 0)::bigint as views, coalesce(used.tiles, 0)::bigint as tiles,
      coalesce(used.bytes, 0)::bigint as bytes, coalesce(clients.count, 0)::bigint as unique_clients
    from generate_series(${last}::date - ${days - 1}::integer, ${last}::date, interval '1 day') as day
    left join (
      select date_trunc('day', hour at time zone 'UTC') as day, sum(accesses) as views, sum(tile_requests) as tiles,
        sum(tile_bytes) as bytes
      from usage_rollups where link_id = ${linkId} group by 1
    ) as used using (day)
    left join (
      select share_link_clients.day::timestamp as day, count(*) as count
      from share_link_clients where link_id = ${linkId} group by 1
    ) as clients using (day)
    order by day`;
  return [...rows];
}
