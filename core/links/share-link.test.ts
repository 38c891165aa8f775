import { expect, test } from "vitest";
import { isLinkToken, linkStanding, newLinkToken } from "./share-link.ts";

test("tokens carry 256 random bits", () => {
  const tokens = Array.from({ length: 20 }, newLinkToken);
  expect(new Set(tokens).size).toBe(20);
  expect(tokens.every(isLinkToken)).toBe(true);
  expect(Buffer.from(tokens[0] ?? "", "base64url")).toHaveLength(32);
});

test("a link is revoked before it is expired, expires at its very instant, and is paused while it is open", () => {
  const standing = (revoked: boolean, paused: boolean, nowMs: number) =>
    linkStanding(
      {
        revoked_at: revoked ? new Date(50) : null,
        paused_at: paused ? new Date(50) : null,
        expires_at: new Date(100),
      },
      nowMs,
    );
  expect(standing(false, false, 99)).toBe("live");
  expect(standing(false, false, 100)).toBe("expired");
  expect(standing(true, true, 200)).toBe("revoked");
  expect(standing(false, true, 99)).toBe("paused");
  expect(standing(false, true, 100)).toBe("expired");
});
