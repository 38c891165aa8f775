import { CURRENCY_DECIMALS, type Currency } from "../../core/billing/currencies.ts";
import { formatAmount, parseAmount } from "../../core/billing/money.ts";
import type { Month } from "../../core/billing/month.ts";
import type { Tags } from "../../core/tags/tags.ts";
import type { LineKind, StatementLine } from "../../core/billing/statement.ts";
import { LINE_TAGS } from "./line-tags.ts";
import { idParameter, type Queryable } from "../database/database.ts";

/** A closed statement without its lines; decimals are text. */
export interface StatementRow {
  readonly id: string;
  readonly organization_id: string;
  readonly month: Month;
  readonly currency: Currency;
  readonly total: string;
  readonly tiles: number;
  readonly line_count: number;
  readonly created_at: Date;
}

/** A line of a closed statement. */
export interface StatementLineRow {
  readonly number: number;
  readonly kind: LineKind;
  readonly belongs_to: Month;
  readonly link_id: string | null;
  readonly target_id: string | null;
  readonly tier: number | null;
  readonly quantity: number | null;
  readonly unit_price: string | null;
  readonly amount: string;
  readonly rate_card_id: string | null;
  readonly credit_note_id: string | null;
  readonly description: string;
}

/** What the things of a line are called. */
export interface LineNames {
  readonly link_label: string | null;
  readonly target_name: string | null;
  readonly project_id: string | null;
  readonly project_name: string | null;
  /** Those of organization, project, item and link; null where there are none. */
  readonly tags: Tags | null;
}

/** A line with the names that closed statements keep, and open ones take from today. */
export type NamedLineRow = StatementLineRow & LineNames;

/** A computed line in the form of a kept one. */
export function lineRowOf(line: StatementLine): StatementLineRow {
  return {
    number: line.number,
    kind: line.kind,
    belongs_to: line.belongsTo,
    link_id: line.linkId,
    target_id: line.targetId,
    tier: line.tier,
    quantity: line.quantity === null ? null : Number(line.quantity),
    unit_price: line.unitPrice,
    amount: line.amount,
    rate_card_id: line.rateCardId,
    credit_note_id: line.creditNoteId,
    description: line.description,
  };
}

/** The columns of a statement. */
export const STATEMENT = `id, organization_id, month::text as month, currency, trim_scale(total)::text as total, tiles, line_count,
  created_at`;

/** Totals have the digits of their currency, as open statements do. */
export function withDigits<Row extends StatementRow>(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({
    ...row,
    total: formatAmount(parseAmount(row.total), CURRENCY_DECIMALS[row.currency]),
  }));
}

/** The closed statements of a month, by currency. */
export async function findStatements(
  database: Queryable,
  organizationId: string,
  month: Month,
): Promise<StatementRow[]> {
  return withDigits(
    await database<StatementRow[]>`
      select ${database.unsafe(STATEMENT)} from statements
      where organization_id = ${organizationId} and month = ${month}::text::date order by currency`,
  );
}

/** The organization that a closed statement is for. */
export async function findStatementOwner(database: Queryable, id: string): Promise<string | undefined> {
  const [row] = await database<{ id: string }[]>`
    select organization_id as id from statements where id = ${idParameter(id)}`;
  return row?.id;
}

/** Which statements are listed; null is all of them. */
export interface StatementFilter {
  readonly organizationId: string | null;
  readonly month?: Month | null | undefined;
  readonly currency?: string | null | undefined;
}

/** Closed statements, the latest month first. */
export async function listStatements(
  database: Queryable,
  { organizationId, month = null, currency = null }: StatementFilter,
  page: { limit: number; offset: number },
): Promise<StatementRow[]> {
  const rows = await database<StatementRow[]>`
    select ${database.unsafe(STATEMENT)} from statements
    where (${organizationId}::uuid is null or organization_id = ${organizationId})
      and (${month}::text is null or statements.month = ${month}::text::date)
      and (${currency}::text is null or currency = ${currency})
    order by statements.month desc, organization_id, currency limit ${page.limit} offset ${page.offset}`;
  return withDigits(rows);
}

/** A span of a statement's lines, by number from 1. */
export async function listStatementLines(
  database: Queryable,
  statement: Pick<StatementRow, "id" | "organization_id" | "month">,
  page: { limit: number; offset: number },
): Promise<NamedLineRow[]> {
  return await database<NamedLineRow[]>`
    select number, kind, belongs_to::text as belongs_to, link_id, target_id, tier, quantity,
      trim_scale(unit_price)::text as unit_price, trim_scale(amount)::text as amount, rate_card_id, credit_note_id, description,
      link_label, target_name, project_id, project_name, tags
    from statement_lines
    where month = ${statement.month}::text::date and organization_id = ${statement.organization_id}
      and statement_id = ${statement.id} and number > ${page.offset} and number <= ${page.offset + page.limit}
    order by number`;
}

const NO_NAMES: LineNames = {
  link_label: null,
  target_name: null,
  project_id: null,
  project_name: null,
  tags: null,
};

/** Lines of an open statement with the names of today, which closing it now would keep. */
export async function nameLines(
  database: Queryable,
  organizationId: string,
  lines: readonly StatementLineRow[],
): Promise<NamedLineRow[]> {
  const things = lines.map(({ number, link_id, target_id }) => ({ number, link_id, target_id }));
  const rows = await database<(LineNames & { number: number })[]>`
    select line.number, share_links.label as link_label, coalesce(items.name, collections.name) as target_name,
      share_links.project_id, projects.name as project_name, ${database.unsafe(LINE_TAGS)} as tags
    from jsonb_to_recordset(${database.json(things)}) as line (number integer, link_id uuid, target_id uuid)
    left join organizations on organizations.id = ${organizationId}
    left join share_links on share_links.id = line.link_id left join projects on projects.id = share_links.project_id
    left join items on items.id = line.target_id left join collections on collections.id = line.target_id`;
  const names = new Map(rows.map(({ number, ...row }) => [number, row]));
  return lines.map((line) => ({ ...line, ...(names.get(line.number) ?? NO_NAMES) }));
}
