import { expect, test } from "vitest";
import { requestIds } from "./request-ids.ts";

test("ids are random: none repeats, and neighbours share no beginning", () => {
  const newId = requestIds();
  const ids = Array.from({ length: 2_000 }, newId);
  expect(new Set(ids).size).toBe(2_000);
  for (const id of ids) expect(id).toMatch(/^[\w-]{16}$/);
  expect(new Set(ids.map((id) => id.slice(0, 6))).size).toBe(2_000);
});
