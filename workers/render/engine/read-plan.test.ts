import { describe, expect, test } from "vitest";
import { planRead } from "./read-plan.ts";
import type { TileRect, PixelExtent } from "./rectangles.ts";
import { overviewRuleOf, chooseLevel } from "./choose-level.ts";

/** A north-up raster under the tile: `ratio` pixels to a tile pixel, the tile's corner at `left`, `top`. */
const geometry = (ratio: number, left: number, top: number) => ({
  sectionsOf: (rect: TileRect) => [rect],
  extentOf: ({ x, y, width, height }: TileRect): PixelExtent => ({
    left: left + x * ratio,
    top: top + y * ratio,
    right: left + (x + width) * ratio,
    bottom: top + (y + height) * ratio,
  }),
});
const levels = [1, 2, 4, 8].map((reduction) => ({ width: 8192 / reduction, height: 8192 / reduction }));
const bilinear = { resampling: "bilinear", overviewRule: "width" } as const;

describe("the plan of a tile", () => {
  test("takes the coarsest overview that is no coarser than the tile", () => {
    expect(
      [0.5, 1, 1.9, 2, 3.99, 4.01, 7, 20].map((ratio) => chooseLevel(levels, ratio, ratio, "width")),
    ).toEqual([0, 0, 0, 1, 1, 2, 2, 3]);
  });

  test("follows the overview rule of the GDAL that is installed", () => {
    expect([overviewRuleOf("3.6.2"), overviewRuleOf("3.7.0"), overviewRuleOf("3.12.0")]).toEqual([
      "width",
      "both-axes",
      "both-axes",
    ]);
    expect(chooseLevel(levels, 4.5, 2.5, "width")).toBe(2);
    expect(chooseLevel(levels, 4.5, 2.5, "both-axes")).toBe(1);
    expect(chooseLevel(levels, 3.95, 3.95, "both-axes")).toBe(2);
  });

  test("reads what lies under the tile and the kernel's reach, no more", () => {
    const plan = planRead(levels, geometry(1, 1000, 2000), 256, bilinear);
    expect(plan).toMatchObject({
      level: 0,
      decimation: 1,
      window: { left: 999, top: 1999, width: 258, height: 258 },
    });
    expect(plan!.parts).toMatchObject([{ scaleX: 1, scaleY: 1 }]);
    const between = planRead(levels, geometry(3, 1000, 2000), 256, bilinear);
    expect(between).toMatchObject({ level: 1, window: { left: 498, top: 998, width: 388, height: 388 } });
    expect(between!.parts[0]!.scaleX).toBeCloseTo(1 / 1.5);
  });

  test("is nothing beside the raster", () => {
    expect(planRead(levels, geometry(1, 9000, 0), 256, bilinear)).toBeUndefined();
    expect(planRead(levels, geometry(1, 0, -257), 256, bilinear)).toBeUndefined();
    expect(
      planRead(levels, { sectionsOf: (rect) => [rect], extentOf: () => undefined }, 256, bilinear),
    ).toBeUndefined();
  });

  test("averages while reading where overviews are missing, unless pixels are chosen", () => {
    const huge = [{ width: 65_536, height: 65_536 }];
    const plan = planRead(huge, geometry(256, 0, 0), 256, bilinear);
    expect(plan).toMatchObject({ level: 0, decimation: 16, window: { width: 4096, height: 4096 } });
    const chosen = planRead(huge, geometry(256, 0, 0), 256, { ...bilinear, resampling: "nearest" });
    expect(chosen).toMatchObject({ level: 0, decimation: 1, window: { width: 65_536, height: 65_536 } });
  });

  test("reads a bounded number of values, of many bands and of pixels that are long and thin", () => {
    const valuesOf = (plan: ReturnType<typeof planRead>, bands: number) =>
      plan!.window.width * plan!.window.height * bands;
    const full = levels.slice(0, 1);
    const many = planRead(full, geometry(8, 0, 0), 256, { ...bilinear, bands: 200 });
    expect(valuesOf(many, 200)).toBeLessThanOrEqual(2 ** 28 * 1.1);
    const thin = [{ width: 1_000_000, height: 300 }];
    const stretched = {
      sectionsOf: (rect: TileRect) => [rect],
      extentOf: ({ x, y, width, height }: TileRect): PixelExtent => ({
        left: x * 3900,
        top: y,
        right: (x + width) * 3900,
        bottom: y + height,
      }),
    };
    const long = planRead(thin, stretched, 256, { ...bilinear, bands: 3 });
    expect(valuesOf(long, 3)).toBeLessThanOrEqual(2 ** 28 * 1.1);
  });
});
