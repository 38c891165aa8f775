import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";
import { gdal } from "../../workers/render/engine/configure-gdal.ts";

/**
 * A raster of a kind that people have, made of seeded noise or of a public-domain image: the same bytes on
 * every machine with the same GDAL.
 */
export interface BenchRaster {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly bands: number;
  readonly dataType: "Byte" | "UInt16" | "Float32";
  readonly epsg: number;
  readonly affine: readonly number[];
  /** Of the GTiff driver, or of the COG driver for a raster made of an image. */
  readonly options: readonly string[];
  /** Of NASA's images that the demo shows; without, seeded noise. */
  readonly image?: ImageName;
  readonly overviews: readonly number[];
  /** Zoom levels of the tiles that are asked for. */
  readonly zooms: readonly [number, number, number, number];
}

/** NASA's images in the package `three-globe`. */
type ImageName = "earth-blue-marble.jpg" | "earth-topology.png";
const IMAGES = join(packageRoot, "node_modules", "three-globe", "example", "img");

const TILED = ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "INTERLEAVE=PIXEL"];

/** The four rasters of the benchmark. */
export const BENCH_RASTERS: readonly BenchRaster[] = [
  {
    name: "rgb-utm",
    width: 8192,
    height: 8192,
    bands: 3,
    dataType: "Byte",
    epsg: 32633,
    affine: [400_000, 2, 0, 5_400_000, 0, -2],
    options: [...TILED, "COMPRESS=DEFLATE", "PREDICTOR=2", "PHOTOMETRIC=RGB"],
    overviews: [2, 4, 8, 16],
    zooms: [13, 14, 15, 16],
  },
  {
    name: "uint16-utm",
    width: 10_980,
    height: 10_980,
    bands: 4,
    dataType: "UInt16",
    epsg: 32633,
    affine: [399_960, 10, 0, 5_400_000, 0, -10],
    options: [...TILED, "COMPRESS=DEFLATE", "PREDICTOR=2"],
    overviews: [2, 4, 8, 16],
    zooms: [11, 12, 13, 14],
  },
  {
    name: "dem-4326",
    width: 6000,
    height: 6000,
    bands: 1,
    dataType: "Float32",
    epsg: 4326,
    affine: [10, 1 / 3600, 0, 48, 0, -1 / 3600],
    options: [...TILED, "COMPRESS=DEFLATE", "PREDICTOR=3"],
    overviews: [2, 4, 8, 16],
    zooms: [9, 10, 11, 12],
  },
  {
    name: "rgb-3857",
    width: 8192,
    height: 8192,
    bands: 3,
    dataType: "Byte",
    epsg: 3857,
    affine: [1_500_000, 2.388657133911758, 0, 6_200_000, 0, -2.388657133911758],
    options: [...TILED, "COMPRESS=JPEG", "JPEG_QUALITY=85", "PHOTOMETRIC=YCBCR"],
    overviews: [2, 4, 8, 16],
    zooms: [13, 14, 15, 16],
  },
];

/** Real images as people store them: in the codecs of cloud-optimized GeoTIFFs. */
export const IMAGERY_RASTERS: readonly BenchRaster[] = [
  photograph("photo-jpeg", ["COMPRESS=JPEG", "QUALITY=85"]),
  photograph("photo-webp", ["COMPRESS=WEBP", "QUALITY=85"]),
  photograph("photo-zstd", ["COMPRESS=ZSTD", "PREDICTOR=YES"]),
  photograph("photo-lzw", ["COMPRESS=LZW", "PREDICTOR=YES"]),
  {
    ...photograph("relief-lerc", ["COMPRESS=LERC_ZSTD", "MAX_Z_ERROR=0.1"]),
    image: "earth-topology.png",
    bands: 1,
    dataType: "Float32",
  },
];

function photograph(name: string, options: readonly string[]): BenchRaster {
  return {
    name,
    width: 8192,
    height: 8192,
    bands: 3,
    dataType: "Byte",
    epsg: 32633,
    affine: [400_000, 2, 0, 5_400_000, 0, -2],
    options: ["BLOCKSIZE=512", "RESAMPLING=AVERAGE", ...options],
    image: "earth-blue-marble.jpg",
    overviews: [],
    zooms: [13, 14, 15, 16],
  };
}

/** Writes what is not there yet and answers the path. */
export function makeBenchRaster(folder: string, raster: BenchRaster): string {
  const path = join(folder, `${raster.name}.tif`);
  if (existsSync(path)) return path;
  if (raster.image !== undefined) {
    mkdirSync(folder, { recursive: true });
    const unfinished = `${path}.unfinished`;
    writeFromImage(unfinished, raster.image, raster);
    renameSync(unfinished, path);
    return path;
  }
  mkdirSync(folder, { recursive: true });
  const unfinished = `${path}.unfinished`;
  const { width, height, bands, dataType } = raster;
  gdal.config.set("COMPRESS_OVERVIEW", "DEFLATE");
  const dataset = gdal.open(unfinished, "w", "GTiff", width, height, bands, dataType, [...raster.options]);
  dataset.srs = gdal.SpatialReference.fromEPSG(raster.epsg);
  dataset.geoTransform = [...raster.affine];
  writeBands(dataset, raster);
  dataset.flush();
  dataset.buildOverviews("AVERAGE", [...raster.overviews]);
  dataset.close();
  renameSync(unfinished, path);
  return path;
}

/** Metres of one step of the image of elevations. */
const METRES = 25;

/** Writes an image side by side, every second one mirrored so that no edge is sharp, by GDAL's COG driver. */
function writeFromImage(path: string, image: ImageName, raster: BenchRaster): void {
  const { width, height, bands, dataType } = raster;
  const source = gdal.open(join(IMAGES, image));
  const { x: columns, y: rows } = source.rasterSize;
  const copy = gdal.open(`/vsimem/${raster.name}`, "w", "MEM", width, height, bands, dataType, []);
  for (let band = 1; band <= bands; band++) {
    const pixels = source.bands.get(band).pixels.read(0, 0, columns, rows);
    const row = new ARRAYS[dataType](width);
    for (let y = 0; y < height; y++) {
      const from = mirrored(y, rows) * columns;
      for (let x = 0; x < width; x++) {
        const value = pixels[from + mirrored(x, columns)]!;
        row[x] = dataType === "Byte" ? value : value * METRES;
      }
      copy.bands.get(band).pixels.write(0, y, width, 1, row);
    }
  }
  copy.srs = gdal.SpatialReference.fromEPSG(raster.epsg);
  copy.geoTransform = [...raster.affine];
  const options = raster.options.flatMap((option) => ["-co", option]);
  gdal.translate(path, copy, ["-of", "COG", ...options]).close();
  copy.close();
  source.close();
}

/** Where a pixel beyond an image lies in it, when the image continues as its mirror image. */
function mirrored(at: number, size: number): number {
  const within = at % (2 * size);
  return within < size ? within : 2 * size - 1 - within;
}

/** Rows written at once: one row of blocks, so that each is compressed once. */
const STRIP_ROWS = 512;

function writeBands(dataset: gdal.Dataset, { width, height, bands, dataType }: BenchRaster): void {
  const texture = noiseTexture();
  for (let top = 0; top < height; top += STRIP_ROWS) {
    const rows = Math.min(STRIP_ROWS, height - top);
    for (let band = 0; band < bands; band++) {
      const strip = new ARRAYS[dataType](width * rows);
      fillStrip(strip, { width, top, band, dataType }, texture);
      dataset.bands.get(band + 1).pixels.write(0, top, width, rows, strip);
    }
  }
}

const ARRAYS = { Byte: Uint8Array, UInt16: Uint16Array, Float32: Float32Array } as const;
/** What the noise, 0 to 1, becomes: bytes, reflectances, metres. */
const SCALES = { Byte: 255, UInt16: 6000, Float32: 3000 } as const;

function fillStrip(
  strip: Uint8Array | Uint16Array | Float32Array,
  {
    width,
    top,
    band,
    dataType,
  }: { width: number; top: number; band: number; dataType: BenchRaster["dataType"] },
  texture: Float32Array,
): void {
  const scale = SCALES[dataType];
  for (let index = 0; index < strip.length; index++) {
    const x = index % width;
    const y = top + (index - x) / width;
    const fine = texture[((y + band * 37) & TEXTURE_MASK) * TEXTURE_SIDE + ((x + band * 91) & TEXTURE_MASK)]!;
    const coarse = texture[((y >> 4) & TEXTURE_MASK) * TEXTURE_SIDE + ((x >> 4) & TEXTURE_MASK)]!;
    strip[index] = (fine * 0.4 + coarse * 0.6) * scale;
  }
}

const TEXTURE_SIDE = 1024;
const TEXTURE_MASK = TEXTURE_SIDE - 1;

/** Five octaves of value noise, 0 to 1, that continue over their edges. */
function noiseTexture(): Float32Array {
  const texture = new Float32Array(TEXTURE_SIDE * TEXTURE_SIDE);
  let weight = 0.5;
  for (let cell = 64; cell >= 4; cell /= 2) {
    const nodes = TEXTURE_SIDE / cell;
    const values = seededValues(nodes * nodes, cell);
    for (let index = 0; index < texture.length; index++) {
      const x = (index % TEXTURE_SIDE) / cell;
      const y = Math.floor(index / TEXTURE_SIDE) / cell;
      const [column, row] = [Math.floor(x), Math.floor(y)];
      const at = (c: number, r: number) => values[(r % nodes) * nodes + (c % nodes)]!;
      const [u, v] = [x - column, y - row];
      const above = at(column, row) * (1 - u) + at(column + 1, row) * u;
      const below = at(column, row + 1) * (1 - u) + at(column + 1, row + 1) * u;
      texture[index]! += (above * (1 - v) + below * v) * weight;
    }
    weight /= 2;
  }
  return texture;
}

/** A linear congruential generator (Numerical Recipes' constants). */
export function seededValues(count: number, seed: number): Float64Array {
  let state = seed >>> 0;
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  });
}
