import type { Queryable } from "./database.ts";

/** An answer is built of about this many bytes of rows at most: its JSON then has less than a megabyte. */
export const PAGE_BYTES_MAX = 900_000;

/**
 * The first rows of an ordered query whose JSON together has at most `bytes`, but always one. PostgreSQL adds
 * up the sizes, so a page of large rows never reaches this process.
 */
export function rowsWithin(database: Queryable, ordered: object, bytes: number = PAGE_BYTES_MAX) {
  return database`
    select * from (
      select counted.*, sum(row_bytes) over (order by place) as bytes_until from (
        select listed.*, row_number() over () as place, octet_length(row_to_json(listed)::text) as row_bytes
        from (${ordered as never}) as listed
      ) as counted
    ) as page
    where bytes_until <= ${bytes} or place = 1 order by place`;
}
