import { provisionalStatementId, type Provisional } from "../../core/exports/provisional.ts";
import type { Month } from "../../core/billing/month.ts";
import type { BillingStatement } from "../../core/billing/statement.ts";
import type { ExportRow } from "../billing/billing-exports.ts";
import { LINE_TAGS } from "../billing/line-tags.ts";
import { columnsOfLine } from "../billing/statement-rows.ts";
import { listBilledOrganizations, tryStatementsOf } from "../billing/write-statements.ts";
import { COUNTER_COLUMNS } from "../usage/usage-counters.ts";
import type { Database, Queryable } from "../database/database.ts";

/** Lines of one insert. */
const LINES_PER_INSERT = 2_000;

/**
 * Keeps what the rows of a provisional export are, as of one moment: its files are written from it while
 * usage goes on. Resolves to what the manifest says about it.
 */
export async function keepSnapshot(
  database: Database,
  { id: exportId, month, organization_id: organizationId }: ExportRow,
  nowMs: number,
): Promise<Provisional> {
  return await database.begin(async (transaction) => {
    await transaction`set transaction isolation level repeatable read`;
    await dropSnapshot(transaction, exportId);
    const asOf = new Date(nowMs).toISOString();
    const leftOut: { organization_id: string; fault: string }[] = [];
    const organizations =
      organizationId === null ? await listBilledOrganizations(transaction, month) : [organizationId];
    for await (const [id, computed] of tryStatementsOf(transaction, organizations, month)) {
      if (typeof computed === "string") {
        leftOut.push({ organization_id: id, fault: computed });
        continue;
      }
      for (const statement of computed.statements) {
        if (statement.lines.length > 0) await keepStatement(transaction, exportId, id, statement, asOf);
      }
    }
    await keepUsage(transaction, exportId, month, organizationId);
    const provisional: Provisional = { as_of: asOf, left_out: leftOut };
    await transaction`
      update billing_exports set provisional = ${transaction.json(provisional as never)}, updated_at = now() where id = ${exportId}`;
    return provisional;
  });
}

/** Forgets the rows of a provisional export: its files are written, or never will be. */
export async function dropSnapshot(database: Queryable, exportId: string): Promise<void> {
  await database`delete from provisional_lines where export_id = ${exportId}`;
  await database`delete from provisional_usage where export_id = ${exportId}`;
  await database`delete from provisional_statements where export_id = ${exportId}`;
}

async function keepStatement(
  transaction: Queryable,
  exportId: string,
  organizationId: string,
  { month, currency, total, tiles, lines }: BillingStatement,
  asOf: string,
): Promise<void> {
  const id = provisionalStatementId(organizationId, month, currency);
  await transaction`
    insert into provisional_statements (export_id, id, organization_id, month, currency, total, tiles, line_count,
      organization_name, issuer_name, created_at)
    values (${exportId}, ${id}, ${organizationId}, ${month}::text::date, ${currency}, ${total}::text::numeric,
      ${tiles}::text::bigint, ${lines.length}, (select name from organizations where id = ${organizationId}),
      coalesce((select name from organizations where operates_billing order by created_at, id limit 1), 'Geopera Share'),
      ${asOf}::text::timestamptz)`;
  for (let start = 0; start < lines.length; start += LINES_PER_INSERT) {
    const rows = lines.slice(start, start + LINES_PER_INSERT).map((line) => columnsOfLine(line));
    await transaction`
      insert into provisional_lines (export_id, month, organization_id, statement_id, number, kind, belongs_to, link_id, target_id,
        tier, quantity, unit_price, amount, rate_card_id, credit_note_id, description, link_label, target_name, project_id,
        project_name, tags)
      select ${exportId}::uuid, ${month}::text::date, ${organizationId}::uuid, ${id}::uuid, line.*, share_links.label,
        coalesce(items.name, collections.name), share_links.project_id, projects.name, ${transaction.unsafe(LINE_TAGS)}
      from jsonb_to_recordset(${transaction.json(rows)}) as line (number integer, kind text, belongs_to date, link_id uuid,
        target_id uuid, tier integer, quantity bigint, unit_price numeric, amount numeric, rate_card_id uuid,
        credit_note_id uuid, description text)
      left join organizations on organizations.id = ${organizationId}::uuid
      left join share_links on share_links.id = line.link_id left join projects on projects.id = share_links.project_id
      left join items on items.id = line.target_id left join collections on collections.id = line.target_id`;
  }
}

async function keepUsage(
  transaction: Queryable,
  exportId: string,
  month: Month,
  organizationId: string | null,
): Promise<void> {
  const columns = `booked_in, organization_id, hour, link_id, target_id, ${COUNTER_COLUMNS}`;
  await transaction.unsafe(
    `insert into provisional_usage (export_id, ${columns}) select $1::uuid, ${columns} from usage_rollups
     where booked_in = $2::text::date and ($3::text is null or organization_id = $3::text::uuid)`,
    [exportId, month, organizationId],
  );
}
