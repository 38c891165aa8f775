import type { Month } from "../../core/billing/month.ts";
import { takeAffordable } from "../../core/links/link-spend.ts";
import type { LinkLimit } from "../../core/links/share-link.ts";
import { linkDataSql } from "../events/publish-event.ts";
import { readLinkSpend, type TileTariff } from "./link-spend.ts";
import type { Database, Queryable } from "../database/database.ts";

/** A change of a link's limits: null takes one away, undefined leaves it. Money is in micro-units. */
export interface LinkLimitsChange {
  readonly maxViews?: number | null | undefined;
  readonly maxTiles?: number | null | undefined;
  readonly spendLimit?: number | null | undefined;
}

/**
 * Sets limits of a link; undefined leaves one as it is. With its first limit, a link starts from the counts
 * of the ledger. With its first money limit, it starts from what statements charge for those.
 */
export async function setLinkLimits(
  transaction: Queryable,
  link: { readonly id: string; readonly organization_id: string },
  change: LinkLimitsChange,
  month: Month,
): Promise<void> {
  const row = {
    ...(change.maxViews === undefined ? {} : { max_views: change.maxViews }),
    ...(change.maxTiles === undefined ? {} : { max_tiles: change.maxTiles }),
    ...(change.spendLimit === undefined ? {} : { spend_limit: change.spendLimit }),
    ...(change.spendLimit === null ? { spend_used_picos: null } : {}),
  };
  if (Object.keys(row).length === 0) return;
  await transaction`
    insert into share_link_limits (link_id, views_used, tiles_used)
    select ${link.id}, coalesce(sum(accesses), 0), coalesce(sum(tile_requests), 0)
    from usage_rollups where link_id = ${link.id}
    on conflict do nothing`;
  const [before] = await transaction<{ spend_used_picos: string | null }[]>`
    select spend_used_picos from share_link_limits where link_id = ${link.id} for update`;
  await transaction`update share_link_limits set ${transaction(row as never)} where link_id = ${link.id}`;
  if (typeof change.spendLimit !== "number" || before?.spend_used_picos !== null) return;
  const { spent, monthTiles } = await readLinkSpend(transaction, link, month);
  await transaction`
    update share_link_limits set spend_used_picos = ${String(spent)}::text::numeric, spend_month = ${month},
      spend_month_tiles = ${String(monthTiles)}::text::bigint
    where link_id = ${link.id}`;
}

/**
 * Takes up to `count` tiles from the rest of a link without a money limit; resolves to the number granted. A
 * row lock makes it exact across processes. Undefined when the link no longer has limits, or now has one of
 * money.
 */
export async function takeTiles(
  database: Queryable,
  linkId: string,
  count: number,
): Promise<number | undefined> {
  const granted = database`least(
    ${count}::bigint, greatest(0, coalesce(max_tiles - tiles_used, ${count}::bigint)))`;
  const [row] = await database<{ tiles_granted: number }[]>`
    with taken as (
      update share_link_limits set tiles_used = tiles_used + ${granted}, tiles_granted = ${granted}
      where link_id = ${linkId} and spend_limit is null
      returning link_id, tiles_granted, max_tiles, tiles_granted > 0 and tiles_used >= max_tiles as reached
    ), published as (${publishLimit(database, "max_tiles")})
    select tiles_granted from taken`;
  return row?.tiles_granted;
}

/**
 * As {@link takeTiles}, for a link with a money limit, which is never exceeded. Undefined when the link no
 * longer has limits.
 */
export async function takePaidTiles(
  database: Database,
  linkId: string,
  count: number,
  tariff: TileTariff,
): Promise<number | undefined> {
  return await database.begin(async (transaction) => {
    const [row] = await transaction<TakingRow[]>`
      select max_tiles, tiles_used, spend_limit, spend_used_picos, spend_month, spend_month_tiles
      from share_link_limits where link_id = ${linkId} for update`;
    if (row === undefined) return undefined;
    const left = row.max_tiles === null ? count : Math.max(0, row.max_tiles - row.tiles_used);
    const spent = BigInt(row.spend_used_picos ?? 0);
    const own = monthTilesOf(row, tariff, linkId);
    const { tiles, cost } = takeAffordable(
      tariff.steps,
      tilesOfOthers(tariff, linkId) + own,
      BigInt(Math.min(count, left)),
      row.spend_limit === null ? null : BigInt(row.spend_limit) * PICOS_PER_MICRO - spent,
    );
    const rest = row.spend_limit === null ? null : BigInt(row.spend_limit) * PICOS_PER_MICRO - spent - cost;
    const next = takeAffordable(tariff.steps, tilesOfOthers(tariff, linkId) + own + tiles, 1n, rest);
    const isSpent = tiles > 0n && next.tiles === 0n;
    const isFull = tiles > 0n && row.max_tiles !== null && row.tiles_used + Number(tiles) >= row.max_tiles;
    await transaction`
      update share_link_limits set tiles_used = tiles_used + ${Number(tiles)},
        spend_used_picos = ${row.spend_limit === null ? null : String(spent + cost)}::text::numeric,
        spend_month = ${tariff.month}, spend_month_tiles = ${String(own + tiles)}::text::bigint
      where link_id = ${linkId}`;
    if (isSpent) await publishReached(transaction, linkId, "spend_limit");
    if (isFull) await publishReached(transaction, linkId, "max_tiles");
    return Number(tiles);
  });
}

async function publishReached(transaction: Queryable, linkId: string, limit: LinkLimit): Promise<void> {
  await transaction`
    with taken as (select *, true as reached from share_link_limits where link_id = ${linkId})
    ${publishLimit(transaction, limit)}`;
}

interface TakingRow extends SpendMonth {
  readonly max_tiles: number | null;
  readonly tiles_used: number;
  readonly spend_limit: number | null;
  readonly spend_used_picos: string | null;
}

/** The month of a link's own tile count, and the count. */
export interface SpendMonth {
  readonly spend_month: Month | null;
  readonly spend_month_tiles: number | null;
}

const PICOS_PER_MICRO = 1_000_000n;

/**
 * The position of a link's next tile in the organization's month. The link's own tiles are exact; those of
 * others come from the ledger, seconds behind.
 */
export function positionOf(row: SpendMonth & { readonly id: string }, tariff: TileTariff): bigint {
  return tilesOfOthers(tariff, row.id) + monthTilesOf(row, tariff, row.id);
}

function tilesOfOthers(tariff: TileTariff, linkId: string): bigint {
  return tariff.tiles - (tariff.tilesOfLimited.get(linkId) ?? 0n);
}

/** A new month starts from the ledger's count. */
function monthTilesOf(row: SpendMonth, tariff: TileTariff, linkId: string): bigint {
  if (row.spend_month === tariff.month) return BigInt(row.spend_month_tiles ?? 0);
  return tariff.tilesOfLimited.get(linkId) ?? 0n;
}

/** Takes one view from the rest of a link; false when none is left. */
export async function takeView(database: Queryable, linkId: string): Promise<boolean> {
  const taken = await database`
    with taken as (
      update share_link_limits set views_used = views_used + 1
      where link_id = ${linkId} and (max_views is null or views_used < max_views)
      returning link_id, max_views, views_used >= max_views as reached
    ), published as (${publishLimit(database, "max_views")})
    select link_id from taken`;
  return taken.length > 0;
}

/**
 * Writes the event of a link's limit that `taken` has reached, in the statement that counts: once for each
 * value of the limit.
 */
function publishLimit(database: Queryable, limit: LinkLimit) {
  return database`
    insert into events (organization_id, type, fact, data)
    select link.organization_id, 'link.limit_reached', link.id || ' ' || ${limit}::text || ' ' || taken.${database.unsafe(limit)},
      ${database.unsafe(linkDataSql("link"))} || jsonb_build_object('limit', ${limit}::text, 'value', taken.${database.unsafe(limit)})
    from taken join share_links as link on link.id = taken.link_id where taken.reached
    on conflict do nothing`;
}
