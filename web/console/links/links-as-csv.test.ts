import { expect, test } from "vitest";
import type { Link } from "../owned.ts";
import { linksAsCsv } from "./links-as-csv.ts";

test("commas, quotes and formulas of a label stay in their cell", () => {
  const link = {
    id: "1",
    label: '=SUM(1), "x"',
    target_id: "2",
    target_name: "Dyke",
    status: "live",
    access_count: 3,
  };
  const [head, row, end] = linksAsCsv([link as Link]).split("\r\n");
  expect(head).toBe(
    "id,label,target_id,target_name,status,created_at,expires_at,access_count,last_accessed_at",
  );
  expect(row).toBe(`1,"'=SUM(1), ""x""",2,Dyke,live,,,3,`);
  expect(end).toBe("");
});
