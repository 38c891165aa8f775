import { expect, test } from "vitest";
import { ALL_ITEMS, daysOf, queryOf, tilesWith } from "./shown-items.ts";

test("an address names the items that it shows, and nothing for all of them", () => {
  const tiles = ["https://example.org/{z}/{x}/{y}@2x.auto"] as const;
  expect(tilesWith({ tiles }, ALL_ITEMS)).toEqual(tiles);
  expect(tilesWith({ tiles }, { hidden: ["a", "b"] })).toEqual([`${tiles[0]}?hidden_items=a%2Cb`]);
  expect(new URLSearchParams(queryOf({ hidden: [], day: "2026-05-01" })).get("datetime")).toBe(
    "2026-05-01T00:00:00Z/2026-05-01T23:59:59.999Z",
  );
});

test("days of items are listed once, in order; items without a time have none", () => {
  const item = (datetime: string | null) => ({ id: "1", datetime });
  const items = [item("2026-06-02T10:00:00.000Z"), item(null), item("2026-05-01T00:00:00.000Z")];
  expect(daysOf([...items, ...items])).toEqual(["2026-05-01", "2026-06-02"]);
});
