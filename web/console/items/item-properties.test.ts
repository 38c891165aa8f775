import { expect, test } from "vitest";
import { propertiesOf, rowsOf } from "./item-properties.ts";

test("properties that are not touched keep their JSON types", () => {
  const properties = {
    platform: "12",
    orbit: 12,
    isRaw: false,
    tags: ["a"],
    nested: { deep: null },
    none: null,
  };
  expect(propertiesOf(rowsOf(properties))).toEqual({ properties });
});

test("each row that cannot be saved says why", () => {
  const rows = [
    { key: " ", kind: "text", text: "x" },
    { key: "a", kind: "number", text: "12 m" },
    { key: "a ", kind: "text", text: "" },
    { key: "b", kind: "boolean", text: "yes" },
    { key: "c", kind: "json", text: "[1" },
    { key: "d", kind: "text", text: "" },
  ] as const;
  expect(propertiesOf(rows)).toEqual({
    faults: new Map([
      [0, "key"],
      [1, "number"],
      [2, "twice"],
      [3, "boolean"],
      [4, "json"],
    ]),
  });
});
