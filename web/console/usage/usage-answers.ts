import type { Wording } from "../../languages/translate.ts";

/** A count; beyond what a number holds exactly, as text. */
type Count = number | string;

/** What `usage.current` answers, as far as the console reads it. */
export interface MonthUsage {
  readonly period_start: string;
  readonly tile_requests: Count;
  readonly tile_bytes: Count;
  readonly link_accesses: Count;
  readonly storage_bytes: number;
}

/** The use of one link or one day. */
export interface UsageRow {
  readonly start: string;
  readonly link_id: string | null;
  readonly target_id: string | null;
  readonly tile_requests: Count;
  readonly tile_bytes: Count;
  readonly link_accesses: Count;
  readonly amount: string | null;
  readonly currency: string | null;
}

/** What `usage.query` answers, as far as the console reads it. */
export interface UsageAnswer {
  readonly totals: readonly { readonly amount: string | null; readonly currency: string | null }[];
  readonly rows: readonly UsageRow[];
}

/** What was used cost, in each of its currencies. */
export function costsOf({ totals }: Pick<UsageAnswer, "totals">, { t }: Pick<Wording, "t">): string {
  const costs = totals.flatMap(({ amount, currency }) =>
    amount === null ? [] : [`${amount} ${currency ?? ""}`],
  );
  return costs.length === 0 ? t("usage.noPrice") : costs.join(", ");
}
