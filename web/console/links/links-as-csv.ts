import { asCsv } from "../csv.ts";
import type { Link } from "../owned.ts";

const COLUMNS = [
  "id",
  "label",
  "target_id",
  "target_name",
  "status",
  "created_at",
  "expires_at",
  "access_count",
  "last_accessed_at",
] as const satisfies readonly (keyof Link)[];

/** Links as a CSV file. */
export function linksAsCsv(links: readonly Link[]): string {
  return asCsv(
    COLUMNS,
    links.map((link) => COLUMNS.map((column) => link[column])),
  );
}
