import { expect, test } from "vitest";
import { planSigningKeys } from "./signing-key-plan.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const first = { kid: "first", signsFromMs: 0 };

test("the first key signs at once", () => {
  expect(planSigningKeys([], 5)).toEqual({ signing: undefined, createFromMs: 5, remove: [] });
});

test("a young key signs and nothing else happens", () => {
  expect(planSigningKeys([first], DAY)).toEqual({ signing: "first", createFromMs: undefined, remove: [] });
});

test("before a key has signed for thirty days its successor is published, an hour before it signs", () => {
  expect(planSigningKeys([first], 30 * DAY - HOUR).createFromMs).toBe(30 * DAY);
  const both = [first, { kid: "second", signsFromMs: 30 * DAY }];
  expect(planSigningKeys(both, 30 * DAY - 1)).toEqual({
    signing: "first",
    createFromMs: undefined,
    remove: [],
  });
  expect(planSigningKeys(both, 30 * DAY)).toEqual({ signing: "second", createFromMs: undefined, remove: [] });
});

test("a key is removed when its last token has long expired", () => {
  const both = [first, { kid: "second", signsFromMs: 30 * DAY }];
  expect(planSigningKeys(both, 30 * DAY + HOUR - 1).remove).toEqual([]);
  expect(planSigningKeys(both, 30 * DAY + HOUR).remove).toEqual(["first"]);
});
