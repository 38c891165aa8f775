import type { DocumentLanguage } from "./party.ts";

/** The words of documents. `{0}` stands for a value. */
export interface DocumentWords {
  readonly statement: string;
  readonly invoice: string;
  readonly credit_note: string;
  readonly debit_note: string;
  readonly number: string;
  readonly issued: string;
  readonly due: string;
  readonly period: string;
  readonly corrects: string;
  readonly seller: string;
  readonly buyer: string;
  readonly vatId: string;
  readonly taxId: string;
  readonly registrationId: string;
  readonly electronicAddress: string;
  readonly purchaseOrder: string;
  readonly reference: string;
  readonly lines: string;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly taxRate: string;
  readonly amount: string;
  readonly net: string;
  readonly tax: string;
  readonly on: string;
  readonly gross: string;
  readonly payable: string;
  readonly toGiveBack: string;
  readonly taxesUnknown: string;
  readonly summed: string;
  readonly paymentTerms: string;
  readonly bankAccount: string;
  readonly settled: string;
  readonly digest: string;
  readonly page: string;
  readonly usage: string;
  readonly correction: string;
  readonly repriced: string;
  readonly minimum: string;
  readonly credit: string;
  readonly debit: string;
  readonly rounding: string;
  readonly free: string;
  readonly tier: string;
  readonly link: string;
  readonly item: string;
  readonly project: string;
  readonly standard: string;
  readonly zero: string;
  readonly exempt: string;
  readonly reverse_charge: string;
  readonly not_subject: string;
  readonly months: readonly string[];
}

const en: DocumentWords = {
  statement: "Statement",
  invoice: "Invoice",
  credit_note: "Credit note",
  debit_note: "Debit note",
  number: "Number",
  issued: "Issued on",
  due: "Due on",
  period: "Period",
  corrects: "Corrects",
  seller: "Issuer",
  buyer: "Customer",
  vatId: "VAT id",
  taxId: "Tax number",
  registrationId: "Company register",
  electronicAddress: "Electronic address",
  purchaseOrder: "Purchase order",
  reference: "Your reference",
  lines: "Lines",
  description: "Description",
  quantity: "Tiles",
  unitPrice: "Price of 1,000",
  taxRate: "Tax",
  amount: "Amount",
  net: "Net amount",
  tax: "Tax",
  on: "{0} on {1}",
  gross: "Total amount",
  payable: "Amount due",
  toGiveBack: "Amount to be given back",
  taxesUnknown: "Amounts are net: this document says nothing of taxes.",
  summed: "The lines of {0} links are summed up. The export of the month names each.",
  paymentTerms: "Terms of payment",
  bankAccount: "Bank account",
  settled: "Settled by the statement of {0}, which has it as a line.",
  digest: "SHA-256 of its lines in the books",
  page: "Page {0} of {1}",
  usage: "Map tiles",
  correction: "Late tiles of {0}",
  repriced: "Tiles of {0} priced anew",
  minimum: "Minimum of {0}",
  credit: "Credit",
  debit: "Debit",
  rounding: "Rounding",
  free: "free allowance",
  tier: "tier {0}",
  link: "link {0}",
  item: "item {0}",
  project: "project {0}",
  standard: "{0} %",
  zero: "0 %",
  exempt: "exempt",
  reverse_charge: "reverse charge",
  not_subject: "not subject to tax",
  months: "January February March April May June July August September October November December".split(" "),
};

const de: DocumentWords = {
  statement: "Abrechnung",
  invoice: "Rechnung",
  credit_note: "Gutschrift (Rechnungskorrektur)",
  debit_note: "Nachbelastung",
  number: "Nummer",
  issued: "Ausgestellt am",
  due: "Fällig am",
  period: "Zeitraum",
  corrects: "Berichtigt",
  seller: "Aussteller",
  buyer: "Kunde",
  vatId: "USt-IdNr.",
  taxId: "Steuernummer",
  registrationId: "Handelsregister",
  electronicAddress: "Elektronische Adresse",
  purchaseOrder: "Bestellung",
  reference: "Ihr Zeichen",
  lines: "Positionen",
  description: "Beschreibung",
  quantity: "Kacheln",
  unitPrice: "Preis für 1.000",
  taxRate: "Steuer",
  amount: "Betrag",
  net: "Nettobetrag",
  tax: "Steuer",
  on: "{0} auf {1}",
  gross: "Gesamtbetrag",
  payable: "Zahlbetrag",
  toGiveBack: "Betrag zu Ihren Gunsten",
  taxesUnknown: "Alle Beträge sind netto: Dieses Dokument sagt nichts über Steuern.",
  summed: "Die Zeilen von {0} Positionen sind zusammengefasst. Der Export des Monats nennt jede einzeln.",
  paymentTerms: "Zahlungsbedingungen",
  bankAccount: "Bankverbindung",
  settled: "Verrechnet mit der Abrechnung für {0}, die den Betrag als Zeile enthält.",
  digest: "SHA-256 der Zeilen in den Büchern",
  page: "Seite {0} von {1}",
  usage: "Kartenkacheln",
  correction: "Nachträgliche Kacheln für {0}",
  repriced: "Kacheln für {0} neu bewertet",
  minimum: "Mindestbetrag für {0}",
  credit: "Gutschrift",
  debit: "Nachbelastung",
  rounding: "Rundung",
  free: "Freimenge",
  tier: "Stufe {0}",
  link: "Link {0}",
  item: "Objekt {0}",
  project: "Projekt {0}",
  standard: "{0} %",
  zero: "0 %",
  exempt: "steuerfrei",
  reverse_charge: "Steuerschuldnerschaft des Leistungsempfängers",
  not_subject: "nicht steuerbar",
  months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
};

const fr: DocumentWords = {
  statement: "Relevé",
  invoice: "Facture",
  credit_note: "Avoir",
  debit_note: "Note de débit",
  number: "Numéro",
  issued: "Émis le",
  due: "Échéance le",
  period: "Période",
  corrects: "Rectifie",
  seller: "Émetteur",
  buyer: "Client",
  vatId: "N° de TVA",
  taxId: "N° fiscal",
  registrationId: "Registre du commerce",
  electronicAddress: "Adresse électronique",
  purchaseOrder: "Bon de commande",
  reference: "Votre référence",
  lines: "Lignes",
  description: "Description",
  quantity: "Tuiles",
  unitPrice: "Prix pour 1 000",
  taxRate: "Taxe",
  amount: "Montant",
  net: "Montant hors taxes",
  tax: "Taxe",
  on: "{0} sur {1}",
  gross: "Montant total",
  payable: "Montant à payer",
  toGiveBack: "Montant en votre faveur",
  taxesUnknown: "Montants hors taxes : ce document ne dit rien des taxes.",
  summed: "Les lignes de {0} positions sont regroupées. L’export du mois nomme chacune d’elles.",
  paymentTerms: "Conditions de paiement",
  bankAccount: "Compte bancaire",
  settled: "Imputé sur le relevé de {0}, qui le contient comme ligne.",
  digest: "SHA-256 des lignes dans les livres",
  page: "Page {0} sur {1}",
  usage: "Tuiles de carte",
  correction: "Tuiles tardives de {0}",
  repriced: "Tuiles de {0} à un nouveau prix",
  minimum: "Minimum de {0}",
  credit: "Avoir",
  debit: "Débit",
  rounding: "Arrondi",
  free: "quantité gratuite",
  tier: "palier {0}",
  link: "lien {0}",
  item: "objet {0}",
  project: "projet {0}",
  standard: "{0} %",
  zero: "0 %",
  exempt: "exonéré",
  reverse_charge: "autoliquidation",
  not_subject: "hors champ de la taxe",
  months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
};

/** The words by language. */
export const DOCUMENT_WORDS: Readonly<Record<DocumentLanguage, DocumentWords>> = { en, de, fr };

/** Puts values into a text. */
export function fill(text: string, ...values: readonly string[]): string {
  return text.replaceAll(/\{(\d)\}/g, (_all, index: string) => values[Number(index)] ?? "");
}

/** Separators of thousands and decimals. French has a narrow space that does not break. */
const SEPARATORS: Readonly<Record<DocumentLanguage, readonly [group: string, point: string]>> = {
  en: [",", "."],
  de: [".", ","],
  fr: ["\u{202f}", ","],
};

/** A plain decimal as a language writes it. Not `Intl`: a later version of it would change old documents. */
export function localNumber(plain: string, language: DocumentLanguage): string {
  const [group, point] = SEPARATORS[language];
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? [];
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  return `${sign === "" ? "" : "\u{2212}"}${grouped}${fraction === "" ? "" : `${point}${fraction}`}`;
}

/** `2026-11-03` as a language writes it. */
export function localDate(day: string, language: DocumentLanguage): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const name = DOCUMENT_WORDS[language].months[Number(month) - 1] ?? month;
  return `${Number(date)}${language === "de" ? "." : ""} ${name} ${year}`;
}

/** `2026-10` or a day of it as the month that a language writes. */
export function localMonth(month: string, language: DocumentLanguage): string {
  const [year = "", number = ""] = month.split("-");
  return `${DOCUMENT_WORDS[language].months[Number(number) - 1] ?? number} ${year}`;
}
