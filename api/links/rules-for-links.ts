import { InputError } from "../../core/errors.ts";
import { linkEndFault, linkOriginsFault, type LinkRules } from "../../core/links/link-rules.ts";

/** The end and the origins that a link is to have. */
interface LinkTerms {
  readonly expiresAt: Date;
  readonly allowedOrigins: readonly string[];
}

/** Throws an InputError that names the field when the rules of the organization forbid a link's terms. */
export function requireLinkRules(rules: LinkRules, terms: LinkTerms, nowMs: number): void {
  const end = linkEndFault(rules, terms.expiresAt, nowMs);
  if (end !== undefined) throw InputError.at("expires_at", end);
  const origins = linkOriginsFault(rules, terms.allowedOrigins);
  if (origins !== undefined) throw InputError.at("allowed_origins", origins);
}
