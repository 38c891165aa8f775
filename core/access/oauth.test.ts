import { expect, test } from "vitest";
import {
  grantScopes,
  matchesChallenge,
  newUserCode,
  parseScopeRequest,
  parseUserCode,
  userScopes,
} from "./oauth.ts";

test("a session has the requested scopes that its principal holds, and all of those when none is requested", () => {
  const held = new Set(["items:read", "shares:read"] as const);
  const asked = (text?: string) =>
    parseScopeRequest(text) ?? { scopes: [], isOpenid: false, isOffline: false };
  expect(grantScopes(asked("openid"), held)).toEqual(["shares:read", "items:read"]);
  expect(grantScopes(asked("items:read items:write"), held)).toEqual(["items:read"]);
  expect(asked("openid offline_access")).toMatchObject({ isOpenid: true, isOffline: true });
  expect(parseScopeRequest("items:read root")).toBeUndefined();
});

test("only administrators reach keys, money and the audit log", () => {
  expect(userScopes(true)).toContain("audit:read");
  expect(userScopes(false)).not.toContain("audit:read");
  expect(userScopes(false)).toContain("shares:write");
});

test("PKCE: the example of RFC 7636 appendix B", () => {
  const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  expect(matchesChallenge(verifier, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")).toBe(true);
  expect(matchesChallenge(`${verifier}x`, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")).toBe(false);
  expect(matchesChallenge(undefined, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")).toBe(false);
});

test("a user code may be typed in any case, with or without its dash", () => {
  const code = newUserCode();
  expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
  expect(parseUserCode(code.toLowerCase().replace("-", " "))).toBe(code);
  expect(parseUserCode("short")).toBeUndefined();
});
