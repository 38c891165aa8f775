import { Farmland, type FieldPixel } from "./farmland.ts";
import { layOutLandscape, nearestSettlement, type Landscape } from "./landscape.ts";
import { hash, hashUnit } from "./noise.ts";
import { CROPS, GROUND, ROOFS, type Reflectance } from "./reflectance.ts";

const SEED = 77_003;

/** From a place to the cloud that keeps the sun, in the south-east, from it; in pixels. */
const CLOUD_SHADOW = { x: 34, y: 24 };

/** The value of pixels the sensor did not see. */
export const VALLEY_NODATA = 0;

/**
 * A valley that does not exist, as Sentinel-2 would see it: blue, green, red and near infrared reflectance
 * (times 10,000) of a square of 10 m pixels, cut on one side by the slanted edge of the swath. Rows are made
 * in any order and are always the same.
 */
export class ValleyScene {
  readonly #side: number;
  readonly #landscape: Landscape;
  readonly #farmland: Farmland;
  readonly #fieldPixel: FieldPixel = { field: 0, edge: 0 };

  constructor(side: number) {
    this.#side = side;
    this.#landscape = layOutLandscape(side);
    this.#farmland = new Farmland(side, 230, SEED);
  }

  /** Fills one row of the four bands, each from the given offset on. */
  fillRow(
    y: number,
    bands: readonly [Uint16Array, Uint16Array, Uint16Array, Uint16Array],
    offset: number,
  ): void {
    const [blue, green, red, nearInfrared] = bands;
    const swathEdge = this.#side * 0.2 - y * 0.213;
    for (let x = 0; x < this.#side; x++) {
      const index = offset + x;
      if (x < swathEdge) {
        blue[index] = green[index] = red[index] = nearInfrared[index] = VALLEY_NODATA;
        continue;
      }
      const ground = this.#groundAt(x, y);
      const clouds = this.#landscape.cloud;
      const cover = clouds.at(x, y);
      const shade = clouds.at(x + CLOUD_SHADOW.x, y + CLOUD_SHADOW.y);
      const light = this.#landscape.light.at(x, y) * this.#vary * (1 - 0.27 * shade) * (1 - cover);
      const glare = cover * (0.85 + 0.35 * cover);
      const grain = hash(x, y, SEED + 9);
      blue[index] = (ground[0] * light + GROUND.cloud[0] * glare) * (0.98 + (grain & 255) / 6400);
      green[index] = (ground[1] * light + GROUND.cloud[1] * glare) * (0.98 + ((grain >>> 8) & 255) / 6400);
      red[index] = (ground[2] * light + GROUND.cloud[2] * glare) * (0.98 + ((grain >>> 16) & 255) / 6400);
      nearInfrared[index] = (ground[3] * light + GROUND.cloud[3] * glare) * (0.98 + (grain >>> 24) / 6400);
    }
  }

  /** How much brighter or darker than typical the ground last looked at is. */
  #vary = 1;

  #groundAt(x: number, y: number): Reflectance {
    const land = this.#landscape;
    this.#vary = 1;
    const moisture = land.moisture.at(x, y);
    const river = land.river.at(x, y) + moisture * 2.2;
    if (river < 11) {
      this.#vary = 1 + moisture * 0.05;
      return GROUND.river;
    }
    if (river < 14 && moisture > 0.05) return GROUND.bank;
    const stream = land.stream.at(x, y);
    if (stream < 1.7) return GROUND.river;
    if (land.road.at(x, y) < 1.25) return GROUND.road;
    const built = land.built.at(x, y);
    if (built > 0) return this.#settlementAt(x, y, built);
    const wood = land.wood.at(x, y);
    if (wood > 0 || stream < 5) return this.#woodAt(x, y, moisture);
    if (river < 34 || wood > -0.05) {
      this.#vary = 1 + moisture * 0.16;
      return GROUND.meadow;
    }
    return this.#fieldAt(x, y, moisture);
  }

  #woodAt(x: number, y: number, moisture: number): Reflectance {
    const crowns = hashUnit(x >> 1, y >> 1, SEED + 20) - 0.5;
    this.#vary = 1 + crowns * 0.26 + moisture * 0.16;
    const conifers = this.#landscape.relief.at(x, y) + moisture * 0.55 + crowns * 0.3;
    return conifers > 0.55 ? GROUND.conifers : GROUND.leafTrees;
  }

  #fieldAt(x: number, y: number, moisture: number): Reflectance {
    const pixel = this.#fieldPixel;
    this.#farmland.read(x, y, pixel);
    if (pixel.edge < 0.55) return GROUND.track;
    this.#vary = 0.9 + ((pixel.field >>> 12) & 255) / 1280 + moisture * 0.11;
    let share = (pixel.field & 4095) / 4096;
    for (const crop of CROPS) {
      share -= crop.share;
      if (share < 0) return crop.reflectance;
    }
    return GROUND.meadow;
  }

  /** Streets on a grid, between them roofs and gardens; the farther out, the more gardens. */
  #settlementAt(x: number, y: number, built: number): Reflectance {
    const angle = nearestSettlement(this.#landscape.settlements, x, y).place?.angle ?? 0;
    const across = x * Math.cos(angle) + y * Math.sin(angle);
    const along = y * Math.cos(angle) - x * Math.sin(angle);
    const street = Math.min(modulo(across, 13), modulo(along, 9));
    if (street < 1) return GROUND.road;
    const plot = hash(Math.floor(across / 3.25), Math.floor(along / 3), SEED + 30);
    this.#vary = 0.86 + ((plot >>> 16) & 255) / 900;
    if ((plot & 1023) / 1024 > 0.42 + built * 0.6) {
      return ((plot >>> 10) & 3) === 0 ? GROUND.leafTrees : GROUND.garden;
    }
    const quarter = hash(Math.floor(across / 52), Math.floor(along / 45), SEED + 31);
    const isIndustry = built < 0.45 && quarter % 9 === 0;
    return (isIndustry ? ROOFS[2] : ROOFS[(plot >>> 10) % ROOFS.length]) ?? GROUND.garden;
  }
}

function modulo(value: number, divisor: number): number {
  return value - Math.floor(value / divisor) * divisor;
}
