import { describe, expect, test } from "vitest";
import { drawingOf, profileOf, valuesOf, type StyleChoice } from "./style-of.ts";

const choice: StyleChoice = {
  kind: "rgb",
  bands: ["4", "3", "2"],
  band: "1",
  expression: "(b4-b3)/(b4+b3)",
  colorMap: "rdylgn",
  low: "",
  high: "",
};

describe("a style that is not saved is drawn as its profile", () => {
  test.each([
    [{}, { bands: "4,3,2" }, { type: "rgb", config: { bands: [4, 3, 2] } }, "b4"],
    [
      { kind: "band", low: "0", high: "250.5" },
      { bands: "1", colormap: "rdylgn", rescale: "0,250.5" },
      { type: "singleband", config: { band: 1, colormap: "rdylgn", rescale: [0, 250.5] } },
      "b1",
    ],
    [
      { kind: "expression", low: "-1", high: "x" },
      { expression: "(b4-b3)/(b4+b3)", colormap: "rdylgn" },
      { type: "expression", config: { expression: "(b4-b3)/(b4+b3)", colormap: "rdylgn" } },
      "(b4-b3)/(b4+b3)",
    ],
  ] as const)("%j", (change, drawing, profile, values) => {
    const chosen = { ...choice, ...change };
    expect(drawingOf(chosen)).toEqual(drawing);
    expect(profileOf(chosen)).toEqual(profile);
    expect(valuesOf(chosen)).toBe(values);
  });
});
