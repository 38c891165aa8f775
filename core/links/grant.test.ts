import { expect, test } from "vitest";
import { decodeGrant, encodeGrant } from "./grant.ts";
import { randomUUID } from "node:crypto";

const secret = "a secret of at least thirty-two characters";
const grant = {
  linkId: randomUUID(),
  credentialVersion: 3,
  expiresAtSeconds: 4_000_000_000,
  profile: "ndvi é",
};

test("a grant comes back as it was, in URL-safe characters", () => {
  const text = encodeGrant(grant, secret);
  expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(decodeGrant(text, secret)).toEqual(grant);
});

test("a grant with any one character changed, cut or added is none", () => {
  const text = encodeGrant(grant, secret);
  for (let index = 0; index < text.length; index += 1) {
    const other = text[index] === "A" ? "B" : "A";
    expect(decodeGrant(text.slice(0, index) + other + text.slice(index + 1), secret)).toBeUndefined();
    expect(decodeGrant(text.slice(0, index), secret)).toBeUndefined();
  }
  expect(decodeGrant(`${text}A`, secret)).toBeUndefined();
  expect(decodeGrant(`${text}=`, secret)).toBeUndefined();
});

test("another secret opens nothing", () => {
  expect(decodeGrant(encodeGrant(grant, secret), `${secret}!`)).toBeUndefined();
});
