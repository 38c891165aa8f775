import { describe, expect, test } from "vitest";
import { defaultLinkEnd, linkEndFault, linkOriginsFault, type LinkRules } from "./link-rules.ts";

const NONE: LinkRules = {
  link_lifetime_max_days: null,
  link_lifetime_default_days: null,
  link_password_min_length: null,
  link_allowed_origins: [],
};
const DAY_MS = 86_400_000;

test("without rules a link may end in the year 9999, and needs an end", () => {
  expect(linkEndFault(NONE, new Date("9999-12-31T00:00:00Z"), 0)).toBeUndefined();
  expect(defaultLinkEnd(NONE, 0)).toBeUndefined();
  expect(linkOriginsFault(NONE, [])).toBeUndefined();
});

describe("with a longest lifetime of 30 days", () => {
  const rules = { ...NONE, link_lifetime_max_days: 30 };

  test.each([
    [29, undefined],
    [30, undefined],
    [31, "within 30 days"],
  ])("an end in %s days is refused: %s", (days, fault) => {
    const found = linkEndFault(rules, new Date(days * DAY_MS), 0);
    if (fault === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(fault);
  });

  test("a link without an end gets the default, or else the longest", () => {
    expect(defaultLinkEnd(rules, 0)).toEqual(new Date(30 * DAY_MS));
    expect(defaultLinkEnd({ ...rules, link_lifetime_default_days: 7 }, 0)).toEqual(new Date(7 * DAY_MS));
  });
});

test("with allowed origins a link names some of them, and none is not some", () => {
  const rules = { ...NONE, link_allowed_origins: ["https://a.example.org", "https://b.example.org"] };
  expect(linkOriginsFault(rules, ["https://b.example.org"])).toBeUndefined();
  expect(linkOriginsFault(rules, [])).toContain("https://a.example.org");
  expect(linkOriginsFault(rules, ["https://c.example.org"])).toContain("https://b.example.org");
});
