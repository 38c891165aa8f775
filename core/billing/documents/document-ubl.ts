import { formatAmount, parseAmount } from "../money.ts";
import { nextMonth } from "../month.ts";
import type { BillingDocument, DocumentLine, TaxGroup } from "./billing-document.ts";
import { describeLine } from "./document-text.ts";
import { DOCUMENT_WORDS, fill, localMonth } from "./document-words.ts";
import { TAX_CATEGORIES, type DocumentLanguage, type Party, type Seller } from "./party.ts";
import { renderXml, type XmlNode } from "./xml.ts";

const CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
const PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
const UBL = "urn:oasis:names:specification:ubl:schema:xsd:";

/** Codes of reasons why no tax is charged (VATEX). */
const REASON_CODES = { reverse_charge: "VATEX-EU-AE", not_subject: "VATEX-EU-O" } as const;

/** Tiles are counted one by one (UN/ECE Recommendation 20). */
const UNIT = { unitCode: "C62" };

/** What one of the two kinds of UBL documents is called, and the sign of its amounts. */
interface Form {
  readonly root: "Invoice" | "CreditNote";
  readonly typeCode: string;
  /** A document that gives money back is a credit note with amounts above 0. */
  readonly sign: 1n | -1n;
  readonly currency: string;
}

/**
 * A document as Peppol BIS Billing 3.0 in UBL 2.1, elements in the order of its schema. What
 * {@link import("./ubl-faults.ts").ublFaults} names is missing in it.
 */
export function documentUbl(document: BillingDocument, language: DocumentLanguage): string {
  const { currency, due, buyer, month } = document;
  const isCredit = document.net.startsWith("-");
  const form: Form = isCredit
    ? { root: "CreditNote", typeCode: "381", sign: -1n, currency }
    : { root: "Invoice", typeCode: document.kind === "debit_note" ? "383" : "380", sign: 1n, currency };
  const content: (XmlNode | undefined)[] = [
    ["cbc:CustomizationID", CUSTOMIZATION],
    ["cbc:ProfileID", PROFILE],
    ["cbc:ID", document.number],
    ["cbc:IssueDate", document.issued],
    isCredit ? undefined : ["cbc:DueDate", due ?? undefined],
    [`cbc:${form.root}TypeCode`, form.typeCode],
    ["cbc:Note", noteOf(document, language)],
    ["cbc:DocumentCurrencyCode", currency],
    ["cbc:BuyerReference", buyer.reference ?? buyer.purchase_order ?? document.id],
    [
      "cac:InvoicePeriod",
      [
        ["cbc:StartDate", month],
        ["cbc:EndDate", lastDayOf(month)],
      ],
    ],
    ["cac:OrderReference", [["cbc:ID", buyer.purchase_order]]],
    [
      "cac:BillingReference",
      [["cac:InvoiceDocumentReference", [["cbc:ID", document.corrects ?? undefined]]]],
    ],
    ["cac:AccountingSupplierParty", [partyNode(document.seller, document, document.seller.tax_id)]],
    ["cac:AccountingCustomerParty", [partyNode(buyer, document)]],
    paymentMeans(document.seller, document),
    ["cac:PaymentTerms", [["cbc:Note", document.payment_terms ?? undefined]]],
    taxTotal(document, form),
    monetaryTotal(document, form),
    ...document.lines.filter(isCharged).map((line) => lineNode(line, form, language)),
  ];
  return renderXml([
    form.root,
    content,
    {
      xmlns: `${UBL}${form.root}-2`,
      "xmlns:cac": `${UBL}CommonAggregateComponents-2`,
      "xmlns:cbc": `${UBL}CommonBasicComponents-2`,
    },
  ]);
}

function lastDayOf(month: string): string {
  return new Date(Date.parse(nextMonth(month)) - 86_400_000).toISOString().slice(0, 10);
}

/** BIS allows one note. */
function noteOf(document: BillingDocument, language: DocumentLanguage): string | undefined {
  const { settled } = DOCUMENT_WORDS[language];
  const notes = [
    ...(document.settledIn === null ? [] : [fill(settled, localMonth(document.settledIn, language))]),
    ...(document.notes === null ? [] : [document.notes]),
  ];
  return notes.length === 0 ? undefined : notes.join(" ");
}

/** Rounding to whole units of money leaves nothing to round once lines are whole. */
function isCharged({ kind, net }: DocumentLine): boolean {
  return kind !== "rounding" || net !== "0";
}

/** Only the seller has a number of the tax office (BT-32). */
function partyNode(party: Party, { groups }: BillingDocument, taxId?: string): XmlNode {
  const { address, endpoint } = party;
  // What is not subject to tax must not name a VAT id (BR-O-02 to 04).
  const hasVatId = (groups ?? []).every(({ category }) => category !== "not_subject");
  return [
    "cac:Party",
    [
      ["cbc:EndpointID", endpoint?.id, { schemeID: endpoint?.scheme ?? "" }],
      [
        "cac:PostalAddress",
        [
          ["cbc:StreetName", address?.street],
          ["cbc:AdditionalStreetName", address?.additional],
          ["cbc:CityName", address?.city],
          ["cbc:PostalZone", address?.postal_code],
          ["cbc:CountrySubentity", address?.region],
          ["cac:Country", [["cbc:IdentificationCode", address?.country]]],
        ],
      ],
      taxScheme(hasVatId ? party.vat_id : undefined, "VAT"),
      taxScheme(taxId, "TAX"),
      [
        "cac:PartyLegalEntity",
        [
          ["cbc:RegistrationName", party.legal_name],
          ["cbc:CompanyID", party.registration_id],
        ],
      ],
      contactNode(party),
    ],
  ];
}

function taxScheme(id: string | undefined, scheme: string): XmlNode | undefined {
  if (id === undefined) return undefined;
  return [
    "cac:PartyTaxScheme",
    [
      ["cbc:CompanyID", id],
      ["cac:TaxScheme", [["cbc:ID", scheme]]],
    ],
  ];
}

function contactNode({ contact, phone, email }: Party): XmlNode {
  return [
    "cac:Contact",
    [
      ["cbc:Name", contact],
      ["cbc:Telephone", phone],
      ["cbc:ElectronicMail", email],
    ],
  ];
}

/** A transfer (30); national rules want it also where nothing is to be paid. */
function paymentMeans({ iban, bic }: Seller, document: BillingDocument): XmlNode | undefined {
  if (iban === undefined) return undefined;
  return [
    "cac:PaymentMeans",
    [
      ["cbc:PaymentMeansCode", "30"],
      ["cbc:PaymentID", document.number],
      [
        "cac:PayeeFinancialAccount",
        [
          ["cbc:ID", iban.replaceAll(" ", "")],
          ["cac:FinancialInstitutionBranch", [["cbc:ID", bic]]],
        ],
      ],
    ],
  ];
}

function taxTotal({ groups, tax }: BillingDocument, form: Form): XmlNode {
  return [
    "cac:TaxTotal",
    [
      money("cbc:TaxAmount", tax, form),
      ...(groups ?? []).map((group): XmlNode => [
        "cac:TaxSubtotal",
        [
          money("cbc:TaxableAmount", group.net, form),
          money("cbc:TaxAmount", group.tax, form),
          ["cac:TaxCategory", taxCategory(group, true)],
        ],
      ]),
    ],
  ];
}

function taxCategory(
  { category, rate, reason }: Pick<TaxGroup, "category" | "rate" | "reason">,
  hasReason: boolean,
): (XmlNode | undefined)[] {
  const codes: Readonly<Record<string, string>> = REASON_CODES;
  const explains = hasReason && category !== "standard" && category !== "zero";
  return [
    ["cbc:ID", TAX_CATEGORIES[category]],
    category === "not_subject" ? undefined : ["cbc:Percent", rate],
    explains ? ["cbc:TaxExemptionReasonCode", codes[category]] : undefined,
    explains ? ["cbc:TaxExemptionReason", reason ?? undefined] : undefined,
    ["cac:TaxScheme", [["cbc:ID", "VAT"]]],
  ];
}

/** A note is settled by the statement that holds it: nothing of it is to be paid by itself. */
function monetaryTotal(document: BillingDocument, form: Form): XmlNode {
  const { net, gross } = document;
  return [
    "cac:LegalMonetaryTotal",
    [
      money("cbc:LineExtensionAmount", net, form),
      money("cbc:TaxExclusiveAmount", net, form),
      money("cbc:TaxInclusiveAmount", gross, form),
      document.settledIn !== null ? money("cbc:PrepaidAmount", gross, form) : undefined,
      money("cbc:PayableAmount", document.settledIn !== null ? "0" : gross, form),
    ],
  ];
}

function money(name: string, amount: string, { sign, currency }: Form): XmlNode {
  return [name, formatAmount(sign * parseAmount(amount), 2), { currencyID: currency }];
}

function lineNode(line: DocumentLine, form: Form, language: DocumentLanguage): XmlNode {
  const net = form.sign * parseAmount(line.net);
  const isCounted = line.quantity !== null && line.unit_price !== null;
  // A price is never below 0 (BR-27): what is given back is a number below 0.
  const single = net < 0n ? "-1" : "1";
  const quantity = isCounted ? String(form.sign * BigInt(line.quantity ?? 0)) : single;
  const name = form.root === "Invoice" ? "Invoiced" : "Credited";
  const price = isCounted ? (line.unit_price ?? "0") : formatAmount(net < 0n ? -net : net, 2);
  const details = [line.link_label, line.target_name, line.project_name];
  const words = DOCUMENT_WORDS[language];
  const texts = [words.link, words.item, words.project].flatMap((text, index) => {
    const value = details[index] ?? null;
    return value === null ? [] : [fill(text, value)];
  });
  return [
    `cac:${form.root}Line`,
    [
      ["cbc:ID", String(line.number)],
      [`cbc:${name}Quantity`, quantity, UNIT],
      money("cbc:LineExtensionAmount", line.net, form),
      [
        "cac:Item",
        [
          ["cbc:Description", texts.length === 0 ? undefined : texts.join(", ")],
          ["cbc:Name", describeLine(line, language)],
          ["cac:ClassifiedTaxCategory", line.tax === undefined ? undefined : taxCategory(line.tax, false)],
        ],
      ],
      [
        "cac:Price",
        [
          ["cbc:PriceAmount", price, { currencyID: form.currency }],
          isCounted ? ["cbc:BaseQuantity", "1000", UNIT] : undefined,
        ],
      ],
    ],
  ];
}
