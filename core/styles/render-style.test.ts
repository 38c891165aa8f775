import { describe, expect, test } from "vitest";
import { bandOf as band, rasterOf as raster } from "../rasters/raster-info.fixture.ts";
import { automaticStyle, canonicalStyle, renderStyleSchema } from "./render-style.ts";

describe("the automatic style", () => {
  test("draws bytes interpreted as colours as they are, in the order red, green, blue", () => {
    const bands = ["Blue", "Green", "Red", "Undefined"].map((colorInterpretation) =>
      band({ colorInterpretation }),
    );
    expect(automaticStyle(raster(...bands))).toMatchObject({ bands: [3, 2, 1], rescale: [null, null, null] });
  });

  test("draws the magnitudes of complex numbers, and no phases", () => {
    const parts = ["VV magnitude", "VH magnitude", "VV phase", "VH phase"].map((description) =>
      band({ description, dataType: "Float32" }),
    );
    expect(automaticStyle(raster(...parts)).bands).toEqual([1]);
  });

  test("draws printing inks as the colours that they give on paper", () => {
    const inks = ["Cyan", "Magenta", "Yellow", "Black"].map((colorInterpretation) =>
      band({ colorInterpretation, dataType: "UInt16" }),
    );
    const { bands, expressions, rescale } = automaticStyle(raster(...inks));
    expect({ bands, rescale }).toEqual({ bands: [1, 2, 3, 4], rescale: [null, null, null] });
    expect(expressions).toEqual([1, 2, 3].map((ink) => `(1-b${ink}/65535)*(1-b4/65535)*255`));
  });

  test("finds red, green and blue of a satellite product by their descriptions", () => {
    const bands = ["B02", "B03", "B04", "B08"].map((description) =>
      band({ description, dataType: "UInt16" }),
    );
    expect(automaticStyle(raster(...bands))).toMatchObject({
      bands: [3, 2, 1],
      rescale: [
        [100, 3000],
        [100, 3000],
        [100, 3000],
      ],
    });
  });

  test("stretches three bands of numbers each by itself, and a single band as grey", () => {
    const [low, high] = [
      band({ dataType: "Float32" }),
      band({ dataType: "Float32", statistics: { min: 0, max: 9, p2: 1, p98: 8 } }),
    ];
    expect(automaticStyle(raster(low, high, low))).toMatchObject({
      bands: [1, 2, 3],
      rescale: [
        [100, 3000],
        [1, 8],
        [100, 3000],
      ],
    });
    expect(automaticStyle(raster(high))).toMatchObject({
      bands: [1],
      rescale: [[1, 8]],
      resampling: "bilinear",
    });
    expect(automaticStyle(raster(low, high))).toMatchObject({ bands: [1] });
  });

  test("draws a palette's classes without blending them", () => {
    expect(automaticStyle(raster(band({ hasPalette: true })))).toMatchObject({
      color: "palette",
      resampling: "nearest",
    });
  });

  test("never draws an alpha band as a colour", () => {
    const alpha = band({ colorInterpretation: "Alpha" });
    expect(automaticStyle(raster(band(), alpha))).toMatchObject({ bands: [1] });
    expect(automaticStyle(raster(alpha, band(), band(), band()))).toMatchObject({ bands: [2, 3, 4] });
  });

  test("of a constant or empty band is a range, never a division by zero", () => {
    const constant = band({ dataType: "Int16", statistics: { min: 7, max: 7, p2: 7, p98: 7 } });
    expect(automaticStyle(raster(constant)).rescale).toEqual([[7, 8]]);
    const spike = band({ dataType: "Int16", statistics: { min: 7, max: 9, p2: 7, p98: 7 } });
    expect(automaticStyle(raster(spike)).rescale).toEqual([[7, 9]]);
    expect(automaticStyle(raster(band({ dataType: "Int16", statistics: null }))).rescale).toEqual([[0, 255]]);
  });
});

describe("the canonical style", () => {
  const style = automaticStyle(raster(band({ dataType: "UInt16" })));

  test("does not depend on the order of its fields", () => {
    const turned = Object.fromEntries(Object.entries(style).reverse());
    expect(canonicalStyle(renderStyleSchema.parse(turned))).toBe(canonicalStyle(style));
  });

  test("differs for every difference that can be seen", () => {
    const others = [
      { ...style, resampling: "nearest" as const },
      { ...style, rescale: [[100, 3001] as [number, number]] },
      { ...style, nodata: 0 },
      { ...style, background: [0, 0, 0] as [number, number, number] },
    ];
    const keys = new Set([style, ...others].map(canonicalStyle));
    expect(keys.size).toBe(5);
  });
});
