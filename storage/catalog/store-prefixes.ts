import { idParameter, type Queryable } from "../database/database.ts";

/** A part of the object store that an organization may read besides its own folder. */
export interface StorePrefix {
  /** A folder with its slash; empty for everything outside the system's own folders. */
  readonly prefix: string;
  readonly organization_id: string;
}

/** The prefixes that the operator has mapped to an organization. */
export async function listPrefixesOf(database: Queryable, organizationId: string): Promise<string[]> {
  const rows = await database<{ prefix: string }[]>`
    select prefix from store_prefixes where organization_id = ${idParameter(organizationId)} order by prefix`;
  return rows.map(({ prefix }) => prefix);
}

/** Every mapped prefix. */
export async function listStorePrefixes(database: Queryable): Promise<StorePrefix[]> {
  return [
    ...(await database<StorePrefix[]>`
      select prefix, organization_id from store_prefixes order by prefix, organization_id`),
  ];
}

/** Maps a prefix to an organization; again changes nothing. */
export async function mapStorePrefix(database: Queryable, { prefix, organization_id: id }: StorePrefix) {
  await database`
    insert into store_prefixes (prefix, organization_id) values (${prefix}, ${id}) on conflict do nothing`;
}

/** Takes a prefix away from an organization; false when it was not mapped. Registered files stay readable. */
export async function unmapStorePrefix(
  database: Queryable,
  { prefix, organization_id: id }: StorePrefix,
): Promise<boolean> {
  const gone = await database`
    delete from store_prefixes where prefix = ${prefix} and organization_id = ${id} returning prefix`;
  return gone.length > 0;
}
