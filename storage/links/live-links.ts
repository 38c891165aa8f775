import type { Queryable } from "../database/database.ts";

/** How many links that are neither revoked nor expired show an item, alone or in its collection. */
export async function countLiveLinks(
  database: Queryable,
  item: { readonly id: string; readonly collection_id: string | null },
): Promise<number> {
  const targets = [item.id, ...(item.collection_id === null ? [] : [item.collection_id])];
  return await countLinksOf(database, targets);
}

/** How many links that are neither revoked nor expired share one of the targets. */
export async function countLinksOf(database: Queryable, targetIds: readonly string[]): Promise<number> {
  const [row] = await database<{ links: number }[]>`
    select count(*) as links from share_links
    where target_id = any(${targetIds as string[]}::uuid[]) and revoked_at is null and expires_at > now()`;
  return row?.links ?? 0;
}
