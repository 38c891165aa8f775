import type { FastifyInstance, FastifyRequest } from "fastify";
import { headerOf } from "../http/request-context.ts";
import { OAuthError } from "./oauth-error.ts";

const FIELD_CHARACTERS_MAX = 10_000;

/** The fields of a form, each once and not empty. */
export type Form = ReadonlyMap<string, string>;

/**
 * Reads forms, as OAuth clients and browsers send them. A repeated field is refused (RFC 6749 section 3.2).
 */
export function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body: string, done: (error: Error | null, form?: Form) => void) => {
      const form = new Map<string, string>();
      for (const [name, value] of new URLSearchParams(body)) {
        if (value === "") continue;
        if (form.has(name) || value.length > FIELD_CHARACTERS_MAX || value.includes("\0")) {
          return done(new OAuthError("invalid_request", "A parameter is repeated, too long or malformed."));
        }
        form.set(name, value);
      }
      return done(null, form);
    },
  );
}

/** The form of a request; a request without one has no fields. */
export function formOf(request: FastifyRequest): Form {
  return request.body instanceof Map ? (request.body as Form) : new Map<string, string>();
}

/** A required field. */
export function requireField(form: Form, name: string): string {
  const value = form.get(name);
  if (value === undefined) throw new OAuthError("invalid_request", `The parameter ${name} is missing.`);
  return value;
}

/** Client id and secret, from HTTP basic authentication or from the form (RFC 6749 section 2.3.1). */
export function clientOf(request: FastifyRequest): { id: string | undefined; secret: string | undefined } {
  const form = formOf(request);
  const [, encoded] = /^Basic +([\w+/=-]+)$/i.exec(headerOf(request, "authorization") ?? "") ?? [];
  if (encoded === undefined) return { id: form.get("client_id"), secret: form.get("client_secret") };
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return { id: decodePart(text.slice(0, colon)), secret: decodePart(text.slice(colon + 1)) };
}

function decodePart(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " ")) || undefined;
  } catch {
    throw new OAuthError("invalid_client", "The client's credentials are malformed.");
  }
}
