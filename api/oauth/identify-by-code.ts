import type { Deps } from "../deps.ts";
import type { Form } from "./form.ts";
import { requireField } from "./form.ts";
import { identifiedUser, type Identified } from "./identified.ts";
import { noteSignIn } from "./note-sign-in.ts";
import { OAuthError } from "./oauth-error.ts";

/** Codes that are exchanged in a minute, each by a call to the issuer: for one network, and for all. */
const EXCHANGES_PER_MINUTE = { each: 30, all: 1_000 };

/** A person that the external issuer signed in, with the ID token that signs out there. */
export interface SignedInElsewhere {
  readonly identified: Identified;
  readonly idToken: string;
}

/** The person behind an authorization code of the external issuer. Every refusal is an OAuthError. */
export async function identifyByCode(
  deps: Pick<Deps, "externalIssuer" | "rateLimiter" | "securityLog">,
  form: Form,
  clientAddress: string,
): Promise<SignedInElsewhere> {
  const [code, verifier, redirectUri, nonce] = [
    requireField(form, "code"),
    requireField(form, "code_verifier"),
    requireField(form, "redirect_uri"),
    requireField(form, "nonce"),
  ];
  await deps.rateLimiter.takeForAddress("code-exchanges", clientAddress, EXCHANGES_PER_MINUTE);
  const exchanged = await deps.externalIssuer?.exchange({ code, verifier, redirectUri, nonce });
  if (exchanged?.user !== undefined) {
    return { identified: identifiedUser(exchanged.user), idToken: exchanged.idToken };
  }
  noteSignIn(deps, { kind: "log_in", outcome: "refused", clientAddress });
  if (exchanged === undefined) {
    throw new OAuthError("invalid_grant", "The identity provider did not accept this code; sign in again.");
  }
  throw new OAuthError("access_denied", "This person is not known here; an administrator adds people.");
}
