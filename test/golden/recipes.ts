import { tileAt, type TileAddress } from "../../core/tiles/tile-grid.ts";
import type { RasterRecipe } from "./make-raster.ts";

/** A raster and a tile of it whose picture is kept. */
export interface GoldenCase {
  readonly recipe: RasterRecipe;
  readonly tile: TileAddress;
}

const hill = (x: number, y: number) =>
  Math.sin(x / 17) * Math.cos(y / 23) * Math.exp(-((x - 128) ** 2) / 40_000);

/** One case for each way a raster becomes a picture. */
export const GOLDEN_CASES = {
  "rgb-utm": {
    recipe: {
      crs: 32633,
      affine: [300_000, 500, 0, 5_400_000, 0, -500],
      width: 256,
      height: 256,
      bands: 3,
      colors: ["Red", "Green", "Blue"],
      overviews: [2, 4],
      value: (band, x, y) => (x * (band + 1) + y * (3 - band)) % 256,
    },
    tile: tileAt(13, 48.2, 7),
  },
  "float-nodata-4326": {
    recipe: {
      crs: 4326,
      affine: [5, 0.01, 0, 50, 0, -0.01],
      width: 300,
      height: 200,
      dataType: "Float32",
      nodata: -9999,
      value: (_, x, y) => (Math.hypot(x - 150, y - 100) < 80 ? 500 + 400 * hill(x, y) : -9999),
    },
    tile: tileAt(6.5, 49, 7),
  },
  "palette-mercator": {
    recipe: {
      crs: 3857,
      affine: [1_000_000, 100, 0, 6_000_000, 0, -100],
      width: 256,
      height: 256,
      nodata: 0,
      palette: [
        [0, 0, 0, 255],
        [220, 60, 40, 255],
        [60, 160, 80, 255],
        [40, 80, 200, 255],
      ],
      value: (_, x, y) => ((x >> 5) + (y >> 6)) % 4,
    },
    tile: tileAt(9.1, 47.3, 10),
  },
  "rotated-alpha": {
    recipe: {
      crs: 32633,
      affine: [400_000, 300, 120, 5_400_000, 120, -300],
      width: 200,
      height: 200,
      bands: 4,
      colors: ["Red", "Green", "Blue", "Alpha"],
      options: ["ALPHA=YES", "PHOTOMETRIC=RGB", "TILED=YES", "COMPRESS=DEFLATE"],
      value: (band, x, y) =>
        band === 3 ? (Math.hypot(x - 100, y - 100) < 90 ? 255 : 0) : (x + y * band) % 256,
    },
    tile: tileAt(14.2, 48.4, 7),
  },
  "over-the-antimeridian": {
    recipe: {
      crs: 32660,
      affine: [500_000, 2000, 0, 6_000_000, 0, -2000],
      width: 250,
      height: 200,
      dataType: "UInt16",
      value: (_, x, y) => 1000 + x * 20 + y * 5,
    },
    tile: tileAt(179, 52, 5),
  },
} as const satisfies Record<string, GoldenCase>;
