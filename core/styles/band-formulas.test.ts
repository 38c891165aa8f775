import { describe, expect, test } from "vitest";
import type { RasterInfo } from "../rasters/raster-info.ts";
import { bindFormula, BUILT_IN_FORMULAS, builtInFormula, requiredBands } from "./band-formulas.ts";
import { colorMapStops } from "./color-maps.ts";
import { commonBandOf, commonBands } from "./common-bands.ts";
import { formatExpression } from "./expression.ts";
import { visualizationsFor } from "./visualizations.ts";

function raster(
  names: readonly (string | null)[],
  colors: readonly string[] = [],
): Pick<RasterInfo, "bands"> {
  const plain = {
    dataType: "UInt16",
    nodata: null,
    scale: 1,
    offset: 0,
    hasPalette: false,
    statistics: null,
  };
  return {
    bands: names.map((description, index) => ({
      ...plain,
      description,
      colorInterpretation: colors[index] ?? "Undefined",
    })),
  };
}

describe("built-in formulas", () => {
  test("can be read, have a colour map, a range and names of their own", () => {
    const names = BUILT_IN_FORMULAS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, formula, colormap, value_range: range } of BUILT_IN_FORMULAS) {
      expect(requiredBands(formula).map(commonBandOf), name).not.toContain(undefined);
      expect(colorMapStops(colormap), name).toBeDefined();
      expect(range[0], name).toBeLessThan(range[1]);
    }
  });

  test.each([
    ["Sentinel-2", ["B02", "B03", "B04", "B08", "B8A"], "((b4-b3)/(b4+b3))"],
    ["Landsat 9", ["SR_B2", "SR_B3", "SR_B4", "SR_B5"], "((b4-b3)/(b4+b3))"],
    ["words", ["Near infrared", "Red"], "((b1-b2)/(b1+b2))"],
    ["spellings", ["red_edge", "RED", "NIR-1"], "((b3-b2)/(b3+b2))"],
  ])("find their bands by %s", (_name, names, expected) => {
    expect(formatExpression(bindFormula(builtInFormula("NDVI")!.formula, raster(names)))).toBe(expected);
  });

  test("find their bands by colours, and say which are missing", () => {
    const camera = raster([null, null, null], ["Red", "Green", "Blue"]);
    expect(formatExpression(bindFormula("green-red", camera))).toBe("(b2-b1)");
    expect(() => bindFormula("(nir-swir16)/b1", camera)).toThrow("not there: nir, swir16");
  });
});

test("bands of Sentinel-2 and Landsat are told apart by what the others lack", () => {
  expect(commonBands(raster(["B04", "B05", "B8A"]).bands).get("rededge1")).toBe(2);
  expect(commonBands(raster(["B4", "B5", "B6"]).bands).get("nir")).toBe(2);
  expect(commonBands(raster(["B10", "B11"]).bands).get("swir16")).toBe(2);
});

describe("visualizations", () => {
  const file = { holdsHeights: false, rescale: null, colormap: null, asset: null };

  test("are those whose bands are there, the default one first", () => {
    const views = visualizationsFor({ ...file, bandRoles: { Red: 3, green: 2, blue: 1, NIR: 4 } }, []);
    expect(views[0]).toMatchObject({ id: "true_color", bands: [3, 2, 1], is_default: true });
    expect(views.filter((view) => view.is_default)).toHaveLength(1);
    const ids = views.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["color_infrared", "ndvi", "ndwi", "band_4"]));
    expect(ids).not.toContain("ndmi");
    expect(views.find(({ id }) => id === "ndvi")).toMatchObject({
      kind: "index",
      expression: "((b4-b3)/(b4+b3))",
      rescale: "-0.2,0.9",
    });
  });

  test("of heights begin with their colours; of nothing known there is the first band", () => {
    const heights = visualizationsFor({ ...file, holdsHeights: true, bandRoles: {} }, []);
    expect(heights.map(({ id }) => id)).toEqual(["elevation", "band_1"]);
    expect(visualizationsFor({ ...file, bandRoles: {} }, []).map(({ id }) => id)).toEqual(["band_1"]);
  });
});
