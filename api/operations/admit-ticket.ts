import { ProblemError } from "../../core/errors.ts";
import { decodeSignedId, type SignedFor } from "../../core/signed-id.ts";
import type { Deps } from "../deps.ts";

/**
 * Admits a caller by the signed ticket in a URL, which authorizes by itself; returns the id in the ticket.
 */
export function admitTicket(
  { config, clock }: Pick<Deps, "config" | "clock">,
  ticket: string,
  use: SignedFor,
  what: "download" | "upload",
): string {
  const signed = decodeSignedId(ticket, use, config.GRANT_SECRET);
  if (signed === undefined) throw new ProblemError("not_found", `No such ${what}; ask for another URL.`);
  if (signed.expiresAtSeconds * 1000 <= clock()) {
    throw new ProblemError("forbidden", "This URL has expired; ask for another one.");
  }
  return signed.id;
}
