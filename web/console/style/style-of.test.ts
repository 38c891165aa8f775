import { describe, expect, test } from "vitest";
import { firstChoice, OWN_COLOURS, profileOf, valuesOf, type StyleChoice } from "./style-of.ts";

const choice: StyleChoice = {
  ...firstChoice(4),
  bands: ["4", "3", "2"],
  expression: "(b4-b3)/(b4+b3)",
  colorMap: "rdylgn",
};

describe("a choice is a profile", () => {
  test.each([
    [{}, { type: "rgb", config: { bands: [4, 3, 2] } }, "b4"],
    [
      { kind: "band", low: "0", high: "250.5", isReversed: true },
      { type: "singleband", config: { band: 1, colormap: "rdylgn_r", rescale: [0, 250.5] } },
      "b1",
    ],
    [
      { kind: "expression", low: "-1", high: "x" },
      {
        type: "expression",
        config: { expression: "(b4-b3)/(b4+b3)", colormap: "rdylgn", rescale: "auto" },
      },
      "(b4-b3)/(b4+b3)",
    ],
    [
      { kind: "expressions", low: "0", high: "1" },
      { type: "multiband", config: { expressions: ["b1", "b2", "b3"], rescale: [0, 1] } },
      "b1",
    ],
    [
      { kind: "band", algorithm: "contours", interval: "50", background: "#ffffff" },
      {
        type: "singleband",
        config: { band: 1, algorithm: { name: "contours", interval: 50 }, background: "#ffffff" },
      },
      "b1",
    ],
    [
      {
        gamma: "1.2",
        contrast: "5",
        saturation: "1.5",
        nodata: "nan",
        resampling: "cubic",
        isUnscaled: true,
      },
      {
        type: "rgb",
        config: {
          bands: [4, 3, 2],
          gamma: 1.2,
          sigmoidal: { contrast: 5 },
          saturation: 1.5,
          nodata: "nan",
          resampling: "cubic",
          unscale: true,
        },
      },
      "b4",
    ],
  ] as const)("%j", (change, profile, values) => {
    const chosen = { ...choice, ...change };
    expect(profileOf(chosen)).toEqual(profile);
    expect(valuesOf(chosen)).toBe(values);
  });
});

test.each([
  [
    "0: #000000\n10: #ffffff",
    {
      stops: [
        [0, "#000000"],
        [10, "#ffffff"],
      ],
    },
  ],
  [
    "0..5: #000000\n-5..0:#ffffff",
    {
      intervals: [
        [0, 5, "#000000"],
        [-5, 0, "#ffffff"],
      ],
    },
  ],
  ["= 3: #000000\n=4: #ffffff", { classes: { 3: "#000000", 4: "#ffffff" } }],
])("colours of one's own: %j", (ownColours, colormap) => {
  const { config } = profileOf({ ...choice, kind: "band", colorMap: OWN_COLOURS, ownColours });
  expect(config).toMatchObject({ colormap });
});
