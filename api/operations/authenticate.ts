import { ProblemError } from "../../core/errors.ts";
import { isApiKey } from "../../core/access/api-key.ts";
import type { Deps } from "../deps.ts";
import type { SessionPrincipal } from "../../identity/session-directory.ts";

/** The authentication headers of a request. */
export interface Credentials {
  readonly authorization: string | undefined;
  readonly apiKey: string | undefined;
  /** The caller of a signed grant in the URL, where no header names another one. */
  readonly granted?: SessionPrincipal | undefined;
}

/**
 * Authenticates the caller. Returns undefined without credentials, and throws a ProblemError
 * `unauthenticated` when credentials are not accepted. `Authorization` takes precedence over `X-API-Key`.
 */
export async function authenticate(
  { apiKeys, sessionTokens }: Pick<Deps, "apiKeys" | "sessionTokens">,
  credentials: Credentials,
): Promise<SessionPrincipal | undefined> {
  const token = bearerToken(credentials.authorization) ?? credentials.apiKey;
  if (token === undefined) return credentials.granted;
  if (isJwt(token)) {
    const accepted = await sessionTokens.accept(token);
    if (accepted === undefined) throw unauthenticated("The session token is not valid: expired or ended.");
    return accepted.principal;
  }
  const principal = isApiKey(token) ? await apiKeys.find(token) : undefined;
  if (principal === undefined)
    throw unauthenticated("The API key is not valid: unknown, revoked or expired.");
  return principal;
}

/** Three parts of base64url; an API key has no dot. */
function isJwt(token: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
}

function bearerToken(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (token === undefined) throw unauthenticated("Send 'Authorization: Bearer <token>'.");
  return token;
}

function unauthenticated(detail: string): ProblemError {
  return new ProblemError("unauthenticated", detail);
}
