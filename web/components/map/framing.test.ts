import { describe, expect, it } from "vitest";
import { boundsOf, isGlobal } from "./framing.ts";

describe("framing", () => {
  it("bounds over the antimeridian go on beyond 180", () => {
    expect(boundsOf({ bounds: [170, -20, -170, -10] })).toEqual([170, -20, 190, -10]);
  });

  it("without bounds it is the whole world, on a globe", () => {
    expect(boundsOf({})).toEqual([-180, -85.0511, 180, 85.0511]);
    expect(isGlobal({})).toBe(true);
    expect(isGlobal({ bounds: [10, 40, 20, 50] })).toBe(false);
  });
});
