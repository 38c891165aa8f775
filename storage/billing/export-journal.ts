import { CURRENCY_DECIMALS } from "../../core/billing/currencies.ts";
import { ACCOUNT_FORM, JOURNAL_ACCOUNTS, type JournalAccounts } from "../../core/billing/journal-accounts.ts";
import type { JournalRole } from "../../core/billing/journal-accounts.ts";
import type { LineKind } from "../../core/billing/statement.ts";
import { decimalSql, defineColumns, type ExportColumn } from "./export-column.ts";
import type { ExportLayout } from "./export-layout.ts";

/** What a line of a statement is booked on. */
const ROLES: Readonly<Record<LineKind, JournalRole>> = {
  usage: "usage",
  correction: "usage",
  minimum: "minimum",
  credit: "credit",
  debit: "debit",
  rounding: "rounding",
};

const ROLE = `case kind ${Object.entries(ROLES)
  .map(([kind, role]) => `when '${kind}' then '${role}'`)
  .join(" ")} end`;

const DECIMALS = `case currency ${Object.entries(CURRENCY_DECIMALS)
  .filter(([, decimals]) => decimals !== 2)
  .map(([currency, decimals]) => `when '${currency}' then ${decimals}`)
  .join(" ")} else 2 end`;

/**
 * A statement is a document: its total on the receivable, and against it its lines by account and project.
 * Lines have 12 decimals, a journal those of the currency: what is rounded off one posting is added to the
 * next, so that the postings sum to the total, which is whole.
 */
const POSTINGS = `from (
    select month, organization_id, statement_id, currency, role, project_id, project_name, amount,
      row_number() over (partition by month, organization_id, statement_id order by rank, role, project_id)::integer as number
    from (
      select month, organization_id, id as statement_id, currency, 0 as rank, 'receivable' as role, null::uuid as project_id,
        null::text as project_name, total as amount
      from statements
      union all
      select month, organization_id, statement_id, currency, 1, role, project_id, project_name,
        coalesce(round(lag(running) over document, ${DECIMALS}), 0) - round(running, ${DECIMALS})
      from (
        select line.month, line.organization_id, line.statement_id, statement.currency, role, project_id, project_name,
          sum(sum(line.amount)) over (partition by line.month, line.organization_id, line.statement_id
            order by role, project_id, project_name) as running
        from (select *, ${ROLE} as role from statement_lines) as line
        join statements as statement on statement.id = line.statement_id
        group by line.month, line.organization_id, line.statement_id, statement.currency, role, project_id, project_name) as sums
      window document as (partition by month, organization_id, statement_id order by role, project_id, project_name)) as parts
    where amount <> 0) as entry
  join statements as statement on statement.id = entry.statement_id`;

const SIDE = (sign: "" | "-") =>
  decimalSql(`case when ${sign}entry.amount > 0 then ${sign}entry.amount else 0 end`);

/** Double entry for accounting systems. */
export const JOURNAL_LAYOUT: ExportLayout = {
  columns: defineColumns([
    ["document_number", "text", "entry.statement_id", "The statement."],
    [
      "document_reference",
      "text",
      "statement.document ->> 'number'",
      "The number on its document; null for statements of before.",
      "null",
      { since: 4 },
    ],
    ["posting", "integer", "entry.number", "The posting's number in the document, from 1."],
    [
      "document_date",
      "text",
      "(statement.created_at at time zone 'UTC')::date",
      "When the statement was written.",
    ],
    ["period", "text", "left(entry.month::text, 7)", "The month of the statement."],
    ["organization_id", "text", "entry.organization_id", "The customer."],
    [
      "organization_name",
      "text",
      "statement.organization_name",
      "Its name when the month was closed.",
      "free",
    ],
    ["account", "text", accountSql(JOURNAL_ACCOUNTS), "The account."],
    ["role", "text", "entry.role", "What is booked: receivable, usage, minimum, debit, credit or rounding."],
    ["debit", "decimal", SIDE(""), "The amount on the debit side, or 0."],
    ["credit", "decimal", SIDE("-"), "The amount on the credit side, or 0."],
    ["currency", "text", "entry.currency", "The currency of both."],
    ["cost_center", "text", "entry.project_id", "The project of the lines.", "null"],
    ["cost_center_name", "text", "entry.project_name", "Its name when the month was closed.", "null", "free"],
  ]),
  from: POSTINGS,
  month: "entry.month",
  organization: "entry.organization_id",
  key: [
    { sql: "entry.statement_id", type: "uuid" },
    { sql: "entry.number", type: "integer" },
  ],
  currency: "entry.currency",
  statement: "entry.statement_id",
  totals: { debit: SIDE(""), credit: SIDE("-") },
};

/** The columns of a journal with accounts of its own. */
export function journalColumns(accounts: JournalAccounts): readonly ExportColumn[] {
  return JOURNAL_LAYOUT.columns.map((column) =>
    column.name === "account" ? { ...column, sql: accountSql(accounts) } : column,
  );
}

/** Accounts become part of the query: each is checked against its form before. */
function accountSql(accounts: JournalAccounts): string {
  const cases = Object.entries(accounts).map(([role, account]) => {
    if (!ACCOUNT_FORM.test(account) || !Object.hasOwn(JOURNAL_ACCOUNTS, role)) {
      throw new Error(`"${account}" is no account`);
    }
    return `when '${role}' then '${account}'`;
  });
  return `case entry.role ${cases.join(" ")} end`;
}
