import type { Database } from "../database/database.ts";

/** What an organization's links served in the last minutes. */
export interface NoisyOrganization {
  readonly organization_id: string;
  readonly name: string;
  readonly tiles: number;
  readonly rendered: number;
  readonly megabytes: number;
  /** The link with the most tiles. */
  readonly busiest_link: string;
  readonly tiles_of_link: number;
}

/** The organizations that served the most tiles in the last minutes, the most first. */
export async function listNoisyOrganizations(
  database: Database,
  { minutes, limit }: { readonly minutes: number; readonly limit: number },
): Promise<NoisyOrganization[]> {
  return await database<NoisyOrganization[]>`
    with links as (
      select organization_id, link_id, count(*) as tiles, sum(bytes) as bytes,
        count(*) filter (where cache_result = 'render') as rendered
      from usage_events
      where kind = 'tile' and occurred_at > now() - make_interval(mins => ${minutes})
      group by organization_id, link_id
    )
    select organization_id, organizations.name, sum(tiles)::bigint as tiles, sum(rendered)::bigint as rendered,
      round(sum(bytes) / 1e6, 1)::float8 as megabytes,
      (array_agg(link_id order by tiles desc))[1]::text as busiest_link, max(tiles)::bigint as tiles_of_link
    from links join organizations on organizations.id = organization_id
    group by organization_id, organizations.name
    order by 3 desc limit ${limit}`;
}
