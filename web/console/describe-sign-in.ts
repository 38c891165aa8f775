import type { Failure } from "../client/ask-json.ts";
import type { ReturnFault } from "../client/issuer-sign-in.ts";
import { describeFailure } from "../components/describe-failure.ts";
import type { TextKey, Wording } from "../languages/translate.ts";

/** Why a person has to sign in (again). */
export type SignInFault = "ended" | "insecure" | ReturnFault | Failure;

const TEXTS = {
  ended: "signIn.ended",
  insecure: "signIn.insecure",
  denied: "signIn.issuerDenied",
  mismatch: "signIn.issuerMismatch",
  expired: "signIn.issuerExpired",
  failed: "signIn.issuerFailed",
} as const satisfies Record<Exclude<SignInFault, Failure>, TextKey>;

/** A fault of a sign-in at the external issuer, in words. */
export function describeSignInFault(fault: SignInFault, wording: Wording): string {
  const { t } = wording;
  if (typeof fault === "string") return t(TEXTS[fault]);
  if (fault.problem?.error === "access_denied") return t("signIn.unknownHere");
  if (fault.status === 503) return t("signIn.issuerUnreachable");
  if (fault.status === 400) return t("signIn.issuerExpired");
  return describeFailure(fault, wording).text;
}
