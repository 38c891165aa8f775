import { expect, test } from "vitest";
import { MinuteSums } from "./minute-sums.ts";

function sums(kindsMax: number) {
  const written: [string, number][] = [];
  const sum = new MinuteSums<string>({
    write: (event, count) => written.push([event, count]),
    kindsMax,
    blur: () => "several",
    nameOf: (event) => event,
  });
  return { sum, written };
}

test("the first event is written at once, its repeats as one sum when the minute ends", () => {
  const { sum, written } = sums(10);
  for (let time = 0; time < 5; time += 1) sum.add("a");
  sum.add("b");
  expect(written).toEqual([
    ["a", 1],
    ["b", 1],
  ]);
  sum.close();
  expect(written).toEqual([
    ["a", 1],
    ["b", 1],
    ["a", 4],
  ]);
});

test("a minute has a bounded number of rows, and none of its events is lost", () => {
  const { sum, written } = sums(10);
  for (let event = 0; event < 5_000; event += 1) sum.add(`kind ${event}`);
  sum.close();
  expect(written.length).toBeLessThanOrEqual(12);
  expect(written.reduce((total, [, count]) => total + count, 0)).toBe(5_000);
});

test("a new minute begins anew", () => {
  const { sum, written } = sums(10);
  sum.add("a");
  sum.flush();
  sum.add("a");
  sum.close();
  expect(written).toEqual([
    ["a", 1],
    ["a", 1],
  ]);
});
