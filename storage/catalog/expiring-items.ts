import { rowsWithin } from "../database/rows-within.ts";
import type { Queryable } from "../database/database.ts";
import type { ItemRow } from "./items.ts";

/** Items of an organization that expire until a time, soonest first, those that are expired left out. */
export async function listExpiringItems(
  database: Queryable,
  organizationId: string,
  until: Date,
  limit: number,
): Promise<ItemRow[]> {
  const ordered = database`
    select items.*, items.owner_organization_id as organization_id from items
    where owner_organization_id = ${organizationId} and deleted_at is null and expires_at <= ${until}
      and lifecycle_state <> 'expired'
    order by expires_at, id limit ${limit}`;
  return [...(await database<ItemRow[]>`${rowsWithin(database, ordered)}`)];
}

/** Marks items of an organization whose time has come as expired; resolves to how many. */
export async function expireItems(
  database: Queryable,
  organizationId: string,
  now: Date,
  limit: number,
): Promise<number> {
  const rows = await database`
    update items set lifecycle_state = 'expired', updated_at = now()
    where id in (
      select id from items
      where owner_organization_id = ${organizationId} and deleted_at is null and expires_at <= ${now}
        and lifecycle_state <> 'expired'
      order by expires_at limit ${limit} for update skip locked
    ) returning id`;
  return rows.length;
}
