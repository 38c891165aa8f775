import type { FastifyRequest } from "fastify";
import { secretHash } from "../../core/access/api-key.ts";
import { matchesChallenge, parseScopeRequest, type ScopeRequest } from "../../core/access/oauth.ts";
import { findDevice, redeemDevice, touchDevice } from "../../storage/accounts/device-authorizations.ts";
import {
  findSession,
  findSessionOfRefreshToken,
  revokeSession,
  useRefreshToken,
} from "../../storage/accounts/sessions.ts";
import type { Deps } from "../deps.ts";
import { clientOf, formOf, requireField, type Form } from "./form.ts";
import { identifyByCode } from "./identify-by-code.ts";
import { CHANGE_PASSWORD, identifyByKey, identifyByPassword } from "./identify.ts";
import { noteSignIn } from "./note-sign-in.ts";
import { OAuthError } from "./oauth-error.ts";
import { answerTokens, startSession } from "./start-session.ts";

type GrantDeps = Pick<
  Deps,
  | "database"
  | "apiKeys"
  | "passwords"
  | "throttle"
  | "pace"
  | "sessions"
  | "sessionTokens"
  | "config"
  | "clock"
  | "securityLog"
  | "externalIssuer"
  | "rateLimiter"
>;

interface TokenRequest {
  readonly form: Form;
  readonly client: { readonly id: string | undefined; readonly secret: string | undefined };
  readonly clientAddress: string;
  readonly issuer: string;
}

type TokenAnswer = Awaited<ReturnType<typeof answerTokens>> & { readonly issuer_id_token?: string };

type Grant = (deps: GrantDeps, request: TokenRequest) => Promise<TokenAnswer>;

/** The grants of the token endpoint by `grant_type`. */
const GRANTS = {
  client_credentials: grantForKey,
  password: grantForPassword,
  authorization_code: grantForCode,
  refresh_token: grantForRefreshToken,
  "urn:ietf:params:oauth:grant-type:device_code": grantForDevice,
} as const satisfies Record<string, Grant>;

/**
 * The grant types on offer. With an external issuer, passwords kept here are not accepted; its codes are,
 * where the console is its client.
 */
export function grantTypes({ OIDC_ISSUER, OIDC_CLIENT_ID }: GrantDeps["config"]): string[] {
  const isOff: Readonly<Record<string, boolean>> = {
    password: OIDC_ISSUER !== undefined,
    authorization_code: OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined,
  };
  return Object.keys(GRANTS).filter((name) => isOff[name] !== true);
}

/** Answers a request for tokens. */
export async function grantTokens(deps: GrantDeps, request: FastifyRequest, issuer: string) {
  const form = formOf(request);
  const type = requireField(form, "grant_type");
  if (!grantTypes(deps.config).includes(type)) {
    throw new OAuthError("unsupported_grant_type", `The grant type ${type.slice(0, 100)} is not supported.`);
  }
  const grant: Grant = GRANTS[type as keyof typeof GRANTS];
  return await grant(deps, { form, client: clientOf(request), clientAddress: request.ip, issuer });
}

/**
 * The API key is the client's secret. RFC 6749 advises against a refresh token here, so only `offline_access`
 * brings one.
 */
async function grantForKey(deps: GrantDeps, { form, client, clientAddress, issuer }: TokenRequest) {
  const identified = client.secret === undefined ? undefined : await identifyByKey(deps, client.secret);
  if (identified === undefined) {
    noteSignIn(deps, { kind: "token", outcome: "refused", clientAddress });
    throw new OAuthError("invalid_client", "Send a valid API key as client_secret.");
  }
  noteSignIn(deps, { kind: "token", outcome: "allowed", who: identified, clientAddress });
  const scope = scopeOf(form);
  const sessionId = await startSession(deps, identified, client.id ?? "geopera", scope);
  return await answerTokens(deps, sessionId, issuer, scope.isOffline);
}

async function grantForPassword(deps: GrantDeps, { form, client, clientAddress, issuer }: TokenRequest) {
  const email = requireField(form, "username");
  const identified = await identifyByPassword(deps, email, requireField(form, "password"), clientAddress);
  if (identified === undefined) throw new OAuthError("invalid_grant", "No user with this name and password.");
  if (identified.mustChangePassword === true) throw new OAuthError("invalid_grant", CHANGE_PASSWORD);
  noteSignIn(deps, { kind: "log_in", outcome: "allowed", who: identified, clientAddress });
  const sessionId = await startSession(deps, identified, client.id ?? "geopera", scopeOf(form));
  return await answerTokens(deps, sessionId, issuer, true);
}

/**
 * A code of the external issuer becomes a session of this service. The ID token is for signing out there.
 */
async function grantForCode(deps: GrantDeps, { form, client, clientAddress, issuer }: TokenRequest) {
  const scope = scopeOf(form);
  const { identified, idToken } = await identifyByCode(deps, form, clientAddress);
  noteSignIn(deps, { kind: "log_in", outcome: "allowed", who: identified, clientAddress });
  const sessionId = await startSession(deps, identified, client.id ?? "geopera", scope);
  return { ...(await answerTokens(deps, sessionId, issuer, true)), issuer_id_token: idToken };
}

/**
 * A refresh token works once. A second use means that two parties hold it and one is a thief, so the whole
 * session ends.
 */
async function grantForRefreshToken(deps: GrantDeps, { form, client, clientAddress, issuer }: TokenRequest) {
  const { database, sessions, clock } = deps;
  const token = requireField(form, "refresh_token");
  await requireSameClient(deps, token, client.id);
  const use = await useRefreshToken(database, secretHash(token), new Date(clock()));
  if (use.kind === "used") return await answerTokens(deps, use.sessionId, issuer, true);
  if (use.kind === "reused") {
    await revokeSession(database, use.sessionId);
    sessions.forgetAll();
    const subject = { reason: "reused", session_id: use.sessionId };
    noteSignIn(deps, { kind: "token", outcome: "refused", subject, clientAddress });
  }
  throw new OAuthError("invalid_grant", UNUSABLE);
}

const UNUSABLE = "The refresh token is unknown, used or expired; log in again.";

/** A refresh token belongs to the client that it was issued to (RFC 6749 section 6). */
async function requireSameClient(
  { database }: Pick<GrantDeps, "database">,
  token: string,
  clientId: string | undefined,
): Promise<void> {
  const sessionId = await findSessionOfRefreshToken(database, secretHash(token));
  const session = sessionId === undefined ? undefined : await findSession(database, sessionId);
  if (session !== undefined && session.client_id === (clientId ?? "geopera")) return;
  throw new OAuthError("invalid_grant", UNUSABLE);
}

async function grantForDevice(deps: GrantDeps, { form, client, issuer }: TokenRequest) {
  const { database, clock } = deps;
  const codeHash = secretHash(requireField(form, "device_code"));
  const device = await findDevice(database, codeHash);
  if (device === undefined || device.client_id !== (client.id ?? "geopera")) {
    throw new OAuthError("invalid_grant", "No such device code for this client.");
  }
  if (device.outcome === "redeemed") {
    throw new OAuthError("invalid_grant", "This device code has been used; start again.");
  }
  const now = new Date(clock());
  if (device.expires_at <= now) throw new OAuthError("expired_token", "The device code has expired.");
  if (device.outcome === "denied") throw new OAuthError("access_denied", "The log-in was refused.");
  const isTooSoon =
    device.last_polled_at !== null &&
    now.getTime() - device.last_polled_at.getTime() < device.interval_seconds * 1000;
  if (device.outcome === "pending") {
    await touchDevice(database, codeHash, now, device.interval_seconds + (isTooSoon ? 5 : 0));
    if (isTooSoon) throw new OAuthError("slow_down", "Poll less often.");
    throw new OAuthError("authorization_pending", "The code has not been confirmed yet.");
  }
  const challenge = device.code_challenge;
  if (challenge !== null && !matchesChallenge(form.get("code_verifier"), challenge)) {
    throw new OAuthError("invalid_grant", "The code_verifier does not match the code_challenge.");
  }
  const sessionId = await redeemDevice(database, codeHash);
  if (sessionId === undefined) throw new OAuthError("invalid_grant", "This device code has been used.");
  return await answerTokens(deps, sessionId, issuer, true);
}

/** Reads the `scope` of a form. */
export function scopeOf(form: Form): ScopeRequest {
  const request = parseScopeRequest(form.get("scope"));
  if (request === undefined) throw new OAuthError("invalid_scope", "A scope is not known.");
  return request;
}
