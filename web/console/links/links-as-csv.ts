import { asCsv } from "../csv.ts";
import type { Link } from "../owned.ts";
import type { LinkMonth } from "./link-month.ts";

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

/** Links as a CSV file, with what each was used this month where that is known. */
export function linksAsCsv(
  links: readonly Link[],
  monthOf: (linkId: string) => LinkMonth | undefined = () => undefined,
): string {
  return asCsv(
    [...COLUMNS, "tiles_this_month", "cost_this_month"],
    links.map((link) => {
      const month = monthOf(link.id);
      return [...COLUMNS.map((column) => link[column]), month?.tiles, month?.cost];
    }),
  );
}
