import { z } from "zod";
import { formatAmount, formatDecimal, parseAmount, PRICE_DECIMALS } from "../../core/billing/money.ts";
import { JOURNAL_ROLES } from "../../core/billing/journal-accounts.ts";
import { periodOf } from "../../core/billing/month.ts";
import type { BillingPeriodRow } from "../../storage/billing/billing-periods.ts";
import type { SetRateCard, StoredRateCard } from "../../storage/billing/rate-cards.ts";
import type { BillingNoteRow } from "../../storage/billing/billing-notes.ts";
import { noteNumber } from "../../storage/billing/note-number.ts";
import type { NamedLineRow } from "../../storage/billing/statements.ts";
import { answeredTimestamp } from "../operations/schemas.ts";
import { sellerSchema } from "./party-schemas.ts";

/** A rate card as it is answered; prices and amounts are decimal strings. */
export const rateCardSchema = z.object({
  id: z.string(),
  organization_id: z.string().nullable(),
  plan: z.string().nullable(),
  effective_from: z.string(),
  currency: z.string(),
  mode: z.string(),
  free_tiles_per_month: z.int(),
  minimum: z.string(),
  tiers: z.array(z.object({ up_to: z.int().nullable(), price_per_thousand: z.string() })),
  created_by: z.string().nullable(),
  created_at: answeredTimestamp,
  superseded_at: answeredTimestamp.nullable(),
  /** Has no prices of its own: the organization is priced by its plan from then on. */
  returns_to_plan: z.boolean(),
  /** Why days that had passed were priced anew. */
  reason: z.string().nullable(),
});

/** See {@link rateCardSchema}. */
export function presentRateCard(card: StoredRateCard): z.infer<typeof rateCardSchema> {
  return {
    id: card.id,
    organization_id: card.organizationId,
    plan: card.plan,
    effective_from: periodOf(card.effectiveFrom),
    currency: card.currency,
    mode: card.mode,
    free_tiles_per_month: Number(card.freeTilesPerMonth),
    minimum: formatAmount(card.minimum),
    tiers: card.tiers.map((tier) => ({
      up_to: tier.upTo === null ? null : Number(tier.upTo),
      price_per_thousand: formatDecimal(tier.pricePerThousand, PRICE_DECIMALS),
    })),
    created_by: card.createdBy,
    created_at: card.createdAt.toISOString(),
    superseded_at: card.supersededAt?.toISOString() ?? null,
    returns_to_plan: card.returnsToPlan,
    reason: card.reason,
  };
}

/** A card that was just set, as it is answered. */
export const setRateCardSchema = rateCardSchema.extend({
  /** What priced its first month before. */
  replaces: rateCardSchema.nullable(),
});

/** See {@link setRateCardSchema}. */
export function presentSetRateCard(card: SetRateCard): z.infer<typeof setRateCardSchema> {
  return {
    ...presentRateCard(card),
    replaces: card.replaces === null ? null : presentRateCard(card.replaces),
  };
}

/** A sealed or closed month as it is answered. */
export const billingPeriodSchema = z.object({
  period: z.string(),
  status: z.enum(["sealed", "closed"]),
  sealed_at: answeredTimestamp,
  /** The maker of the draft, or the closer where there was none. */
  sealed_by: z.string().nullable(),
  draft_until: answeredTimestamp.nullable(),
  needs_approval: z.boolean(),
  approved_at: answeredTimestamp.nullable(),
  approved_by: z.string().nullable(),
  closed_at: answeredTimestamp.nullable(),
  closed_by: z.string().nullable(),
  statements: z.int().nullable(),
  /** Organizations whose statements could not be made; closing the month again tries them again. */
  open_accounts: z.array(z.object({ organization_id: z.string(), fault: z.string() })),
  /** What the month was closed with: see billing.books.list. */
  books: z.object({ entry: z.int(), sha256: z.string() }).nullable(),
});

/** See {@link billingPeriodSchema}. */
export function presentPeriod(row: BillingPeriodRow): z.infer<typeof billingPeriodSchema> {
  return {
    period: periodOf(row.month),
    status: row.closed_at === null ? "sealed" : "closed",
    sealed_at: row.sealed_at.toISOString(),
    sealed_by: row.sealed_by,
    draft_until: row.draft_until?.toISOString() ?? null,
    needs_approval: row.needs_approval,
    approved_at: row.approved_at?.toISOString() ?? null,
    approved_by: row.approved_by,
    closed_at: row.closed_at?.toISOString() ?? null,
    closed_by: row.closed_by,
    statements: row.statements,
    open_accounts: [...row.open_accounts],
    books: row.books,
  };
}

/** What the operator has set, as it is answered. */
export const billingSettingsSchema = z.object({
  /** Days between the end of bookings and the issue of statements. */
  draft_days: z.int(),
  /** Whether another person than the one who made the draft approves it. */
  needs_approval: z.boolean(),
  /** The accounts of exports in the layout journal. */
  journal_accounts: z.record(z.enum(JOURNAL_ROLES), z.string()),
  /** What documents say of their issuer; null: its name alone. */
  seller: sellerSchema.nullable(),
});

/** A line of a statement as it is answered. */
export const statementLineSchema = z.object({
  number: z.int(),
  kind: z.enum(["usage", "correction", "minimum", "credit", "debit", "rounding"]),
  belongs_to: z.string(),
  link_id: z.string().nullable(),
  /** The link's label; of a closed statement as it was then, like all names. */
  link_label: z.string().nullable(),
  target_id: z.string().nullable(),
  target_name: z.string().nullable(),
  project_id: z.string().nullable(),
  project_name: z.string().nullable(),
  /** Those of organization, project, item and link together. */
  tags: z.record(z.string(), z.string()).nullable(),
  tier: z.int().nullable(),
  quantity: z.int().nullable(),
  unit_price: z.string().nullable(),
  amount: z.string(),
  rate_card_id: z.string().nullable(),
  credit_note_id: z.string().nullable(),
  description: z.string(),
});

/** See {@link statementLineSchema}. */
export function presentLine(line: NamedLineRow): z.infer<typeof statementLineSchema> {
  return { ...line, belongs_to: periodOf(line.belongs_to) };
}

/** A credit note as it is answered. */
export const creditNoteSchema = z.object({
  id: z.string(),
  organization_id: z.string(),
  belongs_to: z.string(),
  booked_in: z.string(),
  currency: z.string(),
  amount: z.string(),
  reason: z.string(),
  created_at: answeredTimestamp,
  number: z.string(),
});

/** See {@link creditNoteSchema}. */
export function presentCreditNote(row: BillingNoteRow): z.infer<typeof creditNoteSchema> {
  const { id, organization_id, currency, amount, reason } = row;
  return {
    id,
    organization_id,
    belongs_to: periodOf(row.belongs_to),
    booked_in: periodOf(row.booked_in),
    currency,
    amount,
    reason,
    created_at: row.created_at.toISOString(),
    number: noteNumber(row),
  };
}

/** A credit or debit note as it is answered: `amount` is what the customer pays, below 0 for a credit. */
export const adjustmentSchema = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(["credit", "debit"]),
  organization_id: z.string(),
  belongs_to: z.string(),
  booked_in: z.string(),
  currency: z.string(),
  amount: z.string(),
  reason: z.string(),
  statement_id: z.string().nullable(),
  line_number: z.int().nullable(),
  voids: z.string().nullable(),
  voided_by: z.string().nullable(),
  /** The card that priced the month anew. */
  rate_card_id: z.string().nullable(),
  created_by: z.string().nullable(),
  created_at: answeredTimestamp,
});

/** See {@link adjustmentSchema}. */
export function presentAdjustment(row: BillingNoteRow): z.infer<typeof adjustmentSchema> {
  const amount = -parseAmount(row.amount);
  return {
    ...row,
    number: noteNumber(row),
    kind: amount < 0n ? "credit" : "debit",
    amount: formatAmount(amount),
    belongs_to: periodOf(row.belongs_to),
    booked_in: periodOf(row.booked_in),
    created_at: row.created_at.toISOString(),
  };
}
