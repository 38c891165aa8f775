/** A random text of 256 bits, as state, nonce and verifiers of PKCE are (RFC 7636 section 4.1). */
export function randomProof(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/**
 * The S256 challenge of a verifier (RFC 7636 section 4.2); undefined where the page came without HTTPS, for
 * browsers hash nothing there.
 */
export async function challengeOf(verifier: string): Promise<string | undefined> {
  if (!isSecureContext) return undefined;
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))));
}

function base64url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
