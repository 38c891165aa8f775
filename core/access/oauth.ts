import { createHash, randomInt } from "node:crypto";
import { isScope, SCOPES, type Scope } from "./access.ts";

/** Seconds an access token works. */
export const ACCESS_TOKEN_SECONDS = 300;

/** Seconds a refresh token may be used once. */
export const REFRESH_TOKEN_SECONDS = 1_800;

/** The scopes that a client requests in `scope`. */
export interface ScopeRequest {
  /** Undefined when none is named, which means all that the principal holds. */
  readonly scopes: readonly Scope[] | undefined;
  readonly isOpenid: boolean;
  readonly isOffline: boolean;
}

/** Scopes of OpenID Connect: they change what the answer contains, not what it allows. */
const PROTOCOL_SCOPES = new Set(["openid", "profile", "email", "offline_access"]);

/** Reads a `scope` parameter; undefined when it names a scope that does not exist. */
export function parseScopeRequest(text: string | undefined): ScopeRequest | undefined {
  const names = (text ?? "").split(" ").filter((name) => name !== "");
  const scopes = names.filter((name) => !PROTOCOL_SCOPES.has(name));
  if (!scopes.every(isScope)) return undefined;
  return {
    scopes: scopes.length === 0 ? undefined : scopes,
    isOpenid: names.includes("openid"),
    isOffline: names.includes("offline_access"),
  };
}

/** The scopes of a session: those that are requested and held. */
export function grantScopes(request: ScopeRequest, held: ReadonlySet<Scope>): Scope[] {
  const requested = request.scopes ?? SCOPES;
  return SCOPES.filter((scope) => held.has(scope) && requested.includes(scope));
}

/** Scopes of users that only administrators of the organization have. */
const ADMIN_SCOPES: ReadonlySet<Scope> = new Set([
  "api_keys:read",
  "api_keys:write",
  "usage:read",
  "usage:write",
  "billing:read",
  "billing:write",
  "audit:read",
  "organizations:write",
  "admin:read",
  "admin:write",
]);

/** The scopes of a user; what they reach is decided by the user's role in each project. */
export function userScopes(isOrganizationAdmin: boolean): Scope[] {
  return SCOPES.filter((scope) => isOrganizationAdmin || !ADMIN_SCOPES.has(scope));
}

/** Whether a verifier matches an S256 challenge (RFC 7636 section 4.6). */
export function matchesChallenge(verifier: string | undefined, challenge: string): boolean {
  if (verifier === undefined || !/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false;
  return createHash("sha256").update(verifier).digest("base64url") === challenge;
}

/** Consonants only, so that no code spells a word and none is mistaken for another (RFC 8628 section 6.1). */
const USER_CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

/** A new user code, such as `WDJB-MJHT`. */
export function newUserCode(): string {
  const letters = Array.from({ length: 8 }, () => USER_CODE_LETTERS[randomInt(USER_CODE_LETTERS.length)]);
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}

/** A typed user code in its original form; undefined when the text is none. */
export function parseUserCode(text: string): string | undefined {
  const letters = text.toUpperCase().replace(/[^A-Z]/g, "");
  return letters.length === 8 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : undefined;
}
