import { z } from "zod";
import { makeDocument, type DocumentSource } from "../../core/billing/documents/billing-document.ts";
import { documentHtml } from "../../core/billing/documents/document-html.ts";
import { documentText, type DocumentText } from "../../core/billing/documents/document-text.ts";
import { documentUbl } from "../../core/billing/documents/document-ubl.ts";
import {
  DOCUMENT_FORMATS,
  DOCUMENT_LANGUAGES,
  type DocumentFormat,
  type DocumentLanguage,
} from "../../core/billing/documents/party.ts";
import { ublFaults } from "../../core/billing/documents/ubl-faults.ts";
import { ProblemError } from "../../core/errors.ts";
import type { BinaryAnswer } from "../operations/call.ts";

/** What documents come as. */
export const DOCUMENT_MEDIA_TYPES = Object.values(DOCUMENT_FORMATS).map(({ contentType }) => contentType);

/** What a document is asked for as. */
export const documentInput = {
  format: z.enum(Object.keys(DOCUMENT_FORMATS) as [DocumentFormat, ...DocumentFormat[]]).default("pdf"),
  /** By default that of the customer, else English. */
  language: z.enum(DOCUMENT_LANGUAGES).optional(),
};

/** Writes a PDF file; see {@link import("./document-printer.ts").DocumentPrinter}. */
type Print = (text: DocumentText, issued: string) => Promise<Uint8Array>;

/** Writes a document. Throws a ProblemError for an e-invoice of which something was not set in time. */
export async function answerDocument(
  source: DocumentSource,
  asked: { readonly format: DocumentFormat; readonly language?: DocumentLanguage | undefined },
  print: Print,
): Promise<BinaryAnswer> {
  const document = makeDocument(source);
  const { format, language = document.buyer.language ?? "en" } = asked;
  if (format === "ubl") {
    const faults = ublFaults(document);
    if (faults.length > 0) {
      throw new ProblemError(
        "conflict",
        `When ${document.number} was issued, this was missing for an e-invoice: ${faults.join("; ")}. Set it with billing.settings.update (seller) and billing.parties.set before the next issue.`,
      );
    }
  }
  const body = await bytesOf();
  const { contentType, extension } = DOCUMENT_FORMATS[format];
  const name = `${document.number.replaceAll(/[^A-Za-z0-9_-]/g, "-")}-${language}.${extension}`;
  return {
    status: 200,
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${name}"`,
      "content-length": String(body.length),
      "cache-control": "private, no-store",
    },
    body,
  };

  async function bytesOf(): Promise<Buffer> {
    if (format === "ubl") return Buffer.from(documentUbl(document, language));
    const text = documentText(document, language);
    return format === "html"
      ? Buffer.from(documentHtml(text))
      : Buffer.from(await print(text, document.issued));
  }
}
