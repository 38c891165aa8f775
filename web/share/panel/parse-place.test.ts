import { expect, test } from "vitest";
import { parsePlace } from "./parse-place.ts";

test.each([
  ["48.14, 11.58", { lat: 48.14, lng: 11.58 }],
  ["48.14 11.58", { lat: 48.14, lng: 11.58 }],
  ["48,14; 11,58", { lat: 48.14, lng: 11.58 }],
  ["-33.4,-70.1", { lat: -33.4, lng: -70.1 }],
  ["33.4° S, 70.1° W", { lat: -33.4, lng: -70.1 }],
  [" 1 N 2 E ", { lat: 1, lng: 2 }],
])("%s is a place", (text, place) => {
  expect(parsePlace(text)).toEqual(place);
});

test.each(["", "48.14", "a, b", "91, 0", "0, 181", "1, 2, 3", "10 N, 20 O"])("%s is none", (text) => {
  expect(parsePlace(text)).toBeUndefined();
});
