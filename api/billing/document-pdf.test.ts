import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { makeDocument } from "../../core/billing/documents/billing-document.ts";
import { LINES, someSource } from "../../core/billing/documents/document.fixture.ts";
import { documentHtml } from "../../core/billing/documents/document-html.ts";
import { documentText } from "../../core/billing/documents/document-text.ts";
import { documentUbl } from "../../core/billing/documents/document-ubl.ts";
import { documentPdf } from "./document-pdf.ts";

const digestOf = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
/** Several pages. */
const lines = Array.from({ length: 10 }, () => LINES).flat();
const document = makeDocument(someSource({ lines }));

// A change of these bytes changes documents that customers have: it needs another version of DocumentFacts.
test.each([
  ["en", "html", "7c11dbf5c4bbfc60d73e1904876bb3c311bc652505dc48096447cefdeb1dc136"],
  ["de", "html", "7815dd6bb2c6beb717ae6a2582e3ca97f6e371bb4b5c12fe1e121541214b7561"],
  ["fr", "html", "20f46b6d5ef27a3e485461508545c4478bad4414b78c70c2a3ff4c423e0ee760"],
  ["en", "ubl", "d190158a802cec55aa6292e68704501949361ef69d1569204cbf5cf2e993b4e9"],
  ["de", "pdf", "5d3af73390e53f888376dcfe9d730056dd391d6e516ef9ac1f173b2751ad8858"],
] as const)("a document in %s as %s has the bytes that it always had", async (language, format, sha256) => {
  const text = documentText(document, language);
  const made = {
    html: () => documentHtml(text),
    ubl: () => documentUbl(document, language),
    pdf: () => documentPdf(text, document.issued),
  };
  expect(digestOf(await made[format]())).toBe(sha256);
});
