import type { RasterInfo } from "../../../core/rasters/raster-info.ts";
import {
  encodedHeightsOf,
  encodeHeight,
  type Algorithm,
  type EncodedHeights,
  type RenderStyle,
} from "../../../core/styles/render-style.ts";
import { mercatorToLat, type Box } from "../../../core/tiles/tile-grid.ts";
import type { Canvas } from "./canvas.ts";
import type { TilePixels } from "../engine/pixels.ts";

/** How many pixels around a tile a style reads, so that neighbouring tiles fit together. */
export function marginOf({ algorithm }: Pick<RenderStyle, "algorithm">): number {
  return algorithm && encodedHeightsOf({ algorithm }) === undefined ? 1 : 0;
}

/** Makes heights of stored values, in place, by the scale and offset of their band. */
export function toHeights({ bands }: TilePixels, band: RasterInfo["bands"][number] | undefined): void {
  const { scale = 1, offset = 0 } = band ?? {};
  if (scale === 1 && offset === 0) return;
  const values = bands[0]!;
  for (let pixel = 0; pixel < values.length; pixel++) values[pixel] = values[pixel]! * scale + offset;
}

/** Draws heights by an algorithm. */
export function drawTerrain(
  canvas: Canvas,
  pixels: TilePixels,
  algorithm: Exclude<Algorithm, { name: "slope" | "relief" }>,
  box: Box,
): void {
  switch (algorithm.name) {
    case "hillshade":
      return drawHillshade(canvas, pixels, algorithm, box);
    case "contours":
      return drawContours(canvas, pixels, algorithm);
    case "terrarium":
    case "terrain-rgb":
      return encodeHeights(canvas, pixels, algorithm);
  }
}

/** Steepness in degrees, Horn's method (1981) on ground distances. */
export function slopeDegrees(pixels: TilePixels, size: number, box: Box): TilePixels {
  const values = new Float64Array(size * size);
  const opacity = new Uint8Array(size * size);
  eachGradient(pixels, size, box, (pixel, east, north, dense) => {
    values[pixel] = (Math.atan(Math.hypot(east, north)) * 180) / Math.PI;
    opacity[pixel] = dense;
  });
  return { bands: [values], opacity };
}

function drawHillshade(
  { rgba, size }: Canvas,
  pixels: TilePixels,
  algorithm: Extract<Algorithm, { name: "hillshade" }>,
  box: Box,
): void {
  const { lightOn } = lightOf(algorithm);
  eachGradient(pixels, size, box, (pixel, east, north, dense) => {
    rgba.fill(255 * lightOn(east, north), pixel * 4, pixel * 4 + 3);
    rgba[pixel * 4 + 3] = dense;
  });
}

/** How much light a slope gets, from 0 to 1, and how much the plain gets. */
export function lightOf({
  azimuth,
  altitude,
  z_factor: factor,
}: Omit<Extract<Algorithm, { name: "hillshade" | "relief" }>, "name">) {
  const zenith = ((90 - altitude) * Math.PI) / 180;
  const sun = (azimuth * Math.PI) / 180;
  const [sunEast, sunNorth] = [Math.sin(sun), Math.cos(sun)];
  const lightOn = (east: number, north: number) => {
    const [dx, dy] = [east * factor, north * factor];
    const light =
      (Math.cos(zenith) - Math.sin(zenith) * (dx * sunEast + dy * sunNorth)) /
      Math.sqrt(1 + dx * dx + dy * dy);
    return Math.max(0, light);
  };
  return { lightOn, onPlain: Math.max(0.01, Math.cos(zenith)) };
}

/**
 * Visits every pixel with data with its rise per metre to the east and north, its edge on the ground, and its
 * place among the pixels with their margin. It stands in for neighbours without data.
 */
export function eachGradient(
  { bands, opacity }: TilePixels,
  size: number,
  [west, south, east, north]: Box,
  visit: (
    pixel: number,
    east: number,
    north: number,
    opacity: number,
    cellMeters: number,
    middle: number,
  ) => void,
): void {
  const values = bands[0]!;
  const wide = size + 2;
  const metersPerPixel = (east - west) / size;
  for (let row = 0; row < size; row++) {
    const latitude = mercatorToLat(north - ((row + 0.5) / size) * (north - south));
    const cell = metersPerPixel * Math.cos((latitude * Math.PI) / 180);
    for (let column = 0; column < size; column++) {
      const middle = (row + 1) * wide + column + 1;
      if (opacity[middle] === 0) continue;
      const at = (index: number) => (opacity[index] === 0 ? values[middle]! : values[index]!);
      const [nw, n, ne] = [at(middle - wide - 1), at(middle - wide), at(middle - wide + 1)];
      const [w, e] = [at(middle - 1), at(middle + 1)];
      const [sw, s, se] = [at(middle + wide - 1), at(middle + wide), at(middle + wide + 1)];
      const rising = (ne + 2 * e + se - nw - 2 * w - sw) / (8 * cell);
      const climbing = (nw + 2 * n + ne - sw - 2 * s - se) / (8 * cell);
      visit(row * size + column, rising, climbing, opacity[middle]!, cell, middle);
    }
  }
}

/**
 * Draws a pixel when a multiple of the interval lies between its height and its right or lower neighbour's.
 */
function drawContours(
  { rgba, size }: Canvas,
  { bands, opacity }: TilePixels,
  { interval, color }: Extract<Algorithm, { name: "contours" }>,
): void {
  const values = bands[0]!;
  const wide = size + 2;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const middle = (row + 1) * wide + column + 1;
      const step = Math.floor(values[middle]! / interval);
      const crosses = (index: number) =>
        opacity[index] !== 0 && Math.floor(values[index]! / interval) !== step;
      if (opacity[middle] === 0 || !(crosses(middle + 1) || crosses(middle + wide))) continue;
      rgba.set(color, (row * size + column) * 4);
    }
  }
}

/** Heights as one number of three bytes. */
function encodeHeights({ rgba }: Canvas, { bands, opacity }: TilePixels, heights: EncodedHeights): void {
  const values = bands[0]!;
  for (let pixel = 0; pixel < values.length; pixel++) {
    if (opacity[pixel] === 0) continue;
    rgba.set([...encodeHeight(heights, values[pixel]!), 255], pixel * 4);
  }
}

/** Gives pixels without data a colour: for clients that read heights and know no transparency. */
export function fillTransparent(
  { rgba }: Canvas,
  [red, green, blue]: readonly [number, number, number],
): void {
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at + 3] === 0) rgba.set([red, green, blue, 255], at);
  }
}
