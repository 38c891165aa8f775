import { expect, test } from "vitest";
import type { Link } from "../owned.ts";
import { linkMonths } from "./link-month.ts";
import { linksAsCsv } from "./links-as-csv.ts";

const link = {
  id: "1",
  label: '=SUM(1), "x"',
  target_id: "2",
  target_name: "Dyke",
  status: "live",
  access_count: 3,
} as Link;

test("commas, quotes and formulas of a label stay in their cell", () => {
  const [head, row, end] = linksAsCsv([link]).split("\r\n");
  expect(head).toBe(
    "id,label,target_id,target_name,status,created_at,expires_at,access_count,last_accessed_at,tiles_this_month,cost_this_month",
  );
  expect(row).toBe(`1,"'=SUM(1), ""x""",2,Dyke,live,,,3,,,`);
  expect(end).toBe("");
});

test("tiles and cost of the month stand beside their link, prices of two currencies beside each other", () => {
  const used = { start: "", link_id: "1", target_id: null, tile_bytes: 0, link_accesses: 0 };
  const months = linkMonths(
    [
      { ...used, tile_requests: 40, amount: "0.02", currency: "EUR" },
      { ...used, tile_requests: "2", amount: "0.01", currency: "USD" },
    ],
    { t: (key) => key },
  );
  expect(months.get("1")).toMatchObject({ tiles: 42, cost: "0.02 EUR, 0.01 USD" });
  const [, row] = linksAsCsv([link], (id) => months.get(id)).split("\r\n");
  expect(row).toMatch(/,42,"0.02 EUR, 0.01 USD"$/);
});
