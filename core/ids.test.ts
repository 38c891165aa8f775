import { parse, validate, version } from "uuid";
import { expect, test } from "vitest";
import { newId } from "./ids.ts";

test("an id is a UUIDv7 of now, and no two are the same", () => {
  const before = Date.now();
  const ids = Array.from({ length: 20_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect([validate(id), version(id)]).toEqual([true, 7]);
    const timeMs = Buffer.from(parse(id)).readUIntBE(0, 6);
    expect(timeMs >= before && timeMs <= Date.now()).toBe(true);
  }
});

test("every digit that may be random is", () => {
  const ids = Array.from({ length: 2_000 }, newId);
  const digitsAt = Array.from("0".repeat(36), (_, at) => new Set(ids.map((id) => id[at])).size);
  expect(digitsAt.slice(14)).toEqual([1, 16, 16, 16, 1, 4, 16, 16, 16, 1, ...Array<number>(12).fill(16)]);
});
