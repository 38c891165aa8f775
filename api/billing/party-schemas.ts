import { z } from "zod";
import { CURRENCY_DECIMALS } from "../../core/billing/currencies.ts";
import { DOCUMENT_LANGUAGES, TAX_CATEGORIES, type TaxCategory } from "../../core/billing/documents/party.ts";
import { parseDecimal } from "../../core/billing/money.ts";
import { text } from "../operations/schemas.ts";

/** A line of text. */
const line = (maximum: number) =>
  text(1, maximum).refine((value) => !/[\r\n]/.test(value), { message: "must be one line" });

/** ISO 3166-1. */
const country = z.string().regex(/^[A-Z]{2}$/, "must be two capital letters, such as DE");

const address = z.strictObject({
  street: line(200),
  additional: line(200).optional(),
  postal_code: line(20).optional(),
  city: line(100),
  region: line(100).optional(),
  country,
});

/** Identifiers have a scheme of the list EAS: four digits, or EM for an e-mail address. */
const endpoint = z.strictObject({
  scheme: z.string().regex(/^(\d{4}|EM)$/, "must be a code of the list EAS, such as 9930"),
  id: line(100),
});

/** Many changes of tax rates. */
const TAX_RULES_MAX = 50;

const taxRule = z
  .strictObject({
    /** The first month that the tax holds for. */
    effective_from: z.string().regex(/^2[01]\d{2}-(0[1-9]|1[0-2])$/, "must be a month such as 2026-10"),
    /** Null: all that have no rule of their own. */
    currency: z
      .string()
      .refine((code) => Object.hasOwn(CURRENCY_DECIMALS, code), { message: "must be a code of ISO 4217" })
      .nullable()
      .default(null),
    category: z.enum(Object.keys(TAX_CATEGORIES) as [TaxCategory, ...TaxCategory[]]),
    /** Per cent. */
    rate: z.string().default("0"),
    /** Why no tax is charged, in the words of the law. */
    reason: line(500).nullable().default(null),
  })
  .superRefine(({ category, rate }, context) => {
    const value = parseDecimal(rate, 4);
    const isValid = value !== undefined && value >= 0n && value < 1_000_000n;
    const isFitting = isValid && value > 0n === (category === "standard");
    const message = isValid
      ? `must be ${category === "standard" ? "above 0" : "0"} for ${category}`
      : 'must be a per cent from 0 to below 100 such as "19"';
    if (!isFitting) context.addIssue({ code: "custom", path: ["rate"], message });
  });

const party = {
  legal_name: line(200),
  address: address.optional(),
  vat_id: z
    .string()
    .regex(/^[A-Z]{2}[0-9A-Z+*]{2,13}$/, "must begin with its country, without spaces: DE123456789")
    .optional(),
  /** Of the tax office, where it is not the VAT id. */
  tax_id: line(50).optional(),
  /** In the register of companies. */
  registration_id: line(50).optional(),
  /** Where it receives electronic invoices. */
  endpoint: endpoint.optional(),
  contact: line(100).optional(),
  email: line(254).optional(),
  phone: line(50).optional(),
  /** By month and currency; those of a customer go before the issuer's. */
  taxes: z.array(taxRule).max(TAX_RULES_MAX).optional(),
  /** Days from the issue of a document until it is due. */
  payment_days: z.int().min(0).max(365).optional(),
};

/** What documents say of a customer. */
export const buyerSchema = z.strictObject({
  ...party,
  /** The order that is charged. */
  purchase_order: line(100).optional(),
  /** What its accounting asks for, such as a route or a cost centre. */
  reference: line(100).optional(),
  language: z.enum(DOCUMENT_LANGUAGES).optional(),
});

/** What documents say of their issuer. */
export const sellerSchema = z.strictObject({
  ...party,
  /** What statements are called. */
  title: z.enum(["statement", "invoice"]).optional(),
  /** Before the numbers of statements. */
  number_prefix: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9/_-]{0,19}$/, "must be at most 20 letters, digits and - _ /")
    .optional(),
  iban: z
    .string()
    .regex(/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/, "must be an IBAN without spaces")
    .optional(),
  bic: z
    .string()
    .regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/, "must have 8 or 11 letters and digits")
    .optional(),
  payment_terms: text(1, 1_000).optional(),
  notes: text(1, 2_000).optional(),
});
