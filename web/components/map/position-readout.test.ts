import { describe, expect, it } from "vitest";
import { formatPosition } from "./position-readout.ts";

describe("positions", () => {
  it.each([
    [{ lng: 15.4827, lat: 48.3968 }, 10.1, "48.3968° N, 15.4827° E"],
    [{ lng: -70.1, lat: -33.4 }, 2, "33.4° S, 70.1° W"],
    [{ lng: 190, lat: 0 }, 0, "0.0° N, 170.0° W"],
    [{ lng: -541, lat: 0 }, 0, "0.0° N, 179.0° E"],
  ])("%j at zoom %s reads %s", (place, zoom, text) => {
    expect(formatPosition(place, zoom)).toBe(text);
  });
});
