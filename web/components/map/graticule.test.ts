import { describe, expect, it } from "vitest";
import { graticuleOver } from "./graticule.ts";

describe("the graticule", () => {
  it("has round degrees, five lines across or more, and stays on the map", () => {
    const { coordinates } = graticuleOver([10.3, 84, 12.9, 89]);
    const meridians = coordinates.filter(([[a], [b]]) => a === b).map(([[lon]]) => lon);
    expect(meridians).toEqual([10.5, 11, 11.5, 12, 12.5]);
    expect(Math.max(...coordinates.flat().map(([, lat]) => lat))).toBe(85);
  });

  it("has a bounded number of lines at every scale", () => {
    for (let span = 360; span > 0.003; span /= 1.7) {
      expect(graticuleOver([7, 46, 7 + span, 46 + span / 2]).coordinates.length).toBeLessThan(40);
    }
  });
});
