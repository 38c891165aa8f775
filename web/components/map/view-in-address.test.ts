import { describe, expect, test } from "vitest";
import { viewAsHash, viewInAddress } from "./view-in-address.ts";

describe("the view in an address", () => {
  test.each([
    { zoom: 0, lat: 0, lng: 0 },
    { zoom: 12.5, lat: 48.13743, lng: 11.57549 },
    { zoom: 3, lat: -33.46, lng: 190.5 },
  ])("%j is read as it was written", (view) => {
    const read = viewInAddress(viewAsHash(view));
    expect(read?.zoom).toBeCloseTo(view.zoom, 2);
    expect(read?.lat).toBeCloseTo(view.lat, 1);
    expect(read?.lng).toBeCloseTo(view.lng, 1);
  });

  test.each([
    "",
    "#",
    "#map=",
    "#map=1/2",
    "#map=1/2/3/4",
    "#map=a/b/c",
    "#map=30/0/0",
    "#map=3/91/0",
    "#map=//",
  ])("%s holds none", (hash) => {
    expect(viewInAddress(hash)).toBeUndefined();
  });
});
