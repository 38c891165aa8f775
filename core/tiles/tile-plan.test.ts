import { expect, test } from "vitest";
import type { RasterInfo } from "../rasters/raster-info.ts";
import { automaticStyle } from "../styles/render-style.ts";
import { LAYERS_PER_TILE_MAX, planTile, styleFingerprint, type PlanLayer } from "./tile-plan.ts";
import { tileAt, type Box } from "./tile-grid.ts";
import { tileKey, tileSpec } from "./tile-spec.ts";

function layer(version: string, footprint: Box[] = [[10, 40, 20, 50]]): PlanLayer {
  const raster: RasterInfo = {
    driver: "GTiff",
    width: 512,
    height: 512,
    crs: "EPSG:4326",
    bands: [
      {
        dataType: "Byte",
        colorInterpretation: "Gray",
        description: null,
        nodata: null,
        scale: 1,
        offset: 0,
        hasPalette: false,
        statistics: null,
      },
    ],
    footprint: footprint.map((box) => [...box] as [number, number, number, number]),
    zoomMin: 4,
    zoomMax: 8,
    hasAlpha: false,
    overviewCount: 1,
    isCloudOptimized: true,
  };
  const style = automaticStyle(raster);
  return { assetId: version, version, raster, style, styleKey: styleFingerprint(style) };
}

const PNG = { format: "png" } as const;
const inside = tileSpec(tileAt(15, 45, 6), PNG);

test("a tile's key does not change when a layer comes or goes elsewhere", () => {
  const keyOf = (layers: PlanLayer[]) => {
    const plan = planTile(layers, inside);
    return plan.kind === "tile" ? plan.key : undefined;
  };
  expect(keyOf([layer("v1")])).toBe(tileKey([layer("v1")], inside));
  expect(keyOf([layer("v1"), layer("far", [[100, 0, 110, 10]])])).toBe(keyOf([layer("v1")]));
});

test("a tile outside every footprint is empty, also between the parts of one", () => {
  expect(planTile([layer("v1")], tileSpec({ z: 6, x: 0, y: 0 }, PNG))).toEqual({ kind: "empty" });
  const split = layer("v1", [
    [170, -20, 180, -10],
    [-180, -20, -170, -10],
  ]);
  expect(planTile([split], tileSpec(tileAt(0, -15, 6), PNG)).kind).toBe("empty");
  expect(planTile([split], tileSpec(tileAt(-175, -15, 6), PNG)).kind).toBe("tile");
  expect(planTile([split], tileSpec(tileAt(175, -15, 6), PNG)).kind).toBe("tile");
});

test("a mosaic reads a bounded number of layers, topmost first", () => {
  const layers = Array.from({ length: 100 }, (_, index) => layer(`v${index}`));
  const plan = planTile(layers, inside);
  const versions = plan.kind === "tile" ? plan.layers.map(({ version }) => version) : [];
  expect(versions).toEqual(layers.slice(0, LAYERS_PER_TILE_MAX).map(({ version }) => version));
  expect(plan).toMatchObject({ omitted: 100 - LAYERS_PER_TILE_MAX });
});
