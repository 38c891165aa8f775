import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { DOCUMENT_FORMATS, type DocumentFormat } from "../../core/billing/documents/party.ts";
import { findNoteSource, findStatementSource } from "../../storage/billing/statement-documents.ts";
import type { Deps } from "../deps.ts";
import { rateLimitHeaders } from "../http/rate-limit-headers.ts";
import { headerOf } from "../http/request-context.ts";
import { sendBinary } from "../http/send-binary.ts";
import { admit } from "../operations/admit.ts";
import type { ResourceRules } from "../operations/resources.ts";
import { answerDocument, documentInput } from "./answer-document.ts";

interface DocumentRequest {
  readonly Params: { readonly file: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

const KINDS = {
  statements: { kind: "billing_statement", find: findStatementSource },
  adjustments: { kind: "billing_adjustment", find: findNoteSource },
} as const;

const query = z.object({ language: documentInput.language });

/**
 * Serves documents by GET with a bearer: `/v1/billing/statements/{id}.pdf`, `.html` or `.xml`, and the same
 * of adjustments.
 */
export function serveDocuments(app: FastifyInstance, deps: Deps): void {
  for (const [name, { kind, find }] of Object.entries(KINDS)) {
    const resources: ResourceRules = { owned: { kind, role: "viewer", field: "id" } };
    const rules = { scope: "billing:read", bearer: "required", resources } as const;
    app.get<DocumentRequest>(`/v1/billing/${name}/:file`, async (request, reply) => {
      const { id, format } = parseFile(request.params.file);
      await admit(deps, rules, {
        credentials: credentialsOf(request),
        readInput: () => ({ id }),
        onRateLimit: rateLimitHeaders(reply),
      });
      const { data } = query.safeParse(request.query);
      if (data === undefined) throw InputError.at("language", "must be en, de or fr");
      const source = await find(deps.database, id);
      if (source === undefined) throw new ProblemError("conflict", "The month is not closed yet.");
      return sendBinary(reply, await answerDocument(source, { format, ...data }, deps.documents.print));
    });
  }
}

function credentialsOf(request: FastifyRequest<DocumentRequest>) {
  return { authorization: headerOf(request, "authorization"), apiKey: headerOf(request, "x-api-key") };
}

function parseFile(file: string): { id: string; format: DocumentFormat } {
  const [id = "", extension] = file.split(".");
  const format = Object.entries(DOCUMENT_FORMATS).find(([, each]) => each.extension === extension)?.[0];
  if (format === undefined) throw new ProblemError("not_found", "A document ends in .pdf, .html or .xml.");
  return { id, format: format as DocumentFormat };
}
