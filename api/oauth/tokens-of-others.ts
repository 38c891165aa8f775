import { isApiKey, secretHash } from "../../core/access/api-key.ts";
import {
  findRefreshToken,
  findSessionOfRefreshToken,
  revokeSession,
} from "../../storage/accounts/sessions.ts";
import type { Deps } from "../deps.ts";
import type { SessionPrincipal } from "../../identity/session-directory.ts";

type TokenDeps = Pick<Deps, "database" | "apiKeys" | "sessions" | "sessionTokens" | "clock">;

const INACTIVE = { active: false } as const;

/** Describes a token (RFC 7662) to a caller of the same organization; for any other caller it is inactive. */
export async function introspect(deps: TokenDeps, token: string, organizationId: string) {
  const found = await describe(deps, token);
  if (found === undefined || found.principal.organizationId !== organizationId) return INACTIVE;
  const { principal, claims } = found;
  return { active: true, ...describePrincipal(principal), ...claims };
}

/** The claims that describe a principal, the same for a key and for a session. */
export function describePrincipal(principal: SessionPrincipal) {
  return {
    sub: principal.id,
    geopera_principal_type: principal.type,
    geopera_principal_id: principal.id,
    geopera_org_id: principal.organizationId,
    scope: [...principal.scopes].join(" "),
  };
}

async function describe(
  deps: TokenDeps,
  token: string,
): Promise<{ principal: SessionPrincipal; claims: Record<string, unknown> } | undefined> {
  const { database, apiKeys, sessions, sessionTokens, clock } = deps;
  if (isApiKey(token)) {
    const principal = await apiKeys.find(token);
    return principal && { principal, claims: { token_type: "api_key" } };
  }
  if (token.includes(".")) {
    const accepted = await sessionTokens.accept(token);
    return (
      accepted && { principal: accepted.principal, claims: { token_type: "Bearer", ...accepted.claims } }
    );
  }
  const refresh = await findRefreshToken(database, secretHash(token), new Date(clock()));
  const session = refresh && (await sessions.find(refresh.session_id));
  if (refresh === undefined || session === undefined) return undefined;
  return {
    principal: session.principal,
    claims: {
      token_type: "refresh_token",
      client_id: session.row.client_id,
      exp: Math.floor(refresh.expires_at.getTime() / 1000),
    },
  };
}

/**
 * Ends the session of an access or refresh token (RFC 7009). Holding the token is authorization enough; an
 * unknown one is no error.
 */
export async function revokeToken(deps: TokenDeps, token: string): Promise<void> {
  const sessionId = token.includes(".")
    ? (await deps.sessionTokens.accept(token))?.principal.sessionId
    : await findSessionOfRefreshToken(deps.database, secretHash(token));
  if (sessionId !== undefined) await endSession(deps, sessionId);
}

/** Ends a session, in this process at once and in all others within a second. */
export async function endSession(
  { database, sessions }: Pick<Deps, "database" | "sessions">,
  sessionId: string,
): Promise<void> {
  await revokeSession(database, sessionId);
  sessions.forgetAll();
}
