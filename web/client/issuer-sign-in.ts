import { askJson, type Failure } from "./ask-json.ts";
import { KeptInTab } from "./kept-in-tab.ts";
import { challengeOf, randomProof } from "./random-proof.ts";
import type { IssuerCode } from "./sign-in.ts";

const ISSUER = "realms/public/external-issuer";
const PENDING = new KeptInTab("console-sign-in");

/** A sign-in that takes longer begins again. */
const PENDING_MS = 15 * 60_000;

/** The external issuer, as the service describes it. */
interface Issuer {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly end_session_endpoint?: string;
  readonly client_id: string;
  readonly scope: string;
}

/** What a tab remembers while its person is at the issuer. */
interface Pending {
  readonly issuer: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The view to go on with. */
  readonly view: string;
  readonly startedAt: number;
}

/** Why a return from the issuer signs no one in, before anything was asked of the service. */
export type ReturnFault = "denied" | "mismatch" | "expired" | "failed";

/** The console's address, which the issuer knows and returns to. */
function redirectUri(base: URL): string {
  return new URL("console/", base).href;
}

/** Goes to the issuer, to come back with a code; resolves only when that is not possible. */
export async function goToIssuer(base: URL): Promise<Failure | "insecure"> {
  const verifier = randomProof();
  const challenge = await challengeOf(verifier);
  if (challenge === undefined) return "insecure";
  const answer = await askJson<Issuer>(new URL(ISSUER, base));
  if (!answer.ok) return answer;
  const { issuer, authorization_endpoint, client_id, scope } = answer.value;
  const [state, nonce] = [randomProof(), randomProof()];
  const pending: Pending = { issuer, state, nonce, verifier, view: location.hash, startedAt: Date.now() };
  PENDING.write(JSON.stringify(pending));
  const address = withFields(authorization_endpoint, {
    response_type: "code",
    client_id,
    redirect_uri: redirectUri(base),
    scope,
    state,
    nonce,
    code_challenge: challenge,
    code_challenge_method: "S256",
  });
  location.assign(address);
  return await new Promise(() => {});
}

/**
 * Reads what the issuer returned with, if it did, and removes it from address and history. Only the tab that
 * went there accepts it, once.
 */
export function takeReturn(base: URL): IssuerCode | ReturnFault | undefined {
  const fields = new URLSearchParams(location.search);
  const [code, error, state] = [fields.get("code"), fields.get("error"), fields.get("state")];
  if (state === null || (code === null && error === null)) return undefined;
  const pending = takePending();
  history.replaceState(null, "", `${location.pathname}${pending?.view ?? ""}`);
  if (pending === undefined || pending.state !== state) return "mismatch";
  if ((fields.get("iss") ?? pending.issuer) !== pending.issuer) return "mismatch";
  if (Date.now() - pending.startedAt > PENDING_MS) return "expired";
  if (code === null) return error === "access_denied" ? "denied" : "failed";
  return { code, verifier: pending.verifier, nonce: pending.nonce, redirectUri: redirectUri(base) };
}

/** The address that ends the issuer's session too; undefined where it has none. */
export async function endOfIssuerSession(base: URL, idToken: string): Promise<string | undefined> {
  const answer = await askJson<Issuer>(new URL(ISSUER, base));
  if (!answer.ok || answer.value.end_session_endpoint === undefined) return undefined;
  return withFields(answer.value.end_session_endpoint, {
    id_token_hint: idToken,
    client_id: answer.value.client_id,
    post_logout_redirect_uri: redirectUri(base),
  });
}

function takePending(): Pending | undefined {
  const text = PENDING.read();
  PENDING.write(undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Pending);
}

function withFields(address: string, fields: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return url.href;
}
