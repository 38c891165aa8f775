import { expect, test } from "vitest";
import type { RasterInfo } from "../rasters/raster-info.ts";
import { suggestBandNames } from "./suggest-band-names.ts";

type Band = RasterInfo["bands"][number];

function band(p2: number, p98: number, more: Partial<Band> = {}): Band {
  return {
    dataType: "UInt16",
    colorInterpretation: "Undefined",
    description: null,
    nodata: null,
    scale: 1,
    offset: 0,
    hasPalette: false,
    statistics: { min: 0, max: 10_000, p2, p98 },
    ...more,
  };
}

const none = [null, null, null, null];

test.each<[string, Band[], (number | null)[], string[], string]>([
  [
    "their descriptions",
    [band(1, 2, { description: "coastal" }), band(1, 2, { description: " B02 " })],
    none,
    ["coastal", "B02"],
    "descriptions",
  ],
  [
    "their colours, and the only other one is near infrared",
    ["Red", "Green", "Blue", "Undefined", "Alpha"].map((colorInterpretation) =>
      band(1, 2, { colorInterpretation }),
    ),
    none,
    ["red", "green", "blue", "nir", "alpha"],
    "color_interpretation",
  ],
  [
    "brightness: the brightest is near infrared, the haziest of the others blue",
    [band(900, 1_500), band(700, 1_600), band(400, 1_700), band(300, 5_000)],
    none,
    ["blue", "green", "red", "nir"],
    "reflectance_ranking",
  ],
  [
    "brightness, wherever the infrared stands",
    [band(300, 900), band(400, 900), band(700, 900), band(900, 900)],
    [4_000, 800, 700, 600],
    ["nir", "red", "green", "blue"],
    "reflectance_ranking",
  ],
  ["nothing for a lone band", [band(1, 2)], [null], ["gray"], "reflectance_ranking"],
  [
    "numbers where there are too many",
    [1, 2, 3, 4, 5].map((n) => band(n, n)),
    none,
    ["b1", "b2", "b3", "b4", "b5"],
    "reflectance_ranking",
  ],
])("bands are named by %s", (_what, bands, means, names, method) => {
  expect(suggestBandNames(bands, means)).toEqual({ names, method });
});
