import { describe, expect, test } from "vitest";
import { bandOf, rasterOf as raster, type Band } from "../rasters/raster-info.fixture.ts";
import { legendOf } from "./legend.ts";
import { profileStyle } from "./profile.ts";

const band = (scale: number, offset: number, fields: Partial<Band> = {}) =>
  bandOf({ dataType: "Int16", colorInterpretation: "Gray", scale, offset, ...fields });
const KELVIN = raster(band(0.01, -273.15, { unit: "degC", description: "temperature" }));

describe("unscale", () => {
  test("draws one band by its real values, and stretches and explains it in them", () => {
    const style = profileStyle("singleband", { unscale: true, colormap: "viridis" }, KELVIN);
    expect(style).toMatchObject({ bands: [1], expressions: ["((b1*0.01)+(-273.15))"] });
    expect(style.rescale[0]?.map((end) => Math.round(end * 100))).toEqual([-27_215, -24_315]);
    expect(legendOf(KELVIN, style)).toMatchObject({ kind: "ramp", unit: "degC", title: "temperature" });
  });

  test("takes ranges, classes and expressions in real values", () => {
    const ranged = profileStyle("singleband", { unscale: true, rescale: [-10, 30] }, KELVIN);
    expect(ranged.rescale).toEqual([[-10, 30]]);
    const calculated = profileStyle("expression", { unscale: true, expression: "b1 > 0" }, KELVIN);
    expect(calculated.expressions).toEqual(["(((b1*0.01)+(-273.15))>0)"]);
    const three = { unscale: true, expressions: ["b1", "b2", "b1+b2"], rescale: [0, 1] };
    const style = profileStyle("multiband", three, raster(band(2, 0), band(1, 5)));
    expect(style.expressions).toEqual(["(b1*2)", "(b2+5)", "((b1*2)+(b2+5))"]);
  });

  test("draws three bands by their real values", () => {
    const bands = [band(0.1, 0), band(0.1, 0), band(-0.1, 0)];
    const style = profileStyle("rgb", { unscale: true, bands: [3, 2, 1] }, raster(...bands));
    expect(style).toMatchObject({ bands: [1, 2, 3], expressions: ["(b3*(-0.1))", "(b2*0.1)", "(b1*0.1)"] });
    expect(style.rescale).toEqual([
      [-300, -10],
      [10, 300],
      [10, 300],
    ]);
  });

  test.each([
    ["bands without scale and offset", {}, raster(band(1, 0))],
    ["a palette", {}, raster(band(2, 0, { hasPalette: true }))],
    ["heights, which are always real", { algorithm: { name: "slope" } }, raster(band(2, 0))],
  ])("changes nothing of %s", (_name, config, info) => {
    expect(profileStyle("singleband", { ...config, unscale: true }, info)).toEqual(
      profileStyle("singleband", config, info),
    );
  });

  test("an expression that is too long with all scales is refused", () => {
    const expression = Array.from({ length: 140 }, () => "b1").join("+");
    const draw = (unscale: boolean) => profileStyle("expression", { expression, unscale }, KELVIN);
    expect(() => draw(false)).not.toThrow();
    expect(() => draw(true)).toThrow("too many parts");
  });
});
