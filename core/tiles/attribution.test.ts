import { expect, test } from "vitest";
import { attributionHtml } from "./attribution.ts";

test("an attribution names every owner once, in order", () => {
  expect(attributionHtml(["© ESA", null, " © ESA ", "© IGN", undefined, ""])).toBe("© ESA | © IGN");
  expect(attributionHtml([null, " "])).toBeUndefined();
});

test("what an owner wrote is text of the page that shows it, never its elements", () => {
  expect(attributionHtml(['<img src=x onerror="steal()">'])).toBe(
    "&lt;img src=x onerror=&quot;steal()&quot;&gt;",
  );
});

test("more than twenty attributions say so", () => {
  const texts = Array.from({ length: 23 }, (_, index) => `Owner ${index}`);
  expect(attributionHtml(texts)).toMatch(/Owner 19 \| and 3 more$/);
});
