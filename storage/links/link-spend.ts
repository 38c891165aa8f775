import type { Currency } from "../../core/billing/currencies.ts";
import type { Picos } from "../../core/billing/money.ts";
import type { Month } from "../../core/billing/month.ts";
import { priceMonth, type TileCount } from "../../core/billing/pricing.ts";
import { priceSteps } from "../../core/links/link-spend.ts";
import type { Queryable } from "../database/database.ts";
import { chooseRateCard, listCardsOfClosedMonths, listRateCards } from "../billing/rate-cards.ts";

/** The tile prices of an organization in a month, and the ledger's count of that month. */
export interface TileTariff {
  readonly month: Month;
  readonly currency: Currency;
  readonly steps: ReturnType<typeof priceSteps>;
  /** Tiles of all links. */
  readonly tiles: bigint;
  /** The part of links with a `spend_limit`, which count their own tiles. */
  readonly tilesOfLimited: ReadonlyMap<string, bigint>;
}

/** The tariff of an organization's month. */
export async function readTariff(
  database: Queryable,
  organizationId: string,
  month: Month,
): Promise<TileTariff> {
  const cards = await listRateCards(database, organizationId);
  const rows = await database<{ link_id: string | null; tiles: string }[]>`
    select limits.link_id, sum(tile_requests)::text as tiles from usage_months
    left join share_link_limits as limits on limits.link_id = usage_months.link_id and spend_limit is not null
    where organization_id = ${organizationId} and month = ${month}::text::date
    group by limits.link_id`;
  const counts = rows.map(({ link_id, tiles }) => [link_id, BigInt(tiles)] as const);
  const card = chooseRateCard(cards, month);
  return {
    month,
    currency: card.currency,
    steps: priceSteps(card),
    tiles: counts.reduce((sum, [, tiles]) => sum + tiles, 0n),
    tilesOfLimited: new Map(counts.flatMap(([id, tiles]) => (id === null ? [] : [[id, tiles] as const]))),
  };
}

/** The charges for a link until now, as far as the ledger knows, and its tiles of the named month. */
export async function readLinkSpend(
  database: Queryable,
  link: { readonly id: string; readonly organization_id: string },
  month: Month,
): Promise<{ readonly spent: Picos; readonly monthTiles: bigint }> {
  const { id, organization_id: organizationId } = link;
  const cards = await listRateCards(database, organizationId);
  const closed = await listCardsOfClosedMonths(database, organizationId);
  const rows = await database<
    { month: string; booked_in: string; link_id: string; target_id: string; tiles: string }[]
  >`
    select month::text as month, booked_in::text as booked_in, link_id, target_id, tile_requests::text as tiles
    from usage_months
    where organization_id = ${organizationId} and tile_requests > 0
      and month in (select own.month from usage_months as own where own.organization_id = ${organizationId} and own.link_id = ${id})`;
  const months = new Map<Month, TileCount[]>();
  for (const row of rows) {
    const counts = months.get(row.month) ?? [];
    counts.push({
      bookedIn: row.booked_in,
      linkId: row.link_id,
      targetId: row.target_id,
      tiles: BigInt(row.tiles),
    });
    months.set(row.month, counts);
  }
  let spent = 0n;
  for (const [each, counts] of months) {
    const { charges } = priceMonth(counts, closed.get(each) ?? chooseRateCard(cards, each));
    for (const charge of charges) if (charge.linkId === id) spent += charge.amount;
  }
  const own = (months.get(month) ?? []).filter(({ linkId }) => linkId === id);
  return { spent, monthTiles: own.reduce((sum, { tiles }) => sum + tiles, 0n) };
}
