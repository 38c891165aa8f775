import { existsSync, renameSync } from "node:fs";
import { gdal } from "../workers/render/engine/configure-gdal.ts";
import { seededValues } from "./render/rasters.ts";

const SIDE = 1024;

/** Kinds that differ in how they are read and drawn. */
const KINDS = [
  { bands: 3, dataType: "Byte", epsg: 32_633, compress: "DEFLATE", nodata: null },
  { bands: 4, dataType: "UInt16", epsg: 32_660, compress: "DEFLATE", nodata: 0 },
  { bands: 1, dataType: "Float32", epsg: 4326, compress: "DEFLATE", nodata: -9999 },
  { bands: 3, dataType: "Byte", epsg: 3857, compress: "JPEG", nodata: null },
  { bands: 1, dataType: "Int16", epsg: 2056, compress: "LZW", nodata: null },
  { bands: 8, dataType: "UInt16", epsg: 3035, compress: "DEFLATE", nodata: null },
] as const;

/** Where a raster of each CRS begins, and its pixel. */
const PLACES: Readonly<Record<number, readonly [x: number, y: number, pixel: number]>> = {
  32_633: [400_000, 5_400_000, 10],
  32_660: [600_000, 6_000_000, 20],
  4326: [10, 48, 1 / 3600],
  3857: [1_500_000, 6_200_000, 2.388_657_133_911_758],
  2056: [2_600_000, 1_200_000, 5],
  3035: [4_300_000, 3_000_000, 10],
};

/**
 * Writes the raster of a number, unless it is there, and answers its path; each has another kind and another
 * place.
 */
export function makeSoakRaster(path: string, index: number): string {
  if (existsSync(path)) return path;
  const kind = KINDS[index % KINDS.length]!;
  const [x, y, pixel] = PLACES[kind.epsg]!;
  const east = x + Math.floor(index / KINDS.length) * SIDE * pixel;
  const unfinished = `${path}.unfinished`;
  const options = ["TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256", `COMPRESS=${kind.compress}`];
  const dataset = gdal.open(unfinished, "w", "GTiff", SIDE, SIDE, kind.bands, kind.dataType, options);
  dataset.srs = gdal.SpatialReference.fromEPSG(kind.epsg);
  dataset.geoTransform = [east, pixel, 0, y, 0, -pixel];
  for (let band = 1; band <= kind.bands; band++) {
    const target = dataset.bands.get(band);
    if (kind.nodata !== null) target.noDataValue = kind.nodata;
    const noise = seededValues(SIDE * SIDE, index * 31 + band);
    const values = noise.map((value, at) => value * 60 + (at % SIDE) / 6 + at / SIDE / 40);
    target.pixels.write(0, 0, SIDE, SIDE, values);
  }
  dataset.flush();
  dataset.buildOverviews("AVERAGE", [2, 4]);
  dataset.close();
  renameSync(unfinished, path);
  return path;
}
