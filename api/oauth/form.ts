import type { FastifyInstance, FastifyRequest } from "fastify";
import { requirePlainUtf8 } from "../http/body-text.ts";
import { headerOf } from "../http/request-context.ts";
import { OAuthError } from "./oauth-error.ts";

const FIELD_CHARACTERS_MAX = 10_000;

/** The fields of a form, each once and not empty. */
export type Form = ReadonlyMap<string, string>;

/** More fields than any form of ours has. */
const FIELDS_MAX = 50;

/**
 * Reads forms, as OAuth clients and browsers send them. A repeated field is refused (RFC 6749 section 3.2).
 */
export function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "buffer" },
    (request, body: Buffer, done: (error: Error | null, form?: Form) => void) => {
      try {
        requirePlainUtf8(request, body);
        done(null, parseForm(body.toString()));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

function parseForm(body: string): Form {
  const form = new Map<string, string>();
  const pairs = body.split("&", FIELDS_MAX + 1);
  if (pairs.length > FIELDS_MAX) {
    throw new OAuthError("invalid_request", `The form has more than ${FIELDS_MAX} parameters.`);
  }
  for (const pair of pairs) {
    const [rawName = "", ...rest] = pair.split("=");
    const [name, value] = [decodeField(rawName), decodeField(rest.join("="))];
    if (value === "") continue;
    if (form.has(name) || value.length > FIELD_CHARACTERS_MAX || value.includes("\0")) {
      throw new OAuthError("invalid_request", "A parameter is repeated, too long or malformed.");
    }
    form.set(name, value);
  }
  return form;
}

function decodeField(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new OAuthError("invalid_request", "A parameter is not well-formed UTF-8.");
  }
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
