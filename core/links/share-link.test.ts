import { expect, test } from "vitest";
import { isLinkToken, linkStanding, newLinkToken } from "./share-link.ts";

test("tokens carry 256 random bits", () => {
  const tokens = Array.from({ length: 20 }, newLinkToken);
  expect(new Set(tokens).size).toBe(20);
  expect(tokens.every(isLinkToken)).toBe(true);
  expect(Buffer.from(tokens[0] ?? "", "base64url")).toHaveLength(32);
});

test("a link is revoked before it is expired, and expires at its very instant", () => {
  expect(linkStanding({ revokedAtMs: undefined, expiresAtMs: 100 }, 99)).toBe("live");
  expect(linkStanding({ revokedAtMs: undefined, expiresAtMs: 100 }, 100)).toBe("expired");
  expect(linkStanding({ revokedAtMs: 50, expiresAtMs: 100 }, 200)).toBe("revoked");
});
