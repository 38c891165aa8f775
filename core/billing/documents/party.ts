/** Where a party is. */
export interface PostalAddress {
  readonly street: string;
  readonly additional?: string | undefined;
  readonly postal_code?: string | undefined;
  readonly city: string;
  readonly region?: string | undefined;
  /** ISO 3166-1, two letters. */
  readonly country: string;
}

/**
 * Where a party receives electronic invoices: an identifier and its scheme, such as `9930` for German VAT
 * ids.
 */
export interface ElectronicAddress {
  readonly scheme: string;
  readonly id: string;
}

/** Why and how much tax is charged; the codes are those of EN 16931 (UNCL 5305). */
export const TAX_CATEGORIES = {
  standard: "S",
  zero: "Z",
  exempt: "E",
  reverse_charge: "AE",
  not_subject: "O",
} as const satisfies Record<string, string>;

/** One of {@link TAX_CATEGORIES}. */
export type TaxCategory = keyof typeof TAX_CATEGORIES;

/** The tax on what belongs to a month or a later one, until the next rule. */
export interface TaxRule {
  /** `2026-01`. */
  readonly effective_from: string;
  /** Null: all currencies that have no rule of their own. */
  readonly currency: string | null;
  readonly category: TaxCategory;
  /** Per cent as a plain decimal; 0 for all categories but `standard`. */
  readonly rate: string;
  /** Why no tax is charged, in the words of the law. */
  readonly reason: string | null;
}

/** What documents say of a party. */
export interface Party {
  readonly legal_name: string;
  readonly address?: PostalAddress | undefined;
  /** With the country's prefix: `DE123456789`. */
  readonly vat_id?: string | undefined;
  /** Of the tax office, where it is not the VAT id. */
  readonly tax_id?: string | undefined;
  /** In the register of companies. */
  readonly registration_id?: string | undefined;
  readonly endpoint?: ElectronicAddress | undefined;
  readonly contact?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  /** A buyer's go before the seller's. */
  readonly taxes?: readonly TaxRule[] | undefined;
  /** Days from the issue until a document is due; a buyer's go before the seller's. */
  readonly payment_days?: number | undefined;
}

/** What documents say of the customer. */
export interface Buyer extends Party {
  /** The order that is charged. */
  readonly purchase_order?: string | undefined;
  /** What the buyer's accounting asks for, such as a route or a cost centre. */
  readonly reference?: string | undefined;
  readonly language?: DocumentLanguage | undefined;
}

/** What documents say of the operator of billing. */
export interface Seller extends Party {
  /** What statements are called. An invoice has to name both parties and their taxes in full. */
  readonly title?: "statement" | "invoice" | undefined;
  /** Before the number of a statement; `ST-` by default. */
  readonly number_prefix?: string | undefined;
  readonly iban?: string | undefined;
  readonly bic?: string | undefined;
  readonly payment_terms?: string | undefined;
  readonly notes?: string | undefined;
}

/** The languages of documents. */
export const DOCUMENT_LANGUAGES = ["en", "de", "fr"] as const;

/** One of {@link DOCUMENT_LANGUAGES}. */
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];

/** The formats of documents. */
export const DOCUMENT_FORMATS = {
  html: { contentType: "text/html; charset=utf-8", extension: "html" },
  pdf: { contentType: "application/pdf", extension: "pdf" },
  ubl: { contentType: "application/xml", extension: "xml" },
} as const satisfies Record<string, { readonly contentType: string; readonly extension: string }>;

/** One of {@link DOCUMENT_FORMATS}. */
export type DocumentFormat = keyof typeof DOCUMENT_FORMATS;
