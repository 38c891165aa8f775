import { expect, test } from "vitest";
import { TAGS_MAX, tagsFault } from "./tags.ts";

test("keys and values as people write them", () => {
  expect(
    tagsFault({ "cost-center": "4711", Größe: "groß", "team:owner": "Ann & Bob", empty: "" }),
  ).toBeUndefined();
});

test.each([
  [{ "": "x" }],
  [{ " a": "x" }],
  [{ "a ": "x" }],
  [{ "a\nb": "x" }],
  [{ ["k".repeat(129)]: "x" }],
  [{ key: "v".repeat(257) }],
  [{ key: "two\nlines" }],
  [{ key: "\ud800" }],
])("what cannot be a tag is named", (tags) => {
  expect(tagsFault(tags)?.key).toBe(Object.keys(tags)[0]);
});

test("a thing has a bounded number of tags", () => {
  const tags = Object.fromEntries(Array.from({ length: TAGS_MAX + 1 }, (_, index) => [`key${index}`, "x"]));
  expect(tagsFault(tags)?.message).toContain("at most");
});
