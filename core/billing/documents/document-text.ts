import type { BillingDocument, DocumentLine, TaxGroup } from "./billing-document.ts";
import { formatAmount, parseAmount } from "../money.ts";
import { DOCUMENT_WORDS, fill, localDate, localMonth, localNumber } from "./document-words.ts";
import type { DocumentLanguage, Party } from "./party.ts";

/** A name and what it says. */
export type Fact = readonly [name: string, value: string];

/** A row of the table of lines, as texts. */
export interface TextLine {
  readonly description: string;
  /** Link, item and project. */
  readonly detail: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly tax: string;
  readonly amount: string;
}

/**
 * Everything that a document says, in a language and in order: pages and PDF files differ in their looks
 * only.
 */
export interface DocumentText {
  readonly language: DocumentLanguage;
  readonly title: string;
  readonly head: readonly Fact[];
  readonly seller: PartyText;
  readonly buyer: PartyText;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly lines: readonly TextLine[];
  readonly totals: readonly Fact[];
  readonly remarks: readonly string[];
}

/** A party as lines of text. */
export interface PartyText {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The texts of a document. */
export function documentText(document: BillingDocument, language: DocumentLanguage): DocumentText {
  const words = DOCUMENT_WORDS[language];
  const title = `${words[document.kind]} ${document.number}`;
  return {
    language,
    title,
    head: headOf(document, language),
    seller: { heading: words.seller, lines: partyLines(document.seller, language) },
    buyer: { heading: words.buyer, lines: partyLines(document.buyer, language) },
    caption: words.lines,
    columns: [words.description, words.quantity, words.unitPrice, words.taxRate, words.amount],
    lines: document.lines.map((line) => lineText(line, document, language)),
    totals: totalsOf(document, language),
    remarks: remarksOf(document, language),
  };
}

function headOf(document: BillingDocument, language: DocumentLanguage): Fact[] {
  const words = DOCUMENT_WORDS[language];
  const { purchase_order: order, reference } = document.buyer;
  return given([
    [words.number, document.number],
    [words.issued, document.issued === "" ? undefined : localDate(document.issued, language)],
    [words.period, localMonth(document.month, language)],
    [words.due, document.due === null ? undefined : localDate(document.due, language)],
    [words.corrects, document.corrects ?? undefined],
    [words.purchaseOrder, order],
    [words.reference, reference],
  ]);
}

function given(facts: readonly (readonly [string, string | undefined])[]): Fact[] {
  return facts.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [[name, value] as const],
  );
}

function partyLines(party: Party, language: DocumentLanguage): string[] {
  const words = DOCUMENT_WORDS[language];
  const { address, endpoint } = party;
  const ids = given([
    [words.vatId, party.vat_id],
    [words.taxId, party.tax_id],
    [words.registrationId, party.registration_id],
    [words.electronicAddress, endpoint && `${endpoint.scheme}:${endpoint.id}`],
  ]);
  const city = [address?.postal_code, address?.city].filter((part) => part !== undefined).join(" ");
  const place = [address?.street, address?.additional, city, address?.region, address?.country];
  return [
    party.legal_name,
    ...place,
    party.contact,
    party.email,
    party.phone,
    ...ids.map(([name, value]) => `${name}: ${value}`),
  ].filter((line) => line !== undefined && line !== "") as string[];
}

function lineText(
  line: DocumentLine,
  { currency, decimals }: BillingDocument,
  language: DocumentLanguage,
): TextLine {
  const words = DOCUMENT_WORDS[language];
  const number = (plain: string | number | null) =>
    plain === null ? "" : localNumber(String(plain), language);
  return {
    description: describeLine(line, language),
    detail: given([
      [words.link, line.link_label ?? undefined],
      [words.item, line.target_name ?? undefined],
      [words.project, line.project_name ?? undefined],
    ])
      .map(([text, name]) => fill(text, name))
      .join(", "),
    quantity: number(line.quantity),
    unitPrice: number(line.unit_price),
    tax: line.tax === undefined ? "" : fill(words[line.tax.category], number(line.tax.rate)),
    amount: `${number(formatAmount(parseAmount(line.amount), decimals))} ${currency}`,
  };
}

/** What a line is, in the language of the document: the books have it in English. */
export function describeLine(line: DocumentLine, language: DocumentLanguage): string {
  const words = DOCUMENT_WORDS[language];
  const month = localMonth(line.belongs_to, language);
  const tier =
    line.tier === null ? "" : `, ${line.tier === 0 ? words.free : fill(words.tier, String(line.tier))}`;
  if (line.is_note) {
    const isWhole = line.kind === "credit" || line.kind === "debit";
    const what = isWhole ? `${words[line.kind]} (${month})` : `${fill(words.repriced, month)}${tier}`;
    // What people wrote stands behind the kind of note.
    return `${what}: ${line.description.replace(/^[^:]*: /, "")}`;
  }
  switch (line.kind) {
    case "usage":
      return `${words.usage}${tier}`;
    case "correction":
      return `${fill(words.correction, month)}${tier}`;
    case "minimum":
      return fill(words.minimum, month);
    default:
      return words[line.kind];
  }
}

function totalsOf(document: BillingDocument, language: DocumentLanguage): Fact[] {
  const words = DOCUMENT_WORDS[language];
  const money = (amount: string) => `${localNumber(amount, language)} ${document.currency}`;
  const isGivenBack = document.gross.startsWith("-");
  if (document.groups === null) return [[words.net, money(document.net)]];
  const ofGroup = ({ category, rate, net, tax }: TaxGroup): Fact => {
    const name = fill(words[category], localNumber(rate, language));
    return [`${words.tax}: ${fill(words.on, name, money(net))}`, money(tax)];
  };
  return [
    [words.net, money(document.net)],
    ...document.groups.map(ofGroup),
    [words.gross, money(document.gross)],
    [
      isGivenBack ? words.toGiveBack : words.payable,
      money(isGivenBack ? document.gross.slice(1) : document.gross),
    ],
  ];
}

function remarksOf(document: BillingDocument, language: DocumentLanguage): string[] {
  const words = DOCUMENT_WORDS[language];
  const { iban, bic } = document.seller;
  const reasons = new Set((document.groups ?? []).flatMap(({ reason }) => reason ?? []));
  const { settledIn } = document;
  const account = [iban, bic].filter((part) => part !== undefined).join(", BIC ");
  return [
    ...(document.groups === null ? [words.taxesUnknown] : []),
    ...reasons,
    ...(settledIn === null ? [] : [fill(words.settled, localMonth(settledIn, language))]),
    ...(document.lineCount > document.lines.length
      ? [fill(words.summed, localNumber(String(document.lineCount), language))]
      : []),
    ...given([
      [words.paymentTerms, document.payment_terms ?? undefined],
      [words.bankAccount, settledIn === null ? account : undefined],
    ]).map(([name, value]) => `${name}: ${value}`),
    ...(document.notes === null ? [] : [document.notes]),
    ...(document.sha256 === null ? [] : [`${words.digest}: ${document.sha256}`]),
  ];
}
