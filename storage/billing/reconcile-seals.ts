import { nextMonth, type Month } from "../../core/billing/month.ts";
import type { Database } from "../database/database.ts";
import { DIFFERENCES_NAMED, type CheckOutcome } from "./reconcile.ts";

/** Tables whose rows have seals; what names a row; and which rows are looked at, if not all. */
const SEALED: readonly { readonly table: string; readonly key: string; readonly where?: string }[] = [
  { table: "rate_cards", key: "id" },
  { table: "credit_notes", key: "id" },
  { table: "billing_exports", key: "id" },
  { table: "billing_books", key: "sealed_through" },
  { table: "usage_retired_days", key: "day, organization_id", where: "day >= $1::date and day < $2::date" },
];

/**
 * Compares every row that has a seal with it, whatever month it belongs to: prices and credits of open months
 * and exports are in no entry of the books.
 */
export async function compareSeals(database: Database, month: Month): Promise<CheckOutcome> {
  const check = "rows = their seals";
  const rows = SEALED.map(
    ({ table, key, where }) => `select '${table}' as of, concat_ws(' ', ${key}) as key,
      seal ->> 'sha256' as expected, (
        select encode(sha256(convert_to(jsonb_object_agg(name, to_jsonb(row) -> name)::text, 'UTF8')), 'hex')
        from jsonb_array_elements_text(seal -> 'columns') as name) as found
      from ${table} as row ${where === undefined ? "" : `where ${where}`}`,
  );
  const [outcome] = await database.unsafe<
    {
      compared: number;
      different: number;
      first: { of: string; key: string; expected: string | null; found: string | null }[];
    }[]
  >(
    `with rows as (${rows.join(" union all ")}),
       wrong as (select * from rows where expected is null or expected is distinct from found)
     select (select count(*) from rows) as compared, (select count(*) from wrong) as different,
       coalesce((select jsonb_agg(first) from (select * from wrong order by of, key limit ${DIFFERENCES_NAMED}) as first), '[]')
         as first`,
    [month, nextMonth(month)],
  );
  const { compared, different, first } = outcome ?? { compared: 0, different: 0, first: [] };
  const differences = first.map(({ of, key, expected, found }) => ({
    check,
    place: `table ${of}, row ${key}`,
    expected: expected ?? "a seal",
    found: found ?? "none",
  }));
  return { check, compared, different, differences };
}
