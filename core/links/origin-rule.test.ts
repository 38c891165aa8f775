import { expect, test } from "vitest";
import { isSiteAllowed, parseOrigin } from "./origin-rule.ts";

const OWN = "https://share.example.org";
const allowed = ["https://maps.example.org"];
const from = (origin?: string, relation?: string) => ({ origin, relation });

test("without a list every page may", () => {
  expect(isSiteAllowed([], from("https://elsewhere.org", "cross-site"), OWN)).toBe(true);
});

test("with a list only its pages, our own, and programs may", () => {
  expect(isSiteAllowed(allowed, from("https://maps.example.org"), OWN)).toBe(true);
  expect(isSiteAllowed(allowed, from(OWN), OWN)).toBe(true);
  expect(isSiteAllowed(allowed, from(undefined, "same-origin"), OWN)).toBe(true);
  expect(isSiteAllowed(allowed, from(), OWN)).toBe(true);
  expect(isSiteAllowed(allowed, from("https://elsewhere.org"), OWN)).toBe(false);
  expect(isSiteAllowed(allowed, from("null", "cross-site"), OWN)).toBe(false);
  expect(isSiteAllowed(allowed, from(undefined, "cross-site"), OWN)).toBe(false);
});

test("an origin is scheme, host and port, nothing more", () => {
  expect(parseOrigin("https://Maps.example.org")).toBe("https://maps.example.org");
  expect(parseOrigin("http://localhost:3000")).toBe("http://localhost:3000");
  for (const text of ["https://a.org/", "https://a.org/x", "a.org", "file:///x", "*", "null"]) {
    expect(parseOrigin(text)).toBeUndefined();
  }
});
