import type { ExportSelection } from "../billing/export-selection.ts";

/**
 * What stands before the `select` of an export whose layout reads other rows than those of its tables: rows
 * that were kept for a provisional export, and lines that are cut by day. They take the tables' names.
 */
export function sourcesSql(selection: ExportSelection): string {
  const { provisionalId, options } = selection;
  const isByDay = options.charge_period === "day";
  const sources: Record<string, string> = provisionalId === null ? {} : keptSources(provisionalId);
  if (isByDay) {
    const lines = sources["statement_lines"];
    if (lines !== undefined) sources["kept_lines"] = lines;
    delete sources["statement_lines"];
    sources["statement_lines"] = linesByDaySql(
      selection,
      lines === undefined ? "statement_lines" : "kept_lines",
    );
  }
  const list = Object.entries(sources).map(([name, sql]) => `${name} as not materialized (${sql})`);
  return list.length === 0 ? "" : `with ${list.join(", ")} `;
}

const STATEMENT_COLUMNS =
  "id, organization_id, month, currency, total, tiles, organization_name, issuer_name, created_at";

/** The rows that were kept for a provisional export, as the tables of a closed month. */
function keptSources(exportId: string): Record<string, string> {
  const where = `where export_id = ${literal(exportId, "uuid")}`;
  return {
    // Lines that correct a closed month name its statement.
    statements: `select ${STATEMENT_COLUMNS}, null::jsonb as document from provisional_statements ${where}
      union all select ${STATEMENT_COLUMNS}, document from statements`,
    statement_lines: `select * from provisional_lines ${where}`,
    usage_rollups: `select * from provisional_usage ${where}`,
    statement_digests: `select id as statement_id, 1 as entry from provisional_statements ${where}`,
    books_entries: `select distinct month, 1 as entry from provisional_statements ${where}`,
    billing_periods: `select month, month::timestamp at time zone 'UTC' as sealed_at, max(created_at) as closed_at
      from provisional_statements ${where} group by month`,
  };
}

/**
 * Lines of usage, cut where a day ends: the tiles of a link fill its lines, from the lowest tier on, in the
 * order of its days. The pieces of a line sum to it. Other lines have no day and stay whole.
 */
function linesByDaySql({ month, organizationId }: ExportSelection, lines: string): string {
  const first = literal(month, "date");
  const own = organizationId === null ? "" : `and organization_id = ${literal(organizationId, "uuid")}`;
  const link = "organization_id, link_id, target_id";
  return `select line.month, line.organization_id, line.statement_id, line.number, line.kind, line.belongs_to, line.link_id,
      line.target_id, line.tier, coalesce(piece.tiles, line.quantity) as quantity, line.unit_price,
      coalesce(piece.tiles * line.unit_price * 0.001, line.amount) as amount, line.rate_card_id, line.credit_note_id,
      line.description, line.link_label, line.target_name, line.project_id, line.project_name, line.tags,
      day.day, coalesce(extract(day from day.day)::integer, 0) as day_of_month
    from (select *, sum(quantity) over (partition by statement_id, kind, link_id, target_id order by tier, number) as ends
      from ${lines} where month = ${first} ${own}) as line
    left join (select ${link}, day, tiles, sum(tiles) over (partition by ${link} order by day) as ends
      from (select ${link}, (hour at time zone 'UTC')::date as day, sum(tile_requests)::bigint as tiles from usage_rollups
        where booked_in = ${first} and hour >= ${first}::timestamp at time zone 'UTC' ${own} and tile_requests > 0
        group by ${link}, 4) as sums) as day
      on line.kind = 'usage' and line.organization_id = day.organization_id and line.link_id = day.link_id
      and line.target_id = day.target_id and day.ends > line.ends - line.quantity and day.ends - day.tiles < line.ends
    left join lateral (select (least(line.ends, day.ends) - greatest(line.ends - line.quantity, day.ends - day.tiles))::bigint
      as tiles) as piece on true`;
}

const FORMS = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d{2}-01$/,
} as const;

/** COPY takes no parameters: a value is checked against its form before it becomes part of the query. */
function literal(text: string, type: keyof typeof FORMS): string {
  if (!FORMS[type].test(text)) throw new Error(`"${text}" is no ${type}`);
  return `'${text}'::${type}`;
}
