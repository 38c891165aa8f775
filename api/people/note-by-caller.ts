import type { Principal } from "../../core/access/access.ts";
import type { SecurityEvent } from "../../storage/accounts/security-events.ts";
import type { Deps } from "../deps.ts";

/** Notes in the security log what a caller of an operation did. */
export function noteByCaller(
  { securityLog }: Pick<Deps, "securityLog">,
  { principal, clientAddress }: { readonly principal: Principal; readonly clientAddress: string },
  { kind, subject }: Pick<SecurityEvent, "kind" | "subject">,
): void {
  securityLog.note({
    kind,
    outcome: "allowed",
    organizationId: principal.organizationId,
    principalType: principal.type,
    principalId: principal.id,
    subject,
    clientAddress,
  });
}
