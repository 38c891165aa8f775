import type { BillingDocument } from "./billing-document.ts";
import type { Party, TaxCategory } from "./party.ts";

/** Something that Peppol BIS Billing 3.0 asks for, and when it is missing. */
interface UblRequirement {
  /** The rules that ask for it. */
  readonly rules: string;
  readonly message: string;
  readonly isMissing: (document: BillingDocument) => boolean;
}

const has = ({ groups }: BillingDocument, ...categories: readonly TaxCategory[]) =>
  (groups ?? []).some(({ category }) => categories.includes(category));
const noAddress = ({ address }: Party) => address === undefined;
const noEndpoint = ({ endpoint }: Party) => endpoint === undefined;

/** What BIS asks for beyond what every document has. */
const REQUIREMENTS: readonly UblRequirement[] = [
  {
    rules: "BR-08, BR-09",
    message: "the seller's address",
    isMissing: ({ seller }) => noAddress(seller),
  },
  { rules: "BR-10, BR-11", message: "the buyer's address", isMissing: ({ buyer }) => noAddress(buyer) },
  {
    rules: "PEPPOL-EN16931-R020",
    message: "the seller's endpoint",
    isMissing: ({ seller }) => noEndpoint(seller),
  },
  {
    rules: "PEPPOL-EN16931-R010",
    message: "the buyer's endpoint",
    isMissing: ({ buyer }) => noEndpoint(buyer),
  },
  {
    rules: "BR-CO-04",
    message: "taxes for the currency and each month on it",
    isMissing: ({ groups }) => groups === null,
  },
  {
    rules: "BR-S-02, BR-Z-02, BR-E-02, BR-AE-02",
    message: "the seller's vat_id",
    isMissing: (document) =>
      has(document, "standard", "zero", "exempt", "reverse_charge") && document.seller.vat_id === undefined,
  },
  {
    rules: "BR-AE-02",
    message: "the buyer's vat_id, for reverse charge",
    isMissing: (document) =>
      has(document, "reverse_charge") &&
      document.buyer.vat_id === undefined &&
      document.buyer.registration_id === undefined,
  },
  {
    rules: "BR-E-10",
    message: "the reason of the exemption",
    isMissing: ({ groups }) =>
      (groups ?? []).some(({ category, reason }) => category === "exempt" && reason === null),
  },
  {
    rules: "DE-R-001 to DE-R-007",
    message: "the seller's iban, contact, phone and email, between German parties",
    isMissing: ({ seller, buyer }) =>
      seller.address?.country === "DE" &&
      buyer.address?.country === "DE" &&
      [seller.iban, seller.contact, seller.phone, seller.email].includes(undefined),
  },
  {
    rules: "BR-CO-25",
    message: "payment_days or payment_terms",
    isMissing: ({ due, payment_terms: terms, gross }) =>
      due === null && terms === null && !gross.startsWith("-") && Number(gross) !== 0,
  },
];

/** Why a document is no e-invoice: what was not set when it was issued. Empty for one that is. */
export function ublFaults(document: BillingDocument): string[] {
  const missing = REQUIREMENTS.filter(({ isMissing }) => isMissing(document));
  return [
    ...missing.map(({ message, rules }) => `${message} (${rules})`),
    ...(document.decimals > 2
      ? [`a currency of at most two decimals (BR-DEC-12), not ${document.currency}`]
      : []),
    ...(has(document, "not_subject") && (document.groups ?? []).length > 1
      ? ["one tax category, where one of them is not_subject (BR-O-11)"]
      : []),
  ];
}
