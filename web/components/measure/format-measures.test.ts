import { expect, test } from "vitest";
import { en } from "../../languages/en.ts";
import { wordingOf } from "../../languages/translate.ts";
import { formatArea, formatLength } from "./format-measures.ts";

const words = wordingOf("en", en);

test.each([
  [0, "0 m"],
  [12.345, "12.3 m"],
  [1_234.5, "1.235 km"],
  [5_551_759, "5,552 km"],
])("%d metres are %s", (metres, text) => {
  expect(formatLength(metres, words)).toBe(text);
});

test.each([
  [950, "950 m²"],
  [45_000, "4.5 ha"],
  [12_345_678, "12.35 km²"],
])("%d square metres are %s", (area, text) => {
  expect(formatArea(area, words)).toBe(text);
});
