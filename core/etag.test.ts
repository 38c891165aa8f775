import { expect, test } from "vitest";
import { etagOf, matchesEtag } from "./etag.ts";

const ETAG = etagOf("a-key_1");

test.each([
  ["the tag itself", '"a-key_1"'],
  ["a weak form of it", 'W/"a-key_1"'],
  ["a list with it", '"other", "a-key_1"'],
  ["a list with a weak form and no blanks", '"other",W/"a-key_1"'],
  ["blanks around it", '  "a-key_1" '],
  ["any tag", "*"],
  ["any tag, with blanks", " * "],
])("%s matches", (_what, header) => {
  expect(matchesEtag(header, ETAG)).toBe(true);
});

test.each([
  ["another tag", '"a-key_2"'],
  ["a tag that contains it", '"a-key_10"'],
  ["the key without quotes", "a-key_1"],
  ["a lower-case weakness mark", 'w/"a-key_1"'],
  ["a list of others", '"x", W/"y"'],
  ["a star in a list", '"x", *'],
  ["nothing", ""],
])("%s does not match", (_what, header) => {
  expect(matchesEtag(header, ETAG)).toBe(false);
});
