/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** Reads XML without comments, declarations of types and mixed content: what UBL documents are. */
export function parseXml(text: string): XmlElement {
  const stack: { name: string; attributes: Record<string, string>; text: string; children: XmlElement[] }[] =
    [{ name: "", attributes: {}, text: "", children: [] }];
  for (const [, isEnd, name = "", marks = "", content = ""] of text
    .replace(/^<\?xml[^>]*\?>\s*/, "")
    .matchAll(/<(\/?)([\w:]+)((?:\s[\w:]+="[^"]*")*)>([^<]*)/g)) {
    if (isEnd === "/") {
      const closed = stack.pop();
      if (closed?.name !== name) throw new Error(`</${name}> closes <${closed?.name}>`);
      stack.at(-1)?.children.push(closed);
      continue;
    }
    const attributes = Object.fromEntries(
      [...marks.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, unescape(value)]),
    );
    stack.push({ name, attributes, text: unescape(content), children: [] });
  }
  const [root] = stack[0]?.children ?? [];
  if (root === undefined || stack.length > 1) throw new Error("an element is not closed");
  return root;
}

function unescape(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .trim();
}

/** The elements at a path below another one. */
export function at(element: XmlElement, path: string): readonly XmlElement[] {
  return path
    .split("/")
    .reduce<readonly XmlElement[]>(
      (found, name) =>
        found.flatMap(({ children }) => children.filter((child) => child.name.split(":")[1] === name)),
      [element],
    );
}

const textAt = (element: XmlElement, path: string) => at(element, path)[0]?.text ?? "";
const has = (element: XmlElement, path: string) =>
  textAt(element, path) !== "" || at(element, path).length > 0;
/** Cents: amounts have two decimals at most. */
const cents = (text: string) => Math.round(Number(text) * 100);
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
const everything = (element: XmlElement): readonly XmlElement[] => [
  element,
  ...element.children.flatMap(everything),
];

const SELLER = "AccountingSupplierParty/Party";
const BUYER = "AccountingCustomerParty/Party";
const TOTAL = "LegalMonetaryTotal";
const lines = (document: XmlElement) => [...at(document, "InvoiceLine"), ...at(document, "CreditNoteLine")];
const quantity = (line: XmlElement) =>
  [...at(line, "InvoicedQuantity"), ...at(line, "CreditedQuantity")][0] ?? line;
const subtotals = (document: XmlElement) => at(document, "TaxTotal/TaxSubtotal");
const category = (element: XmlElement) => textAt(element, "TaxCategory/ID");
const lineCategory = (line: XmlElement) => textAt(line, "Item/ClassifiedTaxCategory/ID");
const lineRate = (line: XmlElement) => textAt(line, "Item/ClassifiedTaxCategory/Percent");
const categories = (document: XmlElement) => subtotals(document).map(category);
const vatIdOf = (document: XmlElement, party: string) =>
  at(document, `${party}/PartyTaxScheme`).some((scheme) => textAt(scheme, "TaxScheme/ID") === "VAT");

/** The order of UBL 2.1, as far as documents use it. */
const ORDER: Readonly<Record<string, string>> = {
  Invoice:
    "CustomizationID ProfileID ID IssueDate DueDate InvoiceTypeCode Note DocumentCurrencyCode BuyerReference InvoicePeriod OrderReference BillingReference AccountingSupplierParty AccountingCustomerParty PaymentMeans PaymentTerms TaxTotal LegalMonetaryTotal InvoiceLine",
  CreditNote:
    "CustomizationID ProfileID ID IssueDate CreditNoteTypeCode Note DocumentCurrencyCode BuyerReference InvoicePeriod OrderReference BillingReference AccountingSupplierParty AccountingCustomerParty PaymentMeans PaymentTerms TaxTotal LegalMonetaryTotal CreditNoteLine",
  Party: "EndpointID PostalAddress PartyTaxScheme PartyLegalEntity Contact",
  PostalAddress: "StreetName AdditionalStreetName CityName PostalZone CountrySubentity Country",
  PartyTaxScheme: "CompanyID TaxScheme",
  PartyLegalEntity: "RegistrationName CompanyID",
  Contact: "Name Telephone ElectronicMail",
  PaymentMeans: "PaymentMeansCode PaymentID PayeeFinancialAccount",
  PayeeFinancialAccount: "ID FinancialInstitutionBranch",
  TaxTotal: "TaxAmount TaxSubtotal",
  TaxSubtotal: "TaxableAmount TaxAmount TaxCategory",
  TaxCategory: "ID Percent TaxExemptionReasonCode TaxExemptionReason TaxScheme",
  ClassifiedTaxCategory: "ID Percent TaxScheme",
  LegalMonetaryTotal: "LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount PrepaidAmount PayableAmount",
  InvoiceLine: "ID InvoicedQuantity LineExtensionAmount Item Price",
  CreditNoteLine: "ID CreditedQuantity LineExtensionAmount Item Price",
  Item: "Description Name ClassifiedTaxCategory",
  Price: "PriceAmount BaseQuantity",
};

function isInOrder({ name, children }: XmlElement): boolean {
  const order = ORDER[name.split(":").at(-1) ?? ""]?.split(" ");
  if (order === undefined) return true;
  const places = children.map((child) => order.indexOf(child.name.split(":").at(-1) ?? ""));
  return places.every((place, index) => place >= 0 && place >= (places[index - 1] ?? 0));
}

/** Elements that hold an amount of money. */
const AMOUNTS =
  /^(TaxAmount|TaxableAmount|LineExtensionAmount|Tax(Ex|In)clusiveAmount|P(repaid|ayable)Amount)$/;

/**
 * The rules of EN 16931 and Peppol BIS Billing 3.0 that documents of billing can keep or break, by their ids:
 * what each asks for.
 */
export const BIS_RULES: Readonly<Record<string, (document: XmlElement) => boolean>> = {
  "UBL order": (document) => everything(document).every(isInOrder),
  "BR-01, R004": (document) =>
    textAt(document, "CustomizationID") ===
    "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
  R007: (document) => textAt(document, "ProfileID") === "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
  "BR-02": (document) => textAt(document, "ID") !== "",
  "BR-03, F001": (document) => /^\d{4}-\d{2}-\d{2}$/.test(textAt(document, "IssueDate")),
  "BR-04, P0100, P0101": (document) =>
    document.name === "Invoice"
      ? ["380", "383"].includes(textAt(document, "InvoiceTypeCode"))
      : textAt(document, "CreditNoteTypeCode") === "381",
  "BR-05, R051": (document) =>
    everything(document)
      .flatMap(({ attributes }) => attributes["currencyID"] ?? [])
      .every((currency) => currency === textAt(document, "DocumentCurrencyCode")),
  "BR-06": (document) => has(document, `${SELLER}/PartyLegalEntity/RegistrationName`),
  "BR-07": (document) => has(document, `${BUYER}/PartyLegalEntity/RegistrationName`),
  "BR-08, BR-09": (document) => has(document, `${SELLER}/PostalAddress/Country/IdentificationCode`),
  "BR-10, BR-11": (document) => has(document, `${BUYER}/PostalAddress/Country/IdentificationCode`),
  "BR-12, BR-13, BR-14, BR-15": (document) =>
    ["LineExtensionAmount", "TaxExclusiveAmount", "TaxInclusiveAmount", "PayableAmount"].every((name) =>
      has(document, `${TOTAL}/${name}`),
    ),
  "BR-16": (document) => lines(document).length > 0,
  "BR-21": (document) =>
    new Set(lines(document).map((line) => textAt(line, "ID"))).size === lines(document).length,
  "BR-22, BR-23": (document) =>
    lines(document).every(
      (line) => quantity(line).text !== "" && quantity(line).attributes["unitCode"] !== undefined,
    ),
  "BR-25": (document) => lines(document).every((line) => has(line, "Item/Name")),
  "BR-26, BR-27": (document) =>
    lines(document).every(
      (line) => has(line, "Price/PriceAmount") && Number(textAt(line, "Price/PriceAmount")) >= 0,
    ),
  "BR-29": (document) =>
    textAt(document, "InvoicePeriod/StartDate") <= textAt(document, "InvoicePeriod/EndDate"),
  "BR-45, BR-46, BR-47, BR-48": (document) =>
    subtotals(document).every(
      (group) =>
        has(group, "TaxableAmount") &&
        has(group, "TaxAmount") &&
        category(group) !== "" &&
        (category(group) === "O" || has(group, "TaxCategory/Percent")),
    ),
  "BR-CO-04": (document) => lines(document).every((line) => lineCategory(line) !== ""),
  "BR-CO-09": (document) =>
    [SELLER, BUYER]
      .flatMap((party) => at(document, `${party}/PartyTaxScheme`))
      .filter((scheme) => textAt(scheme, "TaxScheme/ID") === "VAT")
      .every((scheme) => /^[A-Z]{2}/.test(textAt(scheme, "CompanyID"))),
  "BR-CO-10": (document) =>
    cents(textAt(document, `${TOTAL}/LineExtensionAmount`)) ===
    sum(lines(document).map((line) => cents(textAt(line, "LineExtensionAmount")))),
  "BR-CO-13": (document) =>
    textAt(document, `${TOTAL}/TaxExclusiveAmount`) === textAt(document, `${TOTAL}/LineExtensionAmount`),
  "BR-CO-14": (document) =>
    cents(textAt(document, "TaxTotal/TaxAmount")) ===
    sum(subtotals(document).map((group) => cents(textAt(group, "TaxAmount")))),
  "BR-CO-15": (document) =>
    cents(textAt(document, `${TOTAL}/TaxInclusiveAmount`)) ===
    cents(textAt(document, `${TOTAL}/TaxExclusiveAmount`)) + cents(textAt(document, "TaxTotal/TaxAmount")),
  "BR-CO-16": (document) =>
    cents(textAt(document, `${TOTAL}/PayableAmount`)) ===
    cents(textAt(document, `${TOTAL}/TaxInclusiveAmount`)) -
      cents(textAt(document, `${TOTAL}/PrepaidAmount`) || "0"),
  "BR-CO-17": (document) =>
    subtotals(document).every((group) => {
      const exact =
        Number(textAt(group, "TaxableAmount")) * Number(textAt(group, "TaxCategory/Percent") || "0");
      // The official rule allows a unit, which covers currencies without cents.
      return Math.abs(cents(textAt(group, "TaxAmount")) - exact) <= 100;
    }),
  "BR-CO-18": (document) => subtotals(document).length > 0,
  "BR-CO-25": (document) =>
    Number(textAt(document, `${TOTAL}/PayableAmount`)) <= 0 ||
    document.name === "CreditNote" ||
    has(document, "DueDate") ||
    has(document, "PaymentTerms/Note"),
  "BR-DEC-09 to BR-DEC-23": (document) =>
    everything(document)
      .filter(({ name }) => AMOUNTS.test(name.split(":")[1] ?? ""))
      .every(({ text }) => /^-?\d+(\.\d{1,2})?$/.test(text)),
  "BR-S-01, BR-Z-01, BR-E-01, BR-AE-01, BR-O-01": (document) =>
    lines(document).every((line) => categories(document).includes(lineCategory(line))),
  "BR-S-08, BR-Z-08, BR-E-08, BR-AE-08, BR-O-08": (document) =>
    subtotals(document).every(
      (group) =>
        cents(textAt(group, "TaxableAmount")) ===
        sum(
          lines(document)
            .filter(
              (line) =>
                lineCategory(line) === category(group) &&
                lineRate(line) === textAt(group, "TaxCategory/Percent"),
            )
            .map((line) => cents(textAt(line, "LineExtensionAmount"))),
        ),
    ),
  "BR-S-02, BR-Z-02, BR-E-02, BR-AE-02": (document) =>
    categories(document).every((each) => each === "O") || vatIdOf(document, SELLER),
  "BR-AE-02": (document) =>
    !categories(document).includes("AE") ||
    vatIdOf(document, BUYER) ||
    has(document, `${BUYER}/PartyLegalEntity/CompanyID`),
  "BR-S-05": (document) =>
    lines(document).every((line) => lineCategory(line) !== "S" || Number(lineRate(line)) > 0),
  "BR-Z-05, BR-E-05, BR-AE-05": (document) =>
    lines(document).every(
      (line) => !["Z", "E", "AE"].includes(lineCategory(line)) || Number(lineRate(line)) === 0,
    ),
  "BR-O-02, BR-O-05, BR-O-11": (document) =>
    !categories(document).includes("O") ||
    (!vatIdOf(document, SELLER) &&
      !vatIdOf(document, BUYER) &&
      categories(document).length === 1 &&
      lines(document).every((line) => lineRate(line) === "")),
  "BR-Z-09, BR-E-09, BR-AE-09, BR-O-09": (document) =>
    subtotals(document).every((group) => category(group) === "S" || Number(textAt(group, "TaxAmount")) === 0),
  "BR-E-10, BR-AE-10, BR-O-10": (document) =>
    subtotals(document).every(
      (group) =>
        ["S", "Z"].includes(category(group)) ||
        has(group, "TaxCategory/TaxExemptionReasonCode") ||
        has(group, "TaxCategory/TaxExemptionReason"),
    ),
  "BR-S-10, BR-Z-10": (document) =>
    subtotals(document).every(
      (group) => !["S", "Z"].includes(category(group)) || !has(group, "TaxCategory/TaxExemptionReason"),
    ),
  "BR-49, BR-50, BR-61": (document) =>
    at(document, "PaymentMeans").every(
      (means) => textAt(means, "PaymentMeansCode") === "30" && has(means, "PayeeFinancialAccount/ID"),
    ),
  R002: (document) => at(document, "Note").length <= 1,
  R003: (document) => has(document, "BuyerReference") || has(document, "OrderReference/ID"),
  R008: (document) => everything(document).every(({ text, children }) => text !== "" || children.length > 0),
  R010: (document) => at(document, `${BUYER}/EndpointID`)[0]?.attributes["schemeID"] !== undefined,
  R020: (document) => at(document, `${SELLER}/EndpointID`)[0]?.attributes["schemeID"] !== undefined,
  CL008: (document) =>
    [SELLER, BUYER]
      .flatMap((party) => at(document, `${party}/EndpointID`))
      .every(({ attributes }) => /^(\d{4}|EM)$/.test(attributes["schemeID"] ?? "")),
  "R053, R054": (document) => at(document, "TaxTotal").length === 1,
  R120: (document) =>
    lines(document).every((line) => {
      const base = Number(textAt(line, "Price/BaseQuantity") || "1");
      const exact = (Number(quantity(line).text) * Number(textAt(line, "Price/PriceAmount"))) / base;
      return Math.abs(Number(textAt(line, "LineExtensionAmount")) - exact) <= 0.02 + 1e-9;
    }),
  R121: (document) =>
    lines(document).every(
      (line) => !has(line, "Price/BaseQuantity") || Number(textAt(line, "Price/BaseQuantity")) > 0,
    ),
  R130: (document) =>
    lines(document).every((line) => {
      const [base] = at(line, "Price/BaseQuantity");
      return base === undefined || base.attributes["unitCode"] === quantity(line).attributes["unitCode"];
    }),
};

/** The rules that a document breaks. */
export function brokenBisRules(xml: string): string[] {
  const document = parseXml(xml);
  return Object.entries(BIS_RULES).flatMap(([id, holds]) => (holds(document) ? [] : [id]));
}
