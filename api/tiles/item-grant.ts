import {
  decodeCallerReference,
  encodeCallerReference,
  referenceTo,
} from "../../core/access/caller-reference.ts";
import { ProblemError } from "../../core/errors.ts";
import { decodeSignedId, encodeSignedId } from "../../core/signed-id.ts";
import type { SessionPrincipal } from "../../identity/session-directory.ts";
import type { Deps } from "../deps.ts";
import { findCaller } from "../operations/find-caller.ts";

/** What a grant opens of its item: who may see tiles by an address may not have the file by it. */
export type GrantUse = "item-tiles" | "item-files";

/** A grant for one item: it stands for its caller in URLs until its end. */
export function encodeItemGrant(
  use: GrantUse,
  itemId: string,
  caller: SessionPrincipal,
  expiresAtSeconds: number,
  secret: string,
): string {
  const reference = encodeCallerReference(referenceTo(caller));
  const signed = encodeSignedId({ id: itemId, expiresAtSeconds }, useOf(use, reference), secret);
  return `${signed}.${reference}`;
}

/**
 * The caller that a grant for an item stands for, with the rights of this moment. Throws a ProblemError
 * `unauthenticated` when the grant is for another item, has expired, or its caller may act no more.
 */
export async function callerOfItemGrant(
  deps: Pick<Deps, "config" | "clock" | "apiKeys" | "sessions" | "database">,
  use: GrantUse,
  grant: string,
  itemId: string,
): Promise<SessionPrincipal> {
  const [signed = "", reference = ""] = grant.split(".");
  const found = decodeSignedId(signed, useOf(use, reference), deps.config.GRANT_SECRET);
  const isOver = found === undefined || found.expiresAtSeconds * 1000 <= deps.clock();
  const caller =
    isOver || found.id !== itemId ? undefined : await findCaller(deps, decodeCallerReference(reference));
  if (caller !== undefined) return caller;
  throw new ProblemError("unauthenticated", "This grant is not valid or has ended; ask for a new address.");
}

function useOf(use: GrantUse, reference: string) {
  return { purpose: use, detail: reference } as const;
}
