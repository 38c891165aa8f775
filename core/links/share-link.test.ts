import { describe, expect, test } from "vitest";
import { isLinkToken, linkStanding, newLinkToken, passwordFault } from "./share-link.ts";

test("tokens carry 256 random bits", () => {
  const tokens = Array.from({ length: 20 }, newLinkToken);
  expect(new Set(tokens).size).toBe(20);
  expect(tokens.every(isLinkToken)).toBe(true);
  expect(Buffer.from(tokens[0] ?? "", "base64url")).toHaveLength(32);
});

describe("a password", () => {
  test.each(["12345678", "a".repeat(72), "é".repeat(36), "🙂".repeat(8), "        "])(
    "%s is taken",
    (password) => {
      expect(passwordFault(password)).toBeUndefined();
    },
  );

  test.each([
    ["1234567", "at least 8 characters"],
    ["🙂🙂🙂🙂", "at least 8 characters"],
    ["a".repeat(73), "at most 72 bytes"],
    ["é".repeat(37), "at most 72 bytes"],
    ["abcd\0efgh", "NUL"],
    ["abcdefg\ud800", "well-formed"],
  ])("%s must have %s", (password, fault) => {
    expect(passwordFault(password)).toContain(fault);
  });
});

test("a link is revoked before it is expired, and expires at its very instant", () => {
  expect(linkStanding({ revokedAtMs: undefined, expiresAtMs: 100 }, 99)).toBe("live");
  expect(linkStanding({ revokedAtMs: undefined, expiresAtMs: 100 }, 100)).toBe("expired");
  expect(linkStanding({ revokedAtMs: 50, expiresAtMs: 100 }, 200)).toBe("revoked");
});
