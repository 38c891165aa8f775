import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { IdMaker, isId } from "./ids.ts";

const randomHex = (digits: number) => randomBytes(digits / 2).toString("hex");

function makeIds(count: number, now: () => number = Date.now): string[] {
  const maker = new IdMaker(now, randomHex);
  return Array.from({ length: count }, () => maker.next());
}

test("an id is a UUIDv7 of its time, and no two are the same", () => {
  let nowMs = 1_795_824_000_000;
  const ids = makeIds(20_000, () => (nowMs += 1));
  expect(new Set(ids).size).toBe(ids.length);
  for (const [index, id] of ids.entries()) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(1_795_824_000_001 + index);
  }
});

test("ids sort by time of creation", () => {
  let nowMs = 0;
  const ids = makeIds(100, () => (nowMs += 4_321_000_000));
  expect(ids.toSorted()).toEqual(ids);
});

test("every digit that may be random is", () => {
  const ids = makeIds(2_000);
  const digitsAt = Array.from("0".repeat(36), (_, at) => new Set(ids.map((id) => id[at])).size);
  expect(digitsAt.slice(14)).toEqual([1, 16, 16, 16, 1, 4, 16, 16, 16, 1, ...Array<number>(12).fill(16)]);
});

test.each([
  ["01a2211c-730c-7cee-83b2-d70ba6c278f7", true],
  ["01A2211C-730C-4CEE-83B2-D70BA6C278F7", true],
  ["00000000-0000-0000-0000-000000000000", true],
  ["ffffffff-ffff-ffff-ffff-ffffffffffff", true],
  ["01a2211c-730c-0cee-83b2-d70ba6c278f7", false],
  ["01a2211c-730c-7cee-c3b2-d70ba6c278f7", false],
  ["01a2211c730c7cee83b2d70ba6c278f7", false],
  ["{01a2211c-730c-7cee-83b2-d70ba6c278f7}", false],
  ["01a2211c-730c-7cee-83b2-d70ba6c278f7\n", false],
  ["", false],
])("%j has the form of an id: %j", (text, expected) => {
  expect(isId(text)).toBe(expected);
});
