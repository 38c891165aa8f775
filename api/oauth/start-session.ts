import { randomBytes } from "node:crypto";
import { secretHash } from "../../core/access/api-key.ts";
import {
  ACCESS_TOKEN_SECONDS,
  grantScopes,
  REFRESH_TOKEN_SECONDS,
  type ScopeRequest,
} from "../../core/access/oauth.ts";
import { insertRefreshToken, insertSession } from "../../storage/accounts/sessions.ts";
import { findUser } from "../../storage/accounts/users.ts";
import type { Deps } from "../deps.ts";
import type { Identified } from "./identified.ts";
import { OAuthError } from "./oauth-error.ts";

/** Starts a session with the scopes that are requested and held; resolves to its id. */
export async function startSession(
  { database, clock }: Pick<Deps, "database" | "clock">,
  identified: Identified,
  clientId: string,
  request: ScopeRequest,
): Promise<string> {
  const scopes = grantScopes(request, identified.scopes);
  if (scopes.length === 0) throw new OAuthError("invalid_scope", "None of the requested scopes is held.");
  return await insertSession(database, {
    organizationId: identified.organizationId,
    holder: identified.holder,
    clientId,
    scopes,
    isOpenid: request.isOpenid,
    createdAt: new Date(clock()),
  });
}

/**
 * The answer of the token endpoint for a session: a new access token and, on request, the next refresh token.
 */
export async function answerTokens(
  deps: Pick<Deps, "database" | "sessions" | "sessionTokens" | "clock">,
  sessionId: string,
  issuer: string,
  withRefreshToken: boolean,
) {
  const { database, sessions, sessionTokens, clock } = deps;
  const found = await sessions.find(sessionId);
  if (found === undefined) throw new OAuthError("invalid_grant", "The session has ended; log in again.");
  const { row, principal } = found;
  const person = row.user_id === null ? undefined : await findUser(database, row.user_id);
  return {
    access_token: await sessionTokens.issueAccess(row, principal, issuer),
    token_type: "Bearer",
    expires_in: ACCESS_TOKEN_SECONDS,
    scope: [...principal.scopes].join(" "),
    ...(withRefreshToken
      ? {
          refresh_token: await issueRefreshToken({ database, clock }, sessionId),
          refresh_expires_in: REFRESH_TOKEN_SECONDS,
        }
      : {}),
    ...(row.is_openid
      ? {
          id_token: await sessionTokens.issueId(
            row,
            principal,
            issuer,
            person && { email: person.email, name: person.name },
          ),
        }
      : {}),
  };
}

async function issueRefreshToken(
  { database, clock }: Pick<Deps, "database" | "clock">,
  sessionId: string,
): Promise<string> {
  const token = `gprt_${randomBytes(32).toString("base64url")}`;
  await insertRefreshToken(database, {
    tokenHash: secretHash(token),
    sessionId,
    expiresAt: new Date(clock() + REFRESH_TOKEN_SECONDS * 1000),
  });
  return token;
}
