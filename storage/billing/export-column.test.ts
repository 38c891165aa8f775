import { expect, test } from "vitest";
import { columnsOfVersion, defineColumns, latestVersion } from "./export-column.ts";

const columns = defineColumns([
  ["id", "text", "line.id", "Always there."],
  ["target", "text", "line.target", "Renamed.", "null", { until: 1, name: "item" }],
  ["colour", "text", "line.colour", "Came later.", "free", { since: 3 }],
]);
const namesOf = (version: number) => columnsOfVersion(columns, version).map(({ name }) => name);

test("each version has the columns of its time, under the names of its time", () => {
  expect(namesOf(1)).toEqual(["id", "item"]);
  expect(namesOf(2)).toEqual(["id", "target"]);
  expect(namesOf(3)).toEqual(["id", "target", "colour"]);
});

test("the version to close months with is that of the latest change", () => {
  expect(latestVersion(columns)).toBe(3);
  expect(latestVersion(columns.slice(0, 2))).toBe(2);
  expect(latestVersion(columns.slice(0, 1))).toBe(1);
});
