import { describe, expect, test } from "vitest";
import { bandOf, rasterOf as raster, type Band } from "../rasters/raster-info.fixture.ts";
import { derivedProfiles } from "./derived-profiles.ts";
import { PROFILE_CONFIGS, profileStyle } from "./profile.ts";

const band = (fields: Partial<Band> = {}) => bandOf({ dataType: "Float32", ...fields });
const named = (...names: string[]) => ({ names, isCategorical: false });
const colours = ["Red", "Green", "Blue"].map((colorInterpretation) => band({ colorInterpretation }));
const described = (...names: string[]) => raster(...names.map((description) => band({ description })));

describe("the derived default profile", () => {
  test.each([
    ["floats", band(), [], "Values"],
    ["floats in metres", band({ unit: "metre" }), [], "Relief"],
    ["whole metres", band({ unit: "m", dataType: "Int16" }), [], "Relief"],
    ["a band of elevations", band({ description: "Elevation" }), [], "Relief"],
    ["a file that is called a DEM", band({ dataType: "Int16" }), ["visual", "n48_dem.tif"], "Relief"],
    ["rain in metres", band({ unit: "m", statistics: { min: 0, max: 1, p2: 0, p98: 0.2 } }), [], "Values"],
    [
      "an index of vegetation",
      band({ statistics: { min: -1, max: 1, p2: 0, p98: 0.8 } }),
      ["NDVI_2024.tif"],
      "Vegetation",
    ],
    [
      "anomalies",
      band({ statistics: { min: -9, max: 4, p2: -5, p98: 3 }, description: "sst anomaly" }),
      [],
      "Differences",
    ],
  ])("of %s suits them", (_what, only, names, expected) => {
    const [first] = derivedProfiles(raster(only), named(...names));
    expect(first).toMatchObject({ name: expected, is_default: true });
  });

  test.each([
    ["a photograph", raster(...colours)],
    ["a palette", raster(band({ hasPalette: true, dataType: "Byte" }))],
    ["one band of whole numbers without a name", raster(band({ dataType: "UInt16" }))],
    [
      "a file whose name only contains such a word",
      raster(band({ dataType: "Int16", description: "academic" })),
    ],
    ["bytes that are called heights", raster(band({ dataType: "Byte", description: "height" }))],
  ])("of %s is the automatic style", (_what, info) => {
    expect(derivedProfiles(info, named("scene.tif"))).toEqual([]);
  });

  test("of land and sea has the coast in the middle of its colours", () => {
    const statistics = { min: -9000, max: 8000, p2: -5000, p98: 2000 };
    const [relief] = derivedProfiles(raster(band({ unit: "m", statistics })), named());
    expect(relief?.config).toMatchObject({ colormap: "oleron", rescale: [-5000, 5000] });
  });

  test("of classes gives each value a colour of its own, and blends none", () => {
    const classes = [1, 2, 7].map((value) => ({ value }));
    const info = raster(band({ dataType: "Byte", classes }));
    const [profile] = derivedProfiles(info, { names: [], isCategorical: true });
    expect(profile).toMatchObject({ name: "Classes", is_default: true });
    const style = profileStyle("singleband", profile?.config, info);
    expect(style.resampling).toBe("nearest");
    const drawn =
      typeof style.color === "object" && style.color.kind === "classes" ? style.color.classes : [];
    expect(drawn.map(([value]) => value)).toEqual([1, 2, 7]);
    expect(new Set(drawn.map(([, color]) => color.join())).size).toBe(3);
  });
});

describe("vegetation", () => {
  test.each([
    ["words", described("blue", "green", "red", "red edge", "nir"), "(b5-b3)/(b5+b3)", [5, 3, 2]],
    ["Sentinel-2", described("B02", "B03", "B04", "B08", "B11"), "(b4-b3)/(b4+b3)", [4, 3, 2]],
    ["Landsat 8", described("SR_B2", "SR_B3", "SR_B4", "SR_B5"), "(b4-b3)/(b4+b3)", [4, 3, 2]],
    ["a camera of four bands", raster(...colours, band()), "(b4-b1)/(b4+b1)", [4, 1, 2]],
  ])("is offered by the band names of %s", (_names, info, expression, bands) => {
    const profiles = derivedProfiles(info, named());
    expect(profiles.map(({ is_default: isDefault }) => isDefault)).toEqual([false, false]);
    expect(profiles[0]?.config).toMatchObject({ expression });
    expect(profiles[1]?.config).toMatchObject({ bands });
    for (const { type, config } of profiles) {
      expect(PROFILE_CONFIGS[type].safeParse(config).success).toBe(true);
      profileStyle(type, config, info);
    }
  });

  test("is not made of a mask beside three colours", () => {
    const mask = band({ statistics: { min: 0, max: 255, p2: 0, p98: 255 } });
    expect(derivedProfiles(raster(...colours, mask), named())).toEqual([]);
  });
});
