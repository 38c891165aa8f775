import type { DocumentSource, SourceLine } from "./billing-document.ts";
import { takeFacts, type Issue } from "./document-facts.ts";
import type { Buyer, Seller } from "./party.ts";

/** An issuer with everything that an e-invoice asks for. */
export const SELLER: Seller = {
  legal_name: "Kartenwerk GmbH & Co. KG",
  address: { street: "Hauptstraße 1", postal_code: "10115", city: "Berlin", country: "DE" },
  vat_id: "DE123456789",
  tax_id: "37/123/45678",
  registration_id: "HRB 12345",
  endpoint: { scheme: "9930", id: "DE123456789" },
  contact: "Buchhaltung",
  email: "rechnung@example.org",
  phone: "+49 30 123456",
  title: "invoice",
  number_prefix: "INV-",
  iban: "DE02120300000000202051",
  bic: "BYLADEM1001",
  payment_days: 30,
  payment_terms: "30 days net",
  notes: "Thank you.",
  taxes: [
    { effective_from: "2000-01", currency: null, category: "standard", rate: "19", reason: null },
    {
      effective_from: "2026-10",
      currency: "USD",
      category: "not_subject",
      rate: "0",
      reason: "not in the EU",
    },
  ],
};

/** A customer with everything that an e-invoice asks for. */
export const BUYER: Buyer = {
  legal_name: "Łódź Geodezja Sp. z o.o.",
  address: { street: "ul. Piotrkowska 7", postal_code: "90-001", city: "Łódź", country: "PL" },
  vat_id: "PL1234567890",
  endpoint: { scheme: "9945", id: "PL1234567890" },
  purchase_order: "PO-77",
};

/** A line of tiles, with what differs. */
export function someLine(line: Partial<SourceLine>): SourceLine {
  return {
    kind: "usage",
    belongs_to: "2026-10-01",
    tier: 1,
    quantity: 10_000,
    unit_price: "0.4",
    amount: "4",
    description: "Tiles, tier 1",
    is_note: false,
    link_label: "<Aerial> & more",
    target_name: "Ortho ąę",
    project_name: "Cadastre",
    ...line,
  };
}

const NONE = {
  tier: null,
  quantity: null,
  unit_price: null,
  link_label: null,
  target_name: null,
  project_name: null,
};

/** A line of each kind. */
export const LINES: readonly SourceLine[] = [
  someLine({}),
  someLine({ tier: 2, quantity: 1_234, unit_price: "0.333333333", amount: "0.411333332922" }),
  someLine({ kind: "correction", belongs_to: "2026-09-01", quantity: -3, amount: "-0.0012" }),
  someLine({ ...NONE, kind: "minimum", amount: "1", description: "Minimum of 2026-10" }),
  someLine({ ...NONE, kind: "credit", amount: "-1.5", description: "Credit note: an outage", is_note: true }),
  someLine({ ...NONE, kind: "rounding", amount: "-0.000133332922", description: "Rounding" }),
];

/** An invoice about October 2026, with what differs. */
export function someSource(source: Partial<DocumentSource> = {}, issue: Partial<Issue> = {}): DocumentSource {
  const lines = source.lines ?? LINES;
  return {
    id: "0190aaaa-0000-7000-8000-000000000000",
    facts: takeFacts({
      kind: "invoice",
      number: "INV-000012",
      issued: "2026-11-03",
      seller: SELLER,
      buyer: BUYER,
      corrects: null,
      ...issue,
    }),
    month: "2026-10-01",
    settledIn: null,
    currency: "EUR",
    lines,
    lineCount: lines.length,
    sha256: "0f".repeat(32),
    ...source,
  };
}
