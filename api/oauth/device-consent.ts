import { decodeSignedId, encodeSignedId } from "../../core/signed-id.ts";
import type { DeviceAuthorizationRow } from "../../storage/accounts/device-authorizations.ts";
import { findUser } from "../../storage/accounts/users.ts";
import type { Deps } from "../deps.ts";
import { identifiedKey, identifiedUser, type Identified } from "./identified.ts";

/** How long a person may look at the rights before deciding. */
const DECIDE_SECONDS = 300;

type TicketDeps = Pick<Deps, "database" | "apiKeys" | "config" | "clock">;

/** Proof that a person has signed in to decide about one device; it works for five minutes. */
export function consentTicket(
  { config, clock }: TicketDeps,
  device: DeviceAuthorizationRow,
  { holder }: Identified,
): string {
  const kind = "userId" in holder ? "user" : "key";
  const id = "userId" in holder ? holder.userId : holder.apiKeyId;
  const expiresAtSeconds = Math.floor(clock() / 1000) + DECIDE_SECONDS;
  const use = { purpose: "device-consent", detail: `${kind} ${device.user_code}` } as const;
  return `${kind}.${encodeSignedId({ id, expiresAtSeconds }, use, config.GRANT_SECRET)}`;
}

/**
 * The holder of a ticket with the rights of this moment; undefined when the ticket or the rights have ended.
 */
export async function holderOfTicket(
  { database, apiKeys, config, clock }: TicketDeps,
  device: DeviceAuthorizationRow,
  ticket: string,
): Promise<Identified | undefined> {
  const [kind = "", signed = ""] = ticket.split(".");
  const use = { purpose: "device-consent", detail: `${kind} ${device.user_code}` } as const;
  const found = decodeSignedId(signed, use, config.GRANT_SECRET);
  if (found === undefined || found.expiresAtSeconds * 1000 <= clock()) return undefined;
  if (kind === "user") {
    const user = await findUser(database, found.id);
    return user && identifiedUser(user);
  }
  const key = await apiKeys.findById(found.id);
  return key && identifiedKey(key);
}
