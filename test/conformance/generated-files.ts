import { makeRaster, type RasterRecipe } from "../golden/make-raster.ts";
import { gdal } from "../../workers/render/engine/configure-gdal.ts";
import { join } from "node:path";

/** Values that differ everywhere and are smooth enough to be compared. */
const wave = (band: number, x: number, y: number) =>
  Math.round(128 + 70 * Math.sin(x / 19 + band) + 50 * Math.cos(y / 23 - band));

type DataType = NonNullable<RasterRecipe["dataType"]>;

const ALPS: Pick<RasterRecipe, "crs" | "affine" | "width" | "height" | "value"> = {
  crs: 32632,
  affine: [500_000, 100, 0, 5_200_000, 0, -100],
  width: 200,
  height: 160,
  value: wave,
};

const isOutside = (x: number, y: number) => Math.hypot(x - 100, y - 80) > 70;

const ALPHA_TYPES: readonly (readonly [DataType, readonly number[]])[] = [
  ["Byte", [1, 255]],
  ["UInt16", [1, 255, 65_535]],
  ["Int16", [1, 255, 32_767]],
  ["UInt32", [1, 255, 4_294_967_295]],
  ["Int32", [1, 255, 2_147_483_647]],
  ["Float32", [1, 255, 3.4e38]],
  ["Float64", [1, 255, 65_535]],
];

/** Red, green, blue and an alpha of every number type, in each scale that is in use. */
const alphas = ALPHA_TYPES.flatMap(([dataType, scales]) =>
  scales.map((full): [string, RasterRecipe] => [
    `alpha-${dataType}-${full}`,
    {
      ...ALPS,
      dataType,
      bands: 4,
      colors: ["Red", "Green", "Blue", "Alpha"],
      value: (band, x, y) => (band < 3 ? wave(band, x, y) : isOutside(x, y) ? 0 : full),
    },
  ]),
);

const masked = { ...ALPS, mask: (x: number, y: number) => (isOutside(x, y) ? 0 : 255) };
const holed =
  (value: RasterRecipe["value"], nodata: number): RasterRecipe["value"] =>
  (band, x, y) =>
    (x + y) % 90 < 20 ? nodata : value(band, x, y);

/** What hides pixels, alone and together. */
const masks: Record<string, RasterRecipe> = {
  "mask-alone": masked,
  "mask-and-nodata": { ...masked, nodata: 7, value: holed(wave, 7) },
  "mask-and-nodata-rgb": { ...masked, bands: 3, nodata: 0, value: holed(wave, 0) },
  "mask-and-nodata-overviews": {
    ...masked,
    nodata: 7,
    value: holed(wave, 7),
    overviews: [2, 4],
    overviewResampling: "NEAREST",
  },
  "alpha-and-nodata": {
    ...ALPS,
    bands: 2,
    nodata: 0,
    colors: ["Gray", "Alpha"],
    value: (band, x, y) => (band === 0 ? holed(wave, 0)(0, x, y) : isOutside(x, y) ? 0 : 255),
  },
  "nodata-as-text": {
    ...ALPS,
    dataType: "Float64",
    nodata: -1.267_650_6e30,
    value: holed((band, x, y) => wave(band, x, y) / 3, -1.267_650_600_228_229_4e30),
  },
};

/** A whole world of the width of a sphere's equator in metres, in a projection given as PROJ's string. */
function worldIn(projection: string, halfWidth: number, halfHeight: number): RasterRecipe {
  const crs = gdal.SpatialReference.fromProj4(`${projection} +datum=WGS84 +units=m +no_defs`).toWKT();
  const [width, height] = [240, Math.round((240 * halfHeight) / halfWidth)];
  const [across, down] = [(2 * halfWidth) / width, (2 * halfHeight) / height];
  return { crs, width, height, affine: [-halfWidth, across, 0, halfHeight, 0, -down], value: wave };
}

const worlds: Record<string, RasterRecipe> = {
  "world-mollweide": worldIn("+proj=moll", 18_040_096, 9_020_048),
  "world-mollweide-pacific": worldIn("+proj=moll +lon_0=180", 18_040_096, 9_020_048),
  "world-robinson": worldIn("+proj=robin", 17_005_833, 8_625_155),
  "world-sinusoidal": worldIn("+proj=sinu", 20_037_508, 10_001_966),
  "world-eckert-4": worldIn("+proj=eck4", 16_921_203, 8_460_601),
  "world-van-der-grinten": worldIn("+proj=vandg", 20_037_508, 20_037_508),
  "world-equidistant": worldIn("+proj=aeqd", 20_003_931, 20_003_931),
  "world-equidistant-oblique": worldIn("+proj=aeqd +lat_0=47 +lon_0=11", 20_003_931, 20_003_931),
  "world-equal-area": worldIn("+proj=laea +lat_0=10 +lon_0=-40", 12_742_000, 12_742_000),
  "world-cylindrical": worldIn("+proj=cea", 20_037_508, 6_378_137),
  "disc-orthographic": worldIn("+proj=ortho +lat_0=30 +lon_0=20", 6_378_137, 6_378_137),
  "disc-geostationary-75-west": worldIn("+proj=geos +h=35786023 +lon_0=-75 +sweep=x", 5_434_895, 5_434_895),
  "disc-geostationary-0": worldIn("+proj=geos +h=35785831 +lon_0=0", 5_567_248, 5_567_248),
  "disc-geostationary-140-east": worldIn("+proj=geos +h=35785863 +lon_0=140.7", 5_500_000, 5_500_000),
};

/** Degrees or grads of other datums and prime meridians. */
const angles = (crs: number, west: number, north: number, pixel = 0.001): RasterRecipe => ({
  crs,
  affine: [west, pixel, 0, north, 0, -pixel],
  width: 200,
  height: 160,
  value: wave,
});

// gdalwarp 3.6 looks for the datum shifts of Ferro, Jakarta and Bogota around Greenwich and finds none there.
const datums: Record<string, RasterRecipe> = {
  "datum-paris-grads": angles(4807, 0, 54.2),
  "datum-tokyo": angles(4301, 139.6, 35.8),
  "datum-rome": angles(4806, 0, 42),
  "datum-madrid": angles(4903, 0, 40.5),
  "datum-nad27": angles(4267, -117.7, 33.9),
  "datum-etrs89": angles(4258, 11, 48.3),
};

const antimeridian: Record<string, RasterRecipe> = {
  "antimeridian-degrees": { ...angles(4326, 177, -15, 0.02), width: 300 },
  "antimeridian-utm-60": { ...ALPS, crs: 32660, affine: [700_000, 1000, 0, 5_900_000, 0, -1000] },
  "antimeridian-utm-1": { ...ALPS, crs: 32701, affine: [100_000, 1000, 0, 8_200_000, 0, -1000] },
  "antimeridian-pacific-mercator": { ...ALPS, crs: 3832, affine: [3_200_000, 2000, 0, -1_600_000, 0, -2000] },
};

const turn = (west: number, columns: number, rest: Partial<RasterRecipe> = {}): RasterRecipe => ({
  crs: 4326,
  affine: [west, 360 / columns, 0, 90, 0, -360 / columns],
  width: columns,
  height: columns / 2,
  value: wave,
  ...rest,
});

const CLASSES: Pick<RasterRecipe, "palette" | "value"> = {
  palette: [0, 1, 2, 3, 4].map((at) => [at * 60, 255 - at * 60, (at * 97) % 256, 255] as const),
  value: (_, x, y) => Math.abs(Math.floor(x / 7 + Math.sin(y / 11)) * 3 + Math.floor((y + x / 3) / 9)) % 5,
};

const turns: Record<string, RasterRecipe> = {
  "turn-from-0": turn(0, 360),
  "turn-from-0-classes": turn(0, 360, CLASSES),
  "turn-from-half-a-pixel": turn(-0.5, 360),
  "turn-from-180.4-west-classes": turn(-180.4, 720, {
    ...CLASSES,
    overviews: [2, 4],
    overviewResampling: "NEAREST",
  }),
  "turn-from-179": turn(179, 360),
  "turn-from-180-west": turn(-180, 360),
};

const around = (crs: number, half: number): RasterRecipe => ({
  crs,
  affine: [-half, half / 150, 0, half, 0, -half / 150],
  width: 300,
  height: 300,
  value: wave,
});

const poles: Record<string, RasterRecipe> = {
  "pole-3031": around(3031, 3_333_000),
  "pole-3413": around(3413, 4_000_000),
  "pole-3408": around(3408, 9_036_842),
  "pole-3995": around(3995, 3_000_000),
  "pole-6931": around(6931, 9_000_000),
};

const types: Record<string, RasterRecipe> = {
  "type-signed-bytes": {
    ...ALPS,
    nodata: -128,
    options: ["PIXELTYPE=SIGNEDBYTE"],
    value: (band, x, y) => (isOutside(x, y) ? 128 : (wave(band, x, y) - 128 + 256) % 256),
  },
  "type-int16": {
    ...ALPS,
    dataType: "Int16",
    nodata: -32_768,
    value: (b, x, y) => wave(b, x, y) * 100 - 9000,
  },
  "type-uint32": { ...ALPS, dataType: "UInt32", value: (b, x, y) => wave(b, x, y) * 1e7 },
  "type-float32-nan": {
    ...ALPS,
    dataType: "Float32",
    value: (b, x, y) => (isOutside(x, y) ? NaN : wave(b, x, y)),
  },
  "type-float64": { ...ALPS, dataType: "Float64", nodata: -9999, value: (b, x, y) => wave(b, x, y) / 7 },
  "type-palette": { ...ALPS, ...CLASSES },
};

/** Small files of every kind that was once drawn wrongly somewhere, by name. */
export const GENERATED_FILES: Readonly<Record<string, RasterRecipe>> = {
  ...Object.fromEntries(alphas),
  ...masks,
  ...worlds,
  ...datums,
  ...antimeridian,
  ...turns,
  ...poles,
  ...types,
};

/** Writes a generated file into a folder. */
export function makeGenerated(folder: string, name: string): string {
  return makeRaster(join(folder, `gen-${name}.tif`), GENERATED_FILES[name]!);
}
