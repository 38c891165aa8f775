import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUYER, SELLER } from "../../core/billing/documents/document.fixture.ts";
import { checksOf } from "../../programs/finance/reconcile-month.ts";
import { writeDocument } from "../../programs/finance/write-document.ts";
import { barriers } from "../support/barriers.ts";
import { brokenBisRules } from "../support/bis-rules.ts";
import { findChromium, startChromium } from "../support/chromium.ts";
import type { Client } from "../support/client.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

let system: TestSystem;
let operator: Client;
let customer: Client;
let organizationId: string;
/** Of September, issued before anything was set; of October, issued with everything. */
let [bareId, statementId, noteId] = ["", "", ""];

const NAMES = { organization_name: "Kartenamt" };

beforeAll(async () => {
  system = await startSystem({ settings: { BILLING_CLOSE_AFTER_DAYS: "off" } });
  operator = system.client;
  const member = await system.addOrganization();
  customer = member.client;
  ({ organizationId } = member.organization);
  const { database } = system.deps;
  await database`update organizations set created_at = '2026-08-20'`;
  await database`update organizations set name = ${NAMES.organization_name} where id = ${organizationId}`;
  const prices = { organization_id: organizationId, effective_from: "2026-09", currency: "EUR" };
  await operator.call("billing.rates.set", {
    ...prices,
    tiers: [{ up_to: null, price_per_thousand: "12.345" }],
  });
  await recordTiles(database, { organizationId, count: 1_001, at: "2026-09-10T00:00:00Z" });
  await operator.call("billing.periods.close", { period: "2026-09" });
  bareId = await issued("2026-09");
  await operator.call("billing.settings.update", { seller: SELLER });
  await customer.call("billing.parties.set", { organization_id: organizationId, party: BUYER });
  await recordTiles(database, { organizationId, count: 2_500, at: "2026-10-10T00:00:00Z" });
  await recordTiles(database, {
    organizationId,
    count: 7,
    at: "2026-09-30T00:00:00Z",
    recordedAt: "2026-10-01T00:00:00Z",
  });
  const note = { organization_id: organizationId, currency: "EUR", amount: "-1.50", reason: "an outage" };
  ({ id: noteId } = await operator.call("billing.adjustments.create", { ...note, statement_id: bareId }));
  await operator.call("billing.periods.close", { period: "2026-10" });
  statementId = await issued("2026-10");
}, 60_000);
afterAll(() => system.stop());

async function issued(period: string): Promise<string> {
  const { id } = await operator.call("billing.statements.get", { organization_id: organizationId, period });
  return id as string;
}

const ask = (client: Client, input: object, operation = "billing.statements.document") =>
  client.try(operation, input);

async function bytesOf(format: string, language = "de", id = statementId): Promise<Buffer> {
  const answer = await ask(customer, { statement_id: id, format, language });
  expect(answer.status).toBe(200);
  return answer.bytes;
}

/** The text of a PDF file as its readers see it, and whether it is tagged. */
async function readPdf(bytes: Uint8Array): Promise<{ text: string; isTagged: boolean; title: string }> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => await pdf.getPage(index + 1)),
  );
  const texts = await Promise.all(pages.map((page) => page.getTextContent()));
  const marks = await pdf.getMarkInfo();
  const { info } = await pdf.getMetadata();
  return {
    text: texts.flatMap(({ items }) => items.map((item) => ("str" in item ? item.str : ""))).join(" "),
    isTagged: marks?.Marked === true,
    title: (info as { Title?: string }).Title ?? "",
  };
}

describe("a statement that was issued with parties and taxes", () => {
  test("is a page that says everything, in three languages", async () => {
    for (const [language, title] of [
      ["en", "Invoice INV-000002"],
      ["de", "Rechnung INV-000002"],
      ["fr", "Facture INV-000002"],
    ] as const) {
      const html = String(await bytesOf("html", language));
      for (const text of [
        title,
        "Kartenwerk GmbH &amp; Co. KG",
        "Łódź Geodezja",
        "PO-77",
        "DE123456789",
        "an outage",
      ]) {
        expect(html).toContain(text);
      }
    }
  });

  const chromium = findChromium("documents.test.ts");
  test.skipIf(chromium === undefined)(
    "has no barrier that axe finds",
    async () => {
      const html = String(await bytesOf("html"));
      const browser = await startChromium(chromium ?? "");
      try {
        const page = await browser.newPage();
        await page.setContent(html);
        expect(await page.locator("tbody").first().locator("tr").count()).toBe(4);
        expect(await barriers(page)).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    60_000,
  );

  test("is a tagged PDF file with the same text", async () => {
    const { text, isTagged, title } = await readPdf(await bytesOf("pdf"));
    expect({ isTagged, title }).toEqual({ isTagged: true, title: "Rechnung INV-000002" });
    // 2,500 x 12.345 / 1,000 + 7 x 12.345 / 1,000 - 1.50 = 29.448915, and 19 % of 29.45 are 5.60.
    for (const part of [
      "Łódź Geodezja",
      "Kartenkacheln",
      "30,8625 EUR",
      "29,45 EUR",
      "5,60 EUR",
      "35,05 EUR",
    ]) {
      expect(text).toContain(part);
    }
  });

  test("is an e-invoice that breaks no rule", async () => {
    const xml = String(await bytesOf("ubl"));
    expect(brokenBisRules(xml)).toEqual([]);
    expect(xml).toContain('<cbc:PayableAmount currencyID="EUR">35.05<');
  });

  test("is the same bytes for ever, whatever is renamed and set", async () => {
    const digests = async () => {
      const all = await Promise.all(["html", "pdf", "ubl"].map((format) => bytesOf(format)));
      return all.map((bytes) => createHash("sha256").update(bytes).digest("hex"));
    };
    const before = await digests();
    await operator.call("billing.settings.update", { seller: { legal_name: "Another", number_prefix: "X" } });
    const party = { legal_name: "Renamed", taxes: [{ effective_from: "2026-01", category: "zero" }] };
    await operator.call("billing.parties.set", { organization_id: organizationId, party });
    expect(await digests()).toEqual(before);
    await operator.call("billing.settings.update", { seller: SELLER });
  });

  test("is fetched by GET as well, and written by the command line", async () => {
    const pdf = await bytesOf("pdf");
    const get = await customer.send(`/v1/billing/statements/${statementId}.pdf?language=de`, {
      method: "GET",
    });
    expect(get.headers.get("content-disposition")).toBe('attachment; filename="INV-000002-de.pdf"');
    expect(pdf.equals(get.bytes)).toBe(true);
    const folder = await mkdtemp(join(tmpdir(), "geopera-document-"));
    const parts = { ...system.deps, nowMs: Date.now(), print: () => undefined, progress: () => undefined };
    const command = { kind: "document", id: statementId, format: "pdf", language: "de", folder } as const;
    expect(await writeDocument(parts, command)).toBe(0);
    expect(pdf.equals(await readFile(join(folder, "INV-000002-de.pdf")))).toBe(true);
    await rm(folder, { recursive: true });
  });

  test("belongs to its customer and the operator", async () => {
    const { client: stranger } = await system.addOrganization();
    expect((await ask(stranger, { statement_id: statementId })).status).toBe(404);
    expect((await ask(stranger, { adjustment_id: noteId }, "billing.adjustments.document")).status).toBe(404);
    expect((await ask(operator, { statement_id: statementId })).status).toBe(200);
    const get = await fetch(`${system.url}/v1/billing/statements/${statementId}.xml`);
    expect(get.status).toBe(401);
  });
});

test("a credit note is a document, names the statement that it corrects, and is settled by that of its month", async () => {
  const answer = await ask(
    customer,
    { adjustment_id: noteId, format: "ubl" },
    "billing.adjustments.document",
  );
  const xml = String(answer.bytes);
  expect(brokenBisRules(xml)).toEqual([]);
  expect(xml).toContain("<CreditNote ");
  expect(xml).toContain("<cbc:ID>ST-000001</cbc:ID>");
  expect(xml).toContain('<cbc:TaxInclusiveAmount currencyID="EUR">1.79<');
  const pdf = await ask(customer, { adjustment_id: noteId }, "billing.adjustments.document");
  expect((await readPdf(pdf.bytes)).text).toContain("Settled by the statement of October 2026");
});

test("what was issued without parties has names and net amounts, and says what an e-invoice misses", async () => {
  const html = String(await bytesOf("html", "en", bareId));
  expect(html).toContain("Statement ST-000001");
  expect(html).toContain("Kartenamt");
  expect(html).toContain("says nothing of taxes");
  const refused = await ask(customer, { statement_id: bareId, format: "ubl" });
  expect(refused.status).toBe(409);
  expect(refused.json.detail).toMatch(/seller's address \(BR-08.*billing\.parties\.set/);
});

test("taxes are the operator's to set, and settings are read before they count", async () => {
  const party = { ...BUYER, payment_days: 90 };
  const asked = { organization_id: organizationId, party };
  expect((await customer.try("billing.parties.set", asked)).status).toBe(403);
  const set = await operator.call("billing.parties.set", asked);
  expect(set.replaces.legal_name).toBe("Renamed");
  const wrong = { legal_name: "A", taxes: [{ effective_from: "2026-01", category: "exempt", rate: "19" }] };
  expect(await operator.try("billing.settings.update", { seller: wrong })).toMatchObject({ status: 422 });
  expect((await customer.call("billing.parties.get", { organization_id: organizationId })).party).toEqual(
    party,
  );
  const [audited] = await system.deps.database<{ subject: Record<string, string> }[]>`
    select subject from audit_log where operation_id = 'billing.parties.set' order by id desc limit 1`;
  expect(audited?.subject["replaces"]).toContain("Renamed");
});

test("numbers have no gaps, and a missing one is named", async () => {
  const { database } = system.deps;
  const numbers = await database<{ number: number }[]>`select number from statements order by number`;
  expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, index) => index + 1));
  const find = async () => {
    const outcomes = await Promise.all(checksOf(system.deps, "2026-10-01").map((check) => check()));
    return outcomes.flatMap(({ differences }) => differences.map(({ check }) => check));
  };
  expect(await find()).toEqual([]);
  const renumber = (to: number) =>
    database.begin(async (transaction) => {
      await transaction`set local session_replication_role = replica`;
      await transaction`update statements set number = ${to} where id = ${statementId}`;
    });
  await renumber(9);
  expect(await find()).toEqual(expect.arrayContaining(["numbers have no gaps", "books = what was closed"]));
  await renumber(2);
});
