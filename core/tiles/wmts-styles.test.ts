import { expect, test } from "vitest";
import { profileOfStyle, wmtsStyles } from "./wmts-styles.ts";

test("styles have identifiers that need no escape, the default one first, and lead back to their profiles", () => {
  const names = ["NDVI", "Colour infrared", "colour  infrared", "Höhe", "default", "森"];
  const styles = wmtsStyles(names, (identifier) => `/legend.png?style=${identifier}`);
  expect(styles.map(({ identifier }) => identifier)).toEqual([
    "default",
    "NDVI",
    "Colour-infrared",
    "colour-infrared",
    "Ho-he",
  ]);
  expect(profileOfStyle("Colour-infrared", names)).toBe("Colour infrared");
  expect(profileOfStyle("森", names)).toBe("森");
  expect(["", "default", undefined].map((style) => profileOfStyle(style, names))).toEqual(["", "", ""]);
  expect(profileOfStyle("none", names)).toBeUndefined();
});
