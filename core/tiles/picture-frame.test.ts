import { describe, expect, test } from "vitest";
import type { PlanLayer } from "./plan-layer.ts";
import { planPicture } from "./picture-frame.ts";
import { tileAddressFault, type Box } from "./tile-grid.ts";

const layer = (footprint: Box[], zoomMax = 14) =>
  ({ raster: { footprint, zoomMin: 0, zoomMax } }) as unknown as PlanLayer;
const request = { width: 512, height: 512, zoomMax: null };

describe("a picture", () => {
  test.each<[string, Box[]]>([
    ["of a scene", [[11.2, 46.1, 12.6, 47.2]]],
    ["of the whole world", [[-180, -90, 180, 90]]],
    [
      "over the antimeridian",
      [
        [177, -19, 180, -15],
        [-180, -19, -178, -15],
      ],
    ],
    ["of a narrow strip", [[10, 40, 10.01, 60]]],
    ["at the southern end of the map", [[-180, -90, 180, -70]]],
  ])("%s fits, is cut from existing tiles, and never enlarges them", (_what, footprint) => {
    const plan = planPicture([layer(footprint)], request)!;
    const { frame, tiles } = plan;
    expect(Math.max(frame.width, frame.height)).toBe(512);
    expect(frame.cutWidth).toBeGreaterThanOrEqual(frame.width - 1);
    expect(frame.cutHeight).toBeGreaterThanOrEqual(frame.height - 1);
    expect(frame.left + frame.cutWidth).toBeLessThanOrEqual(frame.columns * frame.tileSize);
    expect(frame.top + frame.cutHeight).toBeLessThanOrEqual((tiles.length / frame.columns) * frame.tileSize);
    expect(tiles.length).toBeLessThanOrEqual(9);
    for (const { address } of tiles) expect(tileAddressFault(address)).toBeUndefined();
  });

  test("is at most 25 tiles at its largest, wherever a scene lies", () => {
    for (let step = 0; step < 200; step += 1) {
      const west = -170 + step * 1.37;
      const footprint: Box[] = [[west, -40 + step * 0.3, west + 0.9 + step * 0.01, -39.2 + step * 0.31]];
      const plan = planPicture([layer(footprint)], { width: 1024, height: 1024, zoomMax: null })!;
      expect(plan.tiles.length).toBeLessThanOrEqual(25);
    }
  });

  test("shows nothing beyond the deepest zoom of a link: it is smaller instead", () => {
    const footprint: Box[] = [[11, 46, 12, 47]];
    const plan = planPicture([layer(footprint)], { ...request, zoomMax: 5 })!;
    expect(Math.max(...plan.tiles.map(({ address, size }) => address.z + Math.log2(size / 256)))).toBe(5);
    expect(Math.max(plan.frame.width, plan.frame.height)).toBeLessThan(40);
  });

  test("of nothing is none", () => {
    expect(planPicture([], request)).toBeUndefined();
  });
});
