import type { Queryable } from "../database/database.ts";

/** A registered file, and what it was when it was registered. */
export interface AssetFile {
  readonly id: string;
  readonly object_key: string;
  readonly version: string;
  readonly bytes: number;
}

/** A page of all registered files, by id. */
export async function listAssetFiles(
  database: Queryable,
  afterId: string | undefined,
  limit: number,
): Promise<AssetFile[]> {
  const after = afterId ?? "00000000-0000-0000-0000-000000000000";
  return await database<AssetFile[]>`
    select id, object_key, version, bytes from assets where id > ${after} order by id limit ${limit}`;
}
