import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { WeightedSlots } from "./weighted-slots.ts";

/** Lets so many pieces of work of each lane queue for one slot; the lanes in the order in which they ran. */
async function order(lanes: readonly (readonly [name: string, weight: number, pieces: number])[]) {
  const slots = new WeightedSlots(1);
  const ran: string[] = [];
  await slots.run(
    "first",
    () => 1,
    async () => {
      for (const [name, weight, pieces] of lanes) {
        for (let index = 0; index < pieces; index += 1) {
          void slots.run(
            name,
            () => weight,
            async () => void ran.push(name),
          );
        }
      }
      await turn();
    },
  );
  const total = lanes.reduce((sum, [, , pieces]) => sum + pieces, 0);
  await expect.poll(() => ran.length).toBe(total);
  return ran;
}

const countOf = (ran: readonly string[], name: string) => ran.filter((each) => each === name).length;

test("lanes of equal weight take turns, however much one has waiting", async () => {
  const ran = await order([
    ["a", 1, 100],
    ["b", 1, 10],
  ]);
  expect(countOf(ran.slice(0, 20), "b")).toBeGreaterThanOrEqual(9);
});

test("a lane gets as much as its weight says", async () => {
  const ran = await order([
    ["nine", 9, 90],
    ["one", 1, 90],
  ]);
  expect(countOf(ran.slice(0, 100), "one")).toBeGreaterThanOrEqual(9);
  expect(countOf(ran.slice(0, 100), "one")).toBeLessThanOrEqual(11);
});

test("a failed piece of work gives its slot back", async () => {
  const slots = new WeightedSlots(1);
  const fail = slots.run(
    "a",
    () => 1,
    async () => {
      throw new Error("broken");
    },
  );
  await expect(fail).rejects.toThrow("broken");
  expect(
    await slots.run(
      "a",
      () => 1,
      async () => "ran",
    ),
  ).toBe("ran");
});
