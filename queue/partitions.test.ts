import { expect, test } from "vitest";
import { newId } from "../infra/new-id.ts";
import { partitionOf, partitionPrefixes } from "./partitions.ts";

test("one partition has the keys that there were before", () => {
  expect(partitionPrefixes("{geopera}", 1)).toEqual(["{geopera}"]);
});

test("each partition has a hash tag of its own", () => {
  expect(partitionPrefixes("{geopera}", 3)).toEqual(["{geopera}", "{geopera:1}", "{geopera:2}"]);
});

test("organizations spread evenly", () => {
  const counts = [0, 0, 0, 0, 0];
  for (let index = 0; index < 10_000; index += 1) counts[partitionOf(newId(), 5)]! += 1;
  for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(250);
});

test("an organization has the same partition in every version", () => {
  expect(partitionOf("0199a6c0-0000-7000-8000-000000000001", 1)).toBe(0);
  expect(partitionOf("0199a6c0-0000-7000-8000-000000000001", 7)).toBe(6);
});
