import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { VALLEY_NODATA, ValleyScene } from "./valley-scene.ts";

const SIDE = 400;

function paint(side: number) {
  const scene = new ValleyScene(side);
  const band = () => new Uint16Array(side * side);
  const bands = [band(), band(), band(), band()] as const;
  for (let y = 0; y < side; y++) scene.fillRow(y, bands, y * side);
  return bands;
}

test("the scene is the same every time", () => {
  const digest = () =>
    createHash("sha256").update(Buffer.concat(paint(SIDE).map((band) => Buffer.from(band.buffer))));
  expect(digest().digest("hex")).toBe(digest().digest("hex"));
});

test("all bands are nodata beyond the edge of the swath and none is nodata inside it", () => {
  const bands = paint(SIDE);
  const missing = bands.map((band) => band.filter((value) => value === VALLEY_NODATA).length);
  expect(new Set(missing).size).toBe(1);
  expect((missing[0] ?? 0) / SIDE ** 2).toBeGreaterThan(0.05);
  expect((missing[0] ?? 0) / SIDE ** 2).toBeLessThan(0.25);
});

test("plants and water can be told apart by red and near infrared, as in a real capture", () => {
  const [, , red, nearInfrared] = paint(SIDE);
  const index = Array.from(red, (value, i) => {
    const near = nearInfrared[i] ?? 0;
    return value === VALLEY_NODATA ? 0 : (near - value) / (near + value);
  });
  const share = (matches: (value: number) => boolean) => index.filter(matches).length / index.length;
  expect(share((value) => value > 0.6)).toBeGreaterThan(0.2);
  expect(share((value) => value < -0.2)).toBeGreaterThan(0.01);
});
