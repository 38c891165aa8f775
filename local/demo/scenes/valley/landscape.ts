import { CoarseField, distanceToLine, type Point } from "./coarse-field.ts";
import { fractalNoise, hashUnit, mix } from "./noise.ts";

/** A place where people live: houses are dense at its centre and end about at its radius, in pixels. */
export interface Settlement extends Point {
  readonly radius: number;
  /** Direction of its streets, in radians. */
  readonly angle: number;
}

/** The slow features of the scene; distances are in pixels and end at the reach of their field. */
export interface Landscape {
  /** About -1 (plain) to 1 (hilltop). */
  readonly relief: CoarseField;
  /** How brightly the sun, in the south-east, lights the slope; 1 on the plain. */
  readonly light: CoarseField;
  /** Wood grows where this is above zero. */
  readonly wood: CoarseField;
  /** About -1 to 1. */
  readonly moisture: CoarseField;
  readonly river: CoarseField;
  readonly stream: CoarseField;
  readonly road: CoarseField;
  /** How built-up the land is: above zero inside settlements, 1 in the middle of the town. */
  readonly built: CoarseField;
  /** How much of the ground a cloud hides: 0 to 1. */
  readonly cloud: CoarseField;
  readonly settlements: readonly Settlement[];
}

const SEED = 20_260_412;
const FLOODPLAIN_REACH = 300;
const RIVER_REACH = 60;

/**
 * Lays out river, streams, hills, woods, settlements and roads for a square scene; the same for the same
 * side.
 */
export function layOutLandscape(side: number): Landscape {
  const unit = side / 3000;
  const riverLine = meander({ x: -40, y: side * 0.62 }, -0.12, side * 1.6, 420 * unit, 1.25);
  const streamLine = meander({ x: side * 0.3, y: -30 }, 1.25, side * 0.72, 190 * unit, 0.9);
  const river = distanceToLine(side, 4, riverLine, RIVER_REACH);
  const floodplain = distanceToLine(side, 16, everyNth(riverLine, 12), FLOODPLAIN_REACH);
  const relief = CoarseField.of(side, 12, (x, y) => {
    const hills = fractalNoise(x / (900 * unit), y / (900 * unit), SEED, 5);
    return hills + (0.55 - y / side) * 0.9 - 0.85 * (1 - floodplain.at(x, y) / FLOODPLAIN_REACH) ** 2;
  });
  const settlements = placeSettlements(side);
  return {
    relief,
    light: CoarseField.of(side, 12, (x, y) => {
      const rise = relief.at(x + 14, y) - relief.at(x - 14, y) + relief.at(x, y + 14) - relief.at(x, y - 14);
      return Math.max(0.6, Math.min(1.32, 1 - rise * 1.25));
    }),
    wood: CoarseField.of(side, 5, (x, y) => {
      const patches = fractalNoise(x / (330 * unit), y / (330 * unit), SEED + 40, 6);
      const riparian = 0.42 * (1 - river.at(x, y) / RIVER_REACH);
      return patches + riparian + relief.at(x, y) * 0.62 - 0.46;
    }),
    moisture: CoarseField.of(side, 8, (x, y) => fractalNoise(x / 110, y / 110, SEED + 80, 4)),
    river,
    stream: distanceToLine(side, 2, streamLine, 8),
    road: distanceToLine(side, 2, layRoads(settlements), 4),
    built: CoarseField.of(side, 4, (x, y) => {
      const { place, share } = nearestSettlement(settlements, x, y);
      if (place === undefined || share > 2) return -1;
      return 1 + 0.55 * fractalNoise(x / 48, y / 48, SEED + 120, 3) - share;
    }),
    cloud: CoarseField.of(side, 5, (x, y) => {
      const sky = fractalNoise(x / (800 * unit), y / (800 * unit), SEED + 300, 2);
      if (sky < -0.1) return 0;
      const puff = fractalNoise(x / 95, y / 95, SEED + 320, 5) + sky * 0.5;
      return Math.max(0, Math.min(1, (puff - 0.8) / 0.23));
    }),
    settlements,
  };
}

/** The settlement a place belongs to, and how far out it lies: 0 in the centre, 1 at the radius. */
export function nearestSettlement(settlements: readonly Settlement[], x: number, y: number) {
  let nearest: { place: Settlement | undefined; share: number } = { place: undefined, share: 9 };
  for (const place of settlements) {
    const share = Math.sqrt((place.x - x) ** 2 + (place.y - y) ** 2) / place.radius;
    if (share < nearest.share) nearest = { place, share };
  }
  return nearest;
}

/**
 * A line whose direction swings to and fro as a river's does, one point a pixel; the swings are uneven, as
 * bends migrate.
 */
function meander(start: Point, heading: number, length: number, bendLength: number, swing: number): Point[] {
  const line: Point[] = [];
  let { x, y } = start;
  let phase = 0.4;
  for (let s = 0; s < length; s++) {
    const wild = fractalNoise(s / (bendLength * 1.7), 7.5, SEED + 200, 3);
    phase += ((2 * Math.PI) / bendLength) * (1 + 0.45 * wild);
    const angle = heading + swing * (0.75 + 0.45 * wild) * Math.sin(phase) + 0.16 * Math.sin(3 * phase);
    x += Math.cos(angle);
    y += Math.sin(angle);
    line.push({ x, y });
  }
  return line;
}

/** One town near the middle, then villages kept away from one another. */
function placeSettlements(side: number): Settlement[] {
  const places: Settlement[] = [{ x: side * 0.6, y: side * 0.44, radius: side * 0.055, angle: 0.35 }];
  for (let attempt = 0; places.length < 26 && attempt < 400; attempt++) {
    const candidate = {
      x: mix(0.03, 0.97, hashUnit(attempt, 1, SEED)) * side,
      y: mix(0.03, 0.97, hashUnit(attempt, 2, SEED)) * side,
      radius: side * mix(0.006, 0.016, hashUnit(attempt, 3, SEED) ** 2),
      angle: hashUnit(attempt, 4, SEED) * Math.PI,
    };
    if (places.every((place) => gap(place, candidate) > side * 0.11)) places.push(candidate);
  }
  return places;
}

/** Every settlement is tied to the nearest of those before it. */
function layRoads(settlements: readonly Settlement[]): Point[] {
  return settlements.slice(1).flatMap((place, index) => {
    const nearest = settlements.slice(0, index + 1).toSorted((a, b) => gap(a, place) - gap(b, place))[0];
    return nearest === undefined ? [] : bend(nearest, place, index);
  });
}

/** A road from one place to another in a light curve, one point a pixel. */
function bend(from: Point, to: Point, number: number): Point[] {
  const steps = Math.ceil(gap(from, to));
  const bow = (hashUnit(number, 9, SEED) - 0.5) * 0.3;
  return Array.from({ length: steps + 1 }, (_, index) => {
    const share = index / steps;
    const offset = bow * Math.sin(Math.PI * share) + 0.012 * Math.sin(share * 19 + number);
    return {
      x: mix(from.x, to.x, share) - (to.y - from.y) * offset,
      y: mix(from.y, to.y, share) + (to.x - from.x) * offset,
    };
  });
}

function gap(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function everyNth<T>(list: readonly T[], n: number): T[] {
  return list.filter((_, index) => index % n === 0);
}
