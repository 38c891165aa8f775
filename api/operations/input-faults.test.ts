import { expect, test } from "vitest";
import { z } from "zod";
import { faultText } from "../../core/fault-text.ts";
import { inputFaults } from "./input-faults.ts";

const schema = z.strictObject({ numbers: z.array(z.number()), name: z.string() });

function faultsOf(body: unknown) {
  const { error } = schema.safeParse(body, { error: faultText });
  if (error === undefined) throw new Error("the body has no fault");
  return inputFaults(error, body);
}

test("names every field, unknown ones and missing ones included", () => {
  expect(faultsOf({ numbers: [1, "2"], colour: "red" })).toEqual([
    { loc: ["body", "numbers", 1], msg: "must be a number", type: "type_error" },
    { loc: ["body", "name"], msg: "is required", type: "missing" },
    { loc: ["body", "colour"], msg: "is not known here", type: "extra_forbidden" },
  ]);
});

test("a choice that is not made is missing, like every other field", () => {
  const chosen = z.strictObject({
    kind: z.enum(["item", "collection"]),
    size: z.union([z.int(), z.string()]),
  });
  const { error } = chosen.safeParse({}, { error: faultText });
  expect(error && inputFaults(error, {})).toEqual([
    { loc: ["body", "kind"], msg: "is required", type: "missing" },
    { loc: ["body", "size"], msg: "is required", type: "missing" },
  ]);
});

test("an answer holds twenty faults and short keys, however much was sent", () => {
  const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`k${at}`, 1]));
  expect(faultsOf({ numbers: Array(500).fill("x"), ...many })).toHaveLength(20);
  expect(faultsOf({ numbers: [], name: "x", ...many })).toHaveLength(20);
  const [fault] = faultsOf({ numbers: [], name: "x", ["k".repeat(10_000)]: 1 });
  expect(fault?.loc[1]).toHaveLength(100);
});
