import { expect, test } from "vitest";
import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import { withClassNames } from "./class-names.ts";

test("classes carry their names; those without one stay as they are", () => {
  const classes = [0, 1, 2, 9].map((value) => ({ value }));
  const raster = { bands: [{ classes }, {}] } as unknown as RasterInfo;
  const { bands } = withClassNames(raster, [["", "Water", "Wood & scrub"]]);
  expect(bands).toEqual([
    {
      classes: [{ value: 0 }, { value: 1, name: "Water" }, { value: 2, name: "Wood & scrub" }, { value: 9 }],
    },
    {},
  ]);
});
