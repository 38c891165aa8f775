import {
  decodeCallerReference,
  encodeCallerReference,
  referenceTo,
} from "../../core/access/caller-reference.ts";
import { ProblemError } from "../../core/errors.ts";
import { encodeSignedId, type SignedId } from "../../core/signed-id.ts";
import type { SessionPrincipal } from "../../identity/session-directory.ts";
import type { UploadRow } from "../../storage/catalog/uploads.ts";
import type { Deps } from "../deps.ts";
import { admitTicket } from "../operations/admit-ticket.ts";
import { findCaller } from "../operations/find-caller.ts";
import { findResources } from "../operations/resources.ts";
import { requireOpen } from "./open-upload.ts";

/** What the caller who asked for the URL must still be allowed to do. */
const UPLOADER = { upload: { kind: "upload", role: "editor", field: "upload_id" } } as const;

/** Makes a ticket that admits one file of an upload, as long as the caller who asked for it may act. */
export function encodeUploadTicket(
  signed: SignedId,
  caller: SessionPrincipal,
  fileName: string,
  secret: string,
): string {
  const reference = encodeCallerReference(referenceTo(caller));
  return `${encodeSignedId(signed, useOf(reference, fileName), secret)}.${reference}`;
}

/**
 * The open upload that a ticket admits a file to. Throws a ProblemError when the ticket has expired, its
 * caller may upload no longer, or the upload is over.
 */
export async function admitUpload(
  deps: Pick<Deps, "config" | "clock" | "database" | "apiKeys" | "sessions">,
  ticket: string,
  fileName: string,
): Promise<UploadRow> {
  const [signed = "", reference = ""] = ticket.split(".");
  const id = admitTicket(deps, signed, useOf(reference, fileName), "upload");
  const caller = await findCaller(deps, decodeCallerReference(reference));
  if (caller === undefined || !caller.scopes.has("uploads:write")) {
    throw new ProblemError("forbidden", "The key or session that asked for this URL has ended; ask anew.");
  }
  const { upload } = await findResources(deps.database, caller, UPLOADER, { upload_id: id });
  return requireOpen(upload as UploadRow | undefined);
}

function useOf(reference: string, fileName: string) {
  return { purpose: "upload", detail: `${reference}/${fileName}` } as const;
}
