import {
  statementNumber,
  takeFacts,
  type DocumentFacts,
} from "../../core/billing/documents/document-facts.ts";
import { formatAmount } from "../../core/billing/money.ts";
import type { Month } from "../../core/billing/month.ts";
import type { BillingStatement } from "../../core/billing/statement.ts";
import { newId } from "../../infra/new-id.ts";
import { single, type Queryable } from "../database/database.ts";
import { readBuyers, readSeller } from "./billing-parties.ts";
import { LINE_TAGS } from "./line-tags.ts";
import type { ComputedStatements } from "./statement-inputs.ts";

/** Numbers for statements, and what their documents say. */
export interface Series {
  readonly take: (organizationId: string) => { readonly number: number; readonly facts: DocumentFacts };
}

/** The columns of a line of a statement, closed or provisional. */
export function columnsOfLine(line: BillingStatement["lines"][number]) {
  return {
    number: line.number,
    kind: line.kind,
    belongs_to: line.belongsTo,
    link_id: line.linkId,
    target_id: line.targetId,
    tier: line.tier,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    amount: line.amount,
    rate_card_id: line.rateCardId,
    credit_note_id: line.creditNoteId,
    description: line.description,
  };
}

/** One number for everything that numbers statements. */
const SERIES_LOCK = 7_406_736;

/** Held until the end of the transaction: a number that is not used is given to the next. */
export async function openSeries(transaction: Queryable, organizations: readonly string[]): Promise<Series> {
  await transaction`select pg_advisory_xact_lock(${SERIES_LOCK})`;
  const { last, today } = single(
    await transaction<{ last: number; today: string }[]>`
      select coalesce(max(number), 0) as last, (now() at time zone 'UTC')::date::text as today from statements`,
  );
  const seller = await readSeller(transaction);
  const buyers = await readBuyers(transaction, organizations);
  let number = last;
  return {
    take: (organizationId) => {
      number += 1;
      const facts = takeFacts({
        kind: seller.title ?? "statement",
        number: statementNumber(seller.number_prefix, number),
        issued: today,
        seller,
        buyer: buyers.get(organizationId) ?? { legal_name: "" },
        corrects: null,
      });
      return { number, facts };
    },
  };
}

/** Lines of one insert: few enough that the text of a statement stays small. */
const LINES_PER_INSERT = 2_000;

/** Rows that are written together: each statement of PostgreSQL costs more than a row. */
export class StatementRows {
  readonly #transaction: Queryable;
  readonly #month: Month;
  readonly #series: Series;
  #cards: object[] = [];
  #statements: object[] = [];
  #lines: object[] = [];

  constructor(transaction: Queryable, month: Month, series: Series) {
    this.#transaction = transaction;
    this.#month = month;
    this.#series = series;
  }

  /** Resolves to how many statements an organization has. */
  async add(organizationId: string, { statements, card }: ComputedStatements): Promise<number> {
    const minimum = formatAmount(card.minimum);
    this.#cards.push({ organization_id: organizationId, rate_card_id: card.id, minimum });
    const filled = statements.filter(({ lines }) => lines.length > 0);
    for (const statement of filled) await this.#addStatement(organizationId, statement);
    return filled.length;
  }

  async #addStatement(organizationId: string, statement: BillingStatement): Promise<void> {
    const id = newId();
    const { number, facts } = this.#series.take(organizationId);
    this.#statements.push({
      id,
      organization_id: organizationId,
      currency: statement.currency,
      total: statement.total,
      tiles: statement.tiles,
      line_count: statement.lines.length,
      number,
      document: facts,
    });
    for (const line of statement.lines) {
      this.#lines.push({
        organization_id: organizationId,
        statement_id: id,
        ...columnsOfLine(line),
      });
      if (this.#lines.length >= LINES_PER_INSERT) await this.write();
    }
  }

  /** Writes what was added. Decimals travel as text: no number type of JavaScript could hold them. */
  async write(): Promise<void> {
    const [cards, statements, lines] = [this.#cards, this.#statements, this.#lines];
    [this.#cards, this.#statements, this.#lines] = [[], [], []];
    const transaction = this.#transaction;
    const json = (rows: object[]) => transaction.json(rows as never);
    if (cards.length > 0) {
      await transaction`
        insert into billing_period_cards (organization_id, month, rate_card_id, minimum)
        select applied.organization_id, ${this.#month}::text::date, rate_cards.id, nullif(applied.minimum, rate_cards.minimum)
        from jsonb_to_recordset(${json(cards)}) as applied (organization_id uuid, rate_card_id uuid, minimum numeric)
        join rate_cards on rate_cards.id = applied.rate_card_id`;
    }
    // Names are copied as they are now: later renames must not change exports of a closed month.
    if (statements.length > 0) {
      await transaction`
        insert into statements (id, organization_id, month, currency, total, tiles, line_count, number, document, organization_name,
          issuer_name)
        select statement.id, statement.organization_id, ${this.#month}::text::date, currency, total, tiles, line_count, number,
          document, organizations.name,
          coalesce((select name from organizations where operates_billing order by created_at, id limit 1), 'Geopera Share')
        from jsonb_to_recordset(${json(statements)}) as statement (id uuid, organization_id uuid, currency text, total numeric,
          tiles bigint, line_count integer, number integer, document jsonb)
        join organizations on organizations.id = statement.organization_id`;
    }
    if (lines.length === 0) return;
    await transaction`
      insert into statement_lines (month, organization_id, statement_id, number, kind, belongs_to, link_id, target_id, tier, quantity,
        unit_price, amount, rate_card_id, credit_note_id, description, link_label, target_name, project_id, project_name, tags)
      select ${this.#month}::text::date, line.*, share_links.label, coalesce(items.name, collections.name), share_links.project_id,
        projects.name, ${transaction.unsafe(LINE_TAGS)}
      from jsonb_to_recordset(${json(lines)}) as line (organization_id uuid, statement_id uuid,
        number integer, kind text, belongs_to date, link_id uuid, target_id uuid, tier integer, quantity bigint,
        unit_price numeric, amount numeric, rate_card_id uuid, credit_note_id uuid, description text)
      left join organizations on organizations.id = line.organization_id
      left join share_links on share_links.id = line.link_id left join projects on projects.id = share_links.project_id
      left join items on items.id = line.target_id left join collections on collections.id = line.target_id`;
  }
}
