import { ProblemError } from "../../core/errors.ts";
import type { Principal } from "../../core/access.ts";
import type { Deps } from "../deps.ts";

/** The authentication headers of a request. */
export interface Credentials {
  readonly authorization: string | undefined;
  readonly apiKey: string | undefined;
}

/**
 * Who calls: undefined without credentials, a ProblemError `unauthenticated` for credentials that are not accepted. `Authorization` wins over
 * `X-API-Key`.
 */
export async function authenticate(
  { apiKeys }: Pick<Deps, "apiKeys">,
  credentials: Credentials,
): Promise<Principal | undefined> {
  const token = bearerToken(credentials.authorization) ?? credentials.apiKey;
  if (token === undefined) return undefined;
  const principal = await apiKeys.find(token);
  if (principal === undefined)
    throw unauthenticated("The API key is not valid: unknown, revoked or expired.");
  return principal;
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
