import type { Box } from "../tiles/tile-grid.ts";
import { boxesOf, footprintOf, type LonLat } from "./footprint.ts";

/** Column and row in a raster; 0, 0 is the outer corner of its first pixel. */
export type PixelPlace = readonly [column: number, row: number];

/** How a raster and the earth correspond, for many places at once; NaN where there is no place. */
export interface EarthPlaces {
  toDegrees(pixels: readonly PixelPlace[]): LonLat[];
  /** The direction in which tiles are drawn: it decides what is seen. */
  toPixels(places: readonly LonLat[]): PixelPlace[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Cells of the grid that is laid over a raster, along each side. */
const CELLS = 32;

/** What the way there and back may miss by before a place is not believed. */
const ERROR_PIXELS = 1;
const ERROR_SHARE = 0.02;

/** Larger rasters are searched for on the earth: projections of the world fold, tear and repeat. */
const PLAIN_LONGITUDES_MAX = 120;
const PLAIN_LATITUDES_MAX = 90;

/** gdalwarp may be off by this much, so it may draw so much beyond the edge. */
const MARGIN_PIXELS = 0.125;

/**
 * The boxes in which tiles of a raster have data, at most slightly too large. A raster of moderate size whose
 * places lead there and back is measured along its ring and inside. Any other one is searched for on the
 * earth, in the direction in which tiles are drawn. Empty when it lies nowhere.
 */
export function findFootprint(places: EarthPlaces, size: Size): Box[] {
  const pixels = gridOf(size);
  const spots = places.toDegrees(pixels);
  const back = places.toPixels(spots);
  const allowed = ERROR_PIXELS + ERROR_SHARE * Math.max(size.width, size.height);
  const errors = pixels.map(([column, row], index) => {
    const [backColumn, backRow] = back[index]!;
    return Math.max(Math.abs(column - backColumn), Math.abs(row - backRow));
  });
  // Written so that NaN is no place.
  const believed = spots.filter((_, index) => errors[index]! <= allowed);
  if (believed.length === spots.length) {
    const margin = marginOf(spots, size, MARGIN_PIXELS + Math.max(...errors));
    const boxes = footprintOf(ringOf(spots), spots, margin);
    const longitudes = boxes.reduce((sum, [west, , east]) => sum + east - west, 0);
    const latitudes = boxes[0]![3] - boxes[0]![1];
    if (longitudes <= PLAIN_LONGITUDES_MAX && latitudes <= PLAIN_LATITUDES_MAX) return boxes;
  }
  return searchEarth(places, size, believed);
}

function gridOf({ width, height }: Size): PixelPlace[] {
  return Array.from({ length: (CELLS + 1) ** 2 }, (_, index): PixelPlace => {
    const [u, v] = [index % (CELLS + 1), Math.floor(index / (CELLS + 1))];
    return [(u / CELLS) * width, (v / CELLS) * height];
  });
}

function ringOf(spots: readonly LonLat[]): LonLat[] {
  const at = (u: number, v: number) => spots[v * (CELLS + 1) + u]!;
  const steps = Array.from({ length: CELLS }, (_, step) => step);
  return [
    ...steps.map((step) => at(step, 0)),
    ...steps.map((step) => at(CELLS, step)),
    ...steps.map((step) => at(CELLS - step, CELLS)),
    ...steps.map((step) => at(0, CELLS - step)),
  ];
}

/** So many pixels in degrees, and how far an edge can bulge between two points of the ring. */
function marginOf(spots: readonly LonLat[], { width, height }: Size, pixels: number): LonLat {
  const ring = ringOf(spots);
  const pixelsApart = Math.min(width, height) / CELLS;
  let [stepLon, stepLat, bendLon, bendLat] = [0, 0, 0, 0];
  for (let index = 0; index < ring.length; index++) {
    const [before, here, after] = [
      ring[(index + ring.length - 1) % ring.length]!,
      ring[index]!,
      ring[(index + 1) % ring.length]!,
    ];
    const toHere = turn(here[0] - before[0]);
    const toNext = turn(after[0] - here[0]);
    stepLon = Math.max(stepLon, Math.abs(toHere));
    stepLat = Math.max(stepLat, Math.abs(here[1] - before[1]));
    if (index % CELLS === 0) continue;
    bendLon = Math.max(bendLon, Math.abs(toNext - toHere));
    bendLat = Math.max(bendLat, Math.abs(after[1] - 2 * here[1] + before[1]));
  }
  const share = Math.min(1, pixels / pixelsApart);
  return [share * stepLon + bendLon / 8, share * stepLat + bendLat / 8];
}

/** Degrees between the points of the first search, and of the one along its edges. */
const COARSE_DEGREES = 3;
const FINE_DEGREES = 0.25;
/** The poles themselves have no place on the map. */
const LATITUDE_MAX = 89.9;

function searchEarth(places: EarthPlaces, { width, height }: Size, believed: readonly LonLat[]): Box[] {
  const isHit = ([column, row]: PixelPlace) => column >= 0 && column <= width && row >= 0 && row <= height;
  const hitsAmong = (spots: readonly LonLat[]) => {
    const pixels = places.toPixels(spots);
    return spots.filter((_, index) => isHit(pixels[index]!));
  };
  const coarse = hitsAmong(
    latticeOf([-180, 180], [-LATITUDE_MAX, LATITUDE_MAX], COARSE_DEGREES, COARSE_DEGREES),
  );
  const found = [...coarse, ...believed];
  if (found.length === 0) return [];
  const latitudes = found.map(([, lat]) => lat);
  const [low, high] = [Math.min(...latitudes), Math.max(...latitudes)];
  const arc = arcOf(found.map(([lon]) => lon));
  const isRound = arc[1] - arc[0] >= 360 - 2 * COARSE_DEGREES;
  const [west, east] = isRound ? [-180, 180] : arc;
  const around = (edge: number) => [edge - COARSE_DEGREES, edge + COARSE_DEGREES] as const;
  const fine = (lons: readonly [number, number], lats: readonly [number, number], across: "lon" | "lat") =>
    hitsAmong(
      latticeOf(
        lons,
        lats,
        across === "lon" ? FINE_DEGREES : COARSE_DEGREES / 2,
        across === "lat" ? FINE_DEGREES : COARSE_DEGREES / 2,
      ),
    );
  const wide = [west - COARSE_DEGREES, east + COARSE_DEGREES] as const;
  const tall = [low - COARSE_DEGREES, high + COARSE_DEGREES] as const;
  const souths = fine(wide, around(low), "lat").map(([, lat]) => lat);
  const norths = fine(wide, around(high), "lat").map(([, lat]) => lat);
  const south = Math.min(low, ...souths) - FINE_DEGREES;
  const north = Math.max(high, ...norths) + FINE_DEGREES;
  if (isRound) return boxesOf(-180, 180, south, north);
  const wests = fine(around(west), tall, "lon").map(([lon]) => lon);
  const easts = fine(around(east), tall, "lon").map(([lon]) => lon);
  return boxesOf(
    Math.min(west, ...wests) - FINE_DEGREES,
    Math.max(east, ...easts) + FINE_DEGREES,
    south,
    north,
  );
}

function latticeOf(
  [west, east]: readonly [number, number],
  [south, north]: readonly [number, number],
  stepLon: number,
  stepLat: number,
): LonLat[] {
  const [low, high] = [Math.max(-LATITUDE_MAX, south), Math.min(LATITUDE_MAX, north)];
  const columns = Math.round((east - west) / stepLon);
  const rows = Math.max(1, Math.round((high - low) / stepLat));
  return Array.from({ length: (columns + 1) * (rows + 1) }, (_, index): LonLat => {
    const [column, row] = [index % (columns + 1), Math.floor(index / (columns + 1))];
    return [west + ((east - west) * column) / columns, low + ((high - low) * row) / rows];
  });
}

/** The shortest arc that holds all longitudes: everything but the largest gap between them. */
function arcOf(longitudes: readonly number[]): [west: number, east: number] {
  const sorted = longitudes.map((lon) => lon - 360 * Math.floor((lon + 180) / 360)).sort((a, b) => a - b);
  const last = sorted[sorted.length - 1]!;
  let [start, gap] = [0, sorted[0]! + 360 - last];
  for (let index = 1; index < sorted.length; index++) {
    const between = sorted[index]! - sorted[index - 1]!;
    if (between > gap) [start, gap] = [index, between];
  }
  const west = sorted[start]!;
  return [west, west + 360 - gap];
}

function turn(degrees: number): number {
  return degrees - 360 * Math.round(degrees / 360);
}
