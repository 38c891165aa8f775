import { expect, test } from "vitest";
import type { RasterInfo } from "../rasters/raster-info.ts";
import { automaticStyle } from "../styles/render-style.ts";
import { LAYERS_PER_TILE_MAX } from "./tile-composition.ts";
import { planTile, styleFingerprint, type PlanLayer } from "./tile-plan.ts";
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

const isPicture = (spec: ReturnType<typeof tileSpec>, layers: PlanLayer[]) => {
  const plan = planTile(layers, spec);
  return plan.kind === "tile" ? plan : undefined;
};

test("a tile of values reads a bounded number of layers, topmost first, and says how many it leaves out", () => {
  const layers = Array.from({ length: 100 }, (_, index) => layer(`v${index}`));
  const plan = isPicture({ ...inside, format: "npy" }, layers);
  const versions = layers.slice(0, LAYERS_PER_TILE_MAX).map(({ version }) => version);
  expect(plan?.layers.map(({ version }) => version)).toEqual(versions);
  expect(plan?.omitted).toBe(100 - LAYERS_PER_TILE_MAX);
});

test("a picture leaves nothing out: layers on top of each other are drawn in passes, topmost first", () => {
  const layers = Array.from({ length: 100 }, (_, index) => layer(`v${index}`));
  const plan = isPicture(inside, layers);
  expect(plan?.omitted).toBe(0);
  expect(plan?.composition?.arrangement).toBe("stack");
  const drawn = plan?.composition?.parts.flatMap((part) => part.layers.map(({ version }) => version));
  expect(drawn).toEqual(layers.map(({ version }) => version));
  expect(plan?.key).not.toBe(tileKey(layers, inside));
});

/** Sheets of a quarter degree side by side. */
const sheets = Array.from({ length: 32 * 32 }, (_, index) => {
  const [west, south] = [(index % 32) / 4, Math.floor(index / 32) / 4];
  return layer(`s${index}`, [[west, south, west + 0.25, south + 0.25]]);
});

test("a picture of sheets side by side is made of the next zoom, down to where few sheets touch a tile", () => {
  let reads = 0;
  const descend = (layers: readonly PlanLayer[], spec: ReturnType<typeof tileSpec>): Set<string> => {
    const plan = planTile(layers, spec);
    if (plan.kind !== "tile") return new Set();
    if (plan.composition === undefined) {
      reads += plan.layers.length;
      return new Set(plan.layers.map(({ version }) => version));
    }
    expect(plan.composition.arrangement).toBe("children");
    return new Set(plan.composition.parts.flatMap((part) => [...descend(part.layers, part.spec)]));
  };
  expect(descend(sheets, tileSpec({ z: 3, x: 4, y: 3 }, PNG)).size).toBe(sheets.length);
  expect(reads).toBeLessThan(4 * sheets.length);
});

test("a picture's key changes with any layer below it, and with no other", () => {
  const far = tileSpec({ z: 3, x: 4, y: 3 }, PNG);
  const [first, ...others] = sheets;
  const keyOf = (layers: PlanLayer[]) => isPicture(far, layers)?.key;
  expect(keyOf([layer("other", first!.raster.footprint as Box[]), ...others])).not.toBe(keyOf(sheets));
  expect(keyOf([...sheets, layer("elsewhere", [[-100, 0, -90, 10]])])).toBe(keyOf(sheets));
});
