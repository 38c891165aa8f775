import type { SecurityEvent } from "../../storage/accounts/security-events.ts";
import type { Deps } from "../deps.ts";
import type { Identified } from "./identified.ts";

/** A sign-in or a grant of tokens for the security log. */
interface SignIn extends Pick<SecurityEvent, "kind" | "outcome" | "clientAddress"> {
  /** Left out for unknown callers: typed names may be anything, passwords included. */
  readonly who?: Pick<Identified, "organizationId" | "holder"> | undefined;
  readonly subject?: SecurityEvent["subject"];
}

/** Notes who signed in, or tried to. */
export function noteSignIn(
  { securityLog }: Pick<Deps, "securityLog">,
  { who, subject = {}, ...event }: SignIn,
): void {
  const holder = who?.holder;
  const principal =
    holder === undefined
      ? { principalType: null, principalId: null }
      : "userId" in holder
        ? { principalType: "user", principalId: holder.userId }
        : { principalType: "api_key", principalId: holder.apiKeyId };
  securityLog.note({ organizationId: who?.organizationId ?? null, subject, ...principal, ...event });
}
