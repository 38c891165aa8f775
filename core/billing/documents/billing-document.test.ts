import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BIS_RULES, brokenBisRules } from "../../../test/support/bis-rules.ts";
import { formatAmount, parseAmount, roundAmount } from "../money.ts";
import { makeDocument, type SourceLine } from "./billing-document.ts";
import { BUYER, LINES, SELLER, someLine, someSource } from "./document.fixture.ts";
import { takeFacts, taxOf } from "./document-facts.ts";
import { documentHtml } from "./document-html.ts";
import { documentText } from "./document-text.ts";
import { documentUbl } from "./document-ubl.ts";
import { localDate, localNumber } from "./document-words.ts";
import type { TaxCategory } from "./party.ts";
import { ublFaults } from "./ubl-faults.ts";

const ublOf = (...source: Parameters<typeof someSource>) =>
  documentUbl(makeDocument(someSource(...source)), "en");

describe("amounts", () => {
  test("lines are whole cents that sum to the total, and the tax is on it", () => {
    const document = makeDocument(someSource());
    expect(document.lines.map(({ net }) => net)).toEqual(["4", "0.41", "0", "1", "-1.5", "0"]);
    expect(document).toMatchObject({ net: "3.91", tax: "0.74", gross: "4.65" });
  });

  test("a line never is a cent away from its exact amount, whatever the lines are", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { minLength: 1 }), (picos) => {
        const lines = picos.map((amount) => someLine({ amount: formatAmount(amount) }));
        const exact = picos.reduce((sum, amount) => sum + amount, 0n);
        const rounding = roundAmount(exact, 2) - exact;
        const document = makeDocument(
          someSource({ lines: [...lines, someLine({ kind: "rounding", amount: formatAmount(rounding) })] }),
        );
        for (const { net, amount } of document.lines) {
          const distance = parseAmount(net) - parseAmount(amount);
          expect(distance > -(10n ** 10n) && distance < 10n ** 10n).toBe(true);
        }
        expect(document.net).toBe(formatAmount(roundAmount(exact, 2), 2));
      }),
      { numRuns: 200 },
    );
  });

  test("a tax rule holds for its months, its currency before others, a customer's before the issuer's", () => {
    const rules = SELLER.taxes ?? [];
    expect(taxOf(rules, "2026-10-01", "EUR")?.category).toBe("standard");
    expect(taxOf(rules, "2026-10-01", "USD")?.category).toBe("not_subject");
    expect(taxOf(rules, "2026-09-01", "USD")?.category).toBe("standard");
    expect(taxOf(rules, "1999-12-01", "EUR")).toBeUndefined();
    const own = {
      effective_from: "2026-01",
      currency: null,
      category: "zero",
      rate: "0",
      reason: null,
    } as const;
    const facts = takeFacts({
      kind: "invoice",
      number: "1",
      issued: "2026-11-30",
      seller: SELLER,
      buyer: { ...BUYER, taxes: [own], payment_days: 2 },
      corrects: null,
    });
    expect(facts).toMatchObject({ taxes: [own], due: "2026-12-02" });
  });

  test("a rate that changed prices corrections of before by the former one", () => {
    const former = {
      effective_from: "2026-01",
      currency: null,
      category: "standard",
      rate: "16",
      reason: null,
    } as const;
    const taxes = [former, { ...former, effective_from: "2026-10", rate: "19" }] as const;
    const lines = [someLine({}), someLine({ kind: "correction", belongs_to: "2026-09-01", amount: "2" })];
    const { groups, tax } = makeDocument(someSource({ lines }, { seller: { ...SELLER, taxes } }));
    expect(groups).toMatchObject([
      { rate: "19", net: "4.00", tax: "0.76" },
      { rate: "16", net: "2.00", tax: "0.32" },
    ]);
    expect(tax).toBe("1.08");
  });
});

describe("Peppol BIS Billing 3.0", () => {
  const REASONS: Readonly<Record<TaxCategory, string | null>> = {
    standard: null,
    zero: null,
    exempt: "§ 4 UStG",
    reverse_charge: "Article 196 of Directive 2006/112/EC",
    not_subject: "outside of the EU",
  };
  const line = fc.record({
    quantity: fc.integer({ min: -1_000_000, max: 10_000_000 }),
    price: fc.bigInt({ min: 0n, max: 10n ** 11n }),
    belongs_to: fc.constantFrom("2026-09-01", "2026-10-01"),
    isNote: fc.boolean(),
  });
  const lineOf = ({
    quantity,
    price,
    belongs_to,
    isNote,
  }: {
    quantity: number;
    price: bigint;
    belongs_to: string;
    isNote: boolean;
  }): SourceLine => {
    const amount = formatAmount(BigInt(quantity) * price);
    const none = { tier: null, quantity: null, unit_price: null };
    return isNote
      ? someLine({
          ...none,
          kind: "credit",
          belongs_to,
          is_note: true,
          amount,
          description: "Credit note: x",
        })
      : someLine({ belongs_to, quantity, unit_price: formatAmount(price * 1_000n), amount });
  };

  test("whatever is charged, in whatever currency and tax category, no rule is broken", () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.constantFrom("EUR", "JPY", "USD"),
        fc.constantFrom(...(Object.keys(REASONS) as TaxCategory[])),
        fc.constantFrom("7", "19", "25.5"),
        (some, currency, category, rate) => {
          const lines = some.map(lineOf);
          const exact = lines.reduce((sum, { amount }) => sum + parseAmount(amount), 0n);
          const rounding = formatAmount(roundAmount(exact, currency === "JPY" ? 0 : 2) - exact);
          const none = { tier: null, quantity: null, unit_price: null };
          if (rounding !== "0") lines.push(someLine({ ...none, kind: "rounding", amount: rounding }));
          const tax = { effective_from: "2000-01", currency: null, category, reason: REASONS[category] };
          const taxes = [{ ...tax, rate: category === "standard" ? rate : "0" }];
          const source = someSource({ lines, currency }, { seller: { ...SELLER, taxes } });
          expect(ublFaults(makeDocument(source))).toEqual([]);
          expect(brokenBisRules(documentUbl(makeDocument(source), "de"))).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("what gives money back is a credit note with amounts above 0, which names what it corrects", () => {
    const note = { tier: null, quantity: null, unit_price: null, kind: "credit", is_note: true } as const;
    const xml = ublOf(
      {
        lines: [someLine({ ...note, amount: "-12.5", description: ": an outage" })],
        settledIn: "2026-11-01",
      },
      { kind: "credit_note", number: "CN-000001", corrects: "INV-000012" },
    );
    expect(brokenBisRules(xml)).toEqual([]);
    expect(xml).toContain("<cbc:CreditNoteTypeCode>381<");
    expect(xml).toContain('<cbc:TaxInclusiveAmount currencyID="EUR">14.88<');
    // The statement of November settles it: nothing is to be paid by itself.
    expect(xml).toContain('<cbc:PayableAmount currencyID="EUR">0.00<');
    expect(xml).toContain("<cbc:ID>INV-000012<");
  });

  /** Changes of a right document, each of which breaks the rule. */
  const BREAKS: readonly (readonly [rule: string, from: string | RegExp, to: string])[] = [
    ["UBL order", /( *<cbc:ID>INV.*\n)( *<cbc:IssueDate.*\n)/, "$2$1"],
    ["BR-01, R004", "#compliant#", "#"],
    ["R007", ":01:1.0<", ":02:1.0<"],
    ["BR-02", /<cbc:ID>INV-000012<\/cbc:ID>\n *<cbc:Issue/, "<cbc:Issue"],
    ["BR-03, F001", "2026-11-03<", "3.11.2026<"],
    ["BR-04, P0100, P0101", ">380<", ">389<"],
    ["BR-05, R051", 'currencyID="EUR"', 'currencyID="USD"'],
    ["BR-06", /<cbc:RegistrationName>Kart.*\n/, ""],
    ["BR-07", /<cbc:RegistrationName>Łó.*\n/, ""],
    ["BR-08, BR-09", /<cac:Country>\s*<cbc:IdentificationCode>DE<[^]*?<\/cac:Country>\n/, ""],
    ["BR-10, BR-11", /<cac:Country>\s*<cbc:IdentificationCode>PL<[^]*?<\/cac:Country>\n/, ""],
    ["BR-12, BR-13, BR-14, BR-15", /<cbc:PayableAmount.*\n/, ""],
    ["BR-16", /<cac:InvoiceLine>[^]*<\/cac:InvoiceLine>\n/, ""],
    ["BR-21", "<cbc:ID>2<", "<cbc:ID>1<"],
    ["BR-22, BR-23", '<cbc:InvoicedQuantity unitCode="C62">', "<cbc:InvoicedQuantity>"],
    ["BR-25", /<cbc:Name>Map tiles, tier 1.*\n/, ""],
    ["BR-26, BR-27", '<cbc:PriceAmount currencyID="EUR">0', '<cbc:PriceAmount currencyID="EUR">-0'],
    ["BR-29", "2026-10-31", "2026-09-30"],
    ["BR-45, BR-46, BR-47, BR-48", /<cbc:TaxableAmount.*\n/, ""],
    ["BR-CO-04", /<cac:ClassifiedTaxCategory>[^]*?<\/cac:ClassifiedTaxCategory>\n/, ""],
    ["BR-CO-09", "<cbc:CompanyID>DE123456789", "<cbc:CompanyID>123456789"],
    ["BR-CO-10", 'LineExtensionAmount currencyID="EUR">4.00', 'LineExtensionAmount currencyID="EUR">4.01'],
    ["BR-CO-13", 'TaxExclusiveAmount currencyID="EUR">3.91', 'TaxExclusiveAmount currencyID="EUR">3.92'],
    ["BR-CO-14", 'TaxAmount currencyID="EUR">0.74', 'TaxAmount currencyID="EUR">0.75'],
    ["BR-CO-15", 'TaxInclusiveAmount currencyID="EUR">4.65', 'TaxInclusiveAmount currencyID="EUR">4.66'],
    ["BR-CO-16", 'PayableAmount currencyID="EUR">4.65', 'PayableAmount currencyID="EUR">4.64'],
    ["BR-CO-17", /TaxAmount currencyID="EUR">0.74/g, 'TaxAmount currencyID="EUR">2.74'],
    ["BR-CO-18", /<cac:TaxSubtotal>[^]*<\/cac:TaxSubtotal>\n/, ""],
    ["BR-CO-25", /<cbc:DueDate.*\n|<cac:PaymentTerms>[^]*<\/cac:PaymentTerms>\n/g, ""],
    ["BR-DEC-09 to BR-DEC-23", ">4.65<", ">4.650<"],
    ["BR-S-01, BR-Z-01, BR-E-01, BR-AE-01, BR-O-01", "<cbc:ID>S<", "<cbc:ID>Z<"],
    [
      "BR-S-08, BR-Z-08, BR-E-08, BR-AE-08, BR-O-08",
      'TaxableAmount currencyID="EUR">3.91',
      'TaxableAmount currencyID="EUR">3.90',
    ],
    ["BR-S-02, BR-Z-02, BR-E-02, BR-AE-02", /(DE123456789<[^]*?<cbc:ID>)VAT</, "$1TAX<"],
    [
      "BR-AE-02",
      /(PL1234567890<.cbc:CompanyID>\s*<cac:TaxScheme>\s*<cbc:ID>)VAT([^]*?<cbc:ID>)S</,
      "$1TAX$2AE<",
    ],
    ["BR-S-05", /(<cac:ClassifiedTaxCategory>\s*<cbc:ID>S<[^]*?<cbc:Percent>)19</, "$10<"],
    ["BR-Z-05, BR-E-05, BR-AE-05", /(<cac:ClassifiedTaxCategory>\s*<cbc:ID>)S</, "$1Z<"],
    ["BR-O-02, BR-O-05, BR-O-11", "<cbc:ID>S<", "<cbc:ID>O<"],
    ["BR-Z-09, BR-E-09, BR-AE-09, BR-O-09", "<cbc:ID>S<", "<cbc:ID>Z<"],
    ["BR-E-10, BR-AE-10, BR-O-10", "<cbc:ID>S<", "<cbc:ID>E<"],
    [
      "BR-S-10, BR-Z-10",
      /(<cac:TaxCategory>[^]*?<\/cbc:Percent>)/,
      "$1<cbc:TaxExemptionReason>x</cbc:TaxExemptionReason>",
    ],
    ["BR-49, BR-50, BR-61", "<cbc:PaymentMeansCode>30<", "<cbc:PaymentMeansCode>99<"],
    ["R002", /(<cbc:Note>Thank.*\n)/, "$1$1"],
    ["R003", /<cbc:BuyerReference.*\n|<cac:OrderReference>[^]*<\/cac:OrderReference>\n/g, ""],
    ["R008", "Thank you.", ""],
    ["R010", ' schemeID="9945"', ""],
    ["R020", ' schemeID="9930"', ""],
    ["CL008", 'schemeID="9945"', 'schemeID="VAT"'],
    ["R053, R054", /(<cac:TaxTotal>[^]*<\/cac:TaxTotal>\n)/, "$1$1"],
    ["R120", '<cbc:PriceAmount currencyID="EUR">0.4<', '<cbc:PriceAmount currencyID="EUR">0.5<'],
    ["R121", '<cbc:BaseQuantity unitCode="C62">1000', '<cbc:BaseQuantity unitCode="C62">-1000'],
    ["R130", '<cbc:BaseQuantity unitCode="C62">', '<cbc:BaseQuantity unitCode="H87">'],
  ];

  test("every rule of the table has a document that breaks it", () => {
    const right = ublOf();
    expect(brokenBisRules(right)).toEqual([]);
    expect(BREAKS.map(([rule]) => rule)).toEqual(Object.keys(BIS_RULES));
    const unbroken = BREAKS.filter(([rule, from, to]) => {
      const changed = right.replace(from, to);
      return changed === right || !brokenBisRules(changed).includes(rule);
    });
    expect(unbroken).toEqual([]);
  });

  test("what was not set is named, with the rules that ask for it", () => {
    const bare = makeDocument(
      someSource({ currency: "KWD" }, { seller: { legal_name: "A" }, buyer: { legal_name: "B" } }),
    );
    expect(ublFaults(bare)).toEqual([
      "the seller's address (BR-08, BR-09)",
      "the buyer's address (BR-10, BR-11)",
      "the seller's endpoint (PEPPOL-EN16931-R020)",
      "the buyer's endpoint (PEPPOL-EN16931-R010)",
      "taxes for the currency and each month on it (BR-CO-04)",
      "payment_days or payment_terms (BR-CO-25)",
      "a currency of at most two decimals (BR-DEC-12), not KWD",
    ]);
    const { iban: _iban, ...noAccount } = SELLER;
    const german = { ...BUYER, address: { street: "Weg 2", city: "Bonn", country: "DE" } };
    const faults = ublFaults(makeDocument(someSource({}, { seller: noAccount, buyer: german })));
    expect(faults).toEqual([expect.stringContaining("DE-R-001")]);
  });
});

describe("texts", () => {
  test("numbers and dates are those of the language", () => {
    expect(localNumber("-1234567.5", "en")).toBe("−1,234,567.5");
    expect(localNumber("1234567.5", "de")).toBe("1.234.567,5");
    expect(localNumber("1234567.5", "fr")).toBe("1\u{202f}234\u{202f}567,5");
    expect([localDate("2026-03-01", "en"), localDate("2026-03-01", "de")]).toEqual([
      "1 March 2026",
      "1. März 2026",
    ]);
  });

  test("every language says everything, and what people wrote is text, never markup", () => {
    for (const language of ["en", "de", "fr"] as const) {
      const text = documentText(makeDocument(someSource()), language);
      expect(JSON.stringify(text)).not.toMatch(/\{\d\}|undefined|null/);
      expect(text.lines).toHaveLength(LINES.length);
      const html = documentHtml(text);
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toContain("&lt;Aerial&gt; &amp; more");
      expect(html).not.toMatch(/<script|https?:|src=|url\(/);
    }
  });

  test("without taxes a document says so, and has no total with tax", () => {
    const { taxes: _taxes, ...seller } = SELLER;
    const text = documentText(makeDocument(someSource({}, { seller })), "en");
    expect(text.totals).toEqual([["Net amount", "3.91 EUR"]]);
    expect(text.remarks[0]).toContain("says nothing of taxes");
  });
});
