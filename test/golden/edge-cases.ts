import type { RasterRecipe } from "./make-raster.ts";

const wave = (band: number, x: number, y: number) =>
  128 + 80 * Math.sin(x / 13 + band) + 40 * Math.cos(y / 17 - band);

const UTM: Pick<RasterRecipe, "crs" | "affine" | "width" | "height" | "value"> = {
  crs: 32633,
  affine: [400_000, 100, 0, 5_400_000, 0, -100],
  width: 300,
  height: 260,
  value: wave,
};

/** Patches of five classes whose edges lie on no pixel grid. */
const CLASSES: Pick<RasterRecipe, "palette" | "value"> = {
  palette: [0, 1, 2, 3, 4].map((at) => [at * 60, 255 - at * 60, (at * 97) % 256, 255] as const),
  value: (_, x, y) => Math.abs(Math.floor(x / 7 + Math.sin(y / 11)) * 3 + Math.floor((y + x / 3) / 9)) % 5,
};

/** Rasters that are drawn wrongly by whoever forgot about them. */
export const EDGE_CASES = {
  "antimeridian-utm-60": {
    ...UTM,
    crs: 32660,
    affine: [600_000, 2000, 0, 6_000_000, 0, -2000],
    width: 200,
    height: 200,
  },
  "longitudes-0-360": { crs: 4326, affine: [0, 1, 0, 80, 0, -1], width: 360, height: 160, value: wave },
  "longitudes-beyond-180": {
    crs: 4326,
    affine: [170, 0.1, 0, 10, 0, -0.1],
    width: 200,
    height: 200,
    value: wave,
  },
  "north-pole": {
    ...UTM,
    crs: 3413,
    affine: [-2_000_000, 16_000, 0, 2_000_000, 0, -16_000],
    width: 250,
    height: 250,
  },
  "south-pole": {
    ...UTM,
    crs: 3031,
    affine: [-3_000_000, 24_000, 0, 3_000_000, 0, -24_000],
    width: 250,
    height: 250,
  },
  "whole-earth": { crs: 4326, affine: [-180, 0.5, 0, 90, 0, -0.5], width: 720, height: 360, value: wave },
  rotated: { ...UTM, affine: [400_000, 90, 40, 5_400_000, 40, -90] },
  "south-up": { ...UTM, affine: [400_000, 100, 0, 5_374_000, 0, 100] },
  mirrored: { ...UTM, affine: [430_000, -100, 0, 5_400_000, 0, -100] },
  "one-pixel": { ...UTM, width: 1, height: 1, affine: [400_000, 5000, 0, 5_400_000, 0, -5000] },
  "one-row": { ...UTM, width: 300, height: 1 },
  "all-nodata": { ...UTM, nodata: 0, value: () => 0 },
  "nan-without-nodata": {
    ...UTM,
    dataType: "Float32",
    value: (band, x, y) => (Math.hypot(x - 150, y - 130) < 60 ? Number.NaN : wave(band, x, y)),
  },
  "nan-nodata": {
    ...UTM,
    dataType: "Float32",
    nodata: Number.NaN,
    value: (band, x, y) => (Math.hypot(x - 150, y - 130) < 60 ? Number.NaN : wave(band, x, y)),
  },
  "nodata-edge": {
    ...UTM,
    dataType: "Int16",
    nodata: -32_768,
    overviews: [2, 4],
    value: (band, x, y) => (x + y < 200 ? -32_768 : 20 * wave(band, x, y)),
  },
  "nodata-per-band": {
    ...UTM,
    bands: 3,
    nodata: 0,
    value: (band, x, y) => (x > band * 100 && x < band * 100 + 100 ? 0 : wave(band, x, y)),
  },
  "nodata-and-alpha": {
    ...UTM,
    bands: 4,
    nodata: 0,
    colors: ["Red", "Green", "Blue", "Alpha"],
    options: ["ALPHA=YES", "PHOTOMETRIC=RGB", "TILED=YES"],
    value: (band, x, y) => (band === 3 ? (x > 200 ? 0 : 255) : y < 60 ? 0 : wave(band, x, y)),
  },
  "mask-band": { ...UTM, bands: 3, mask: (x, y) => (Math.hypot(x - 150, y - 130) < 100 ? 255 : 0) },
  classes: { ...UTM, ...CLASSES, overviews: [2, 4], overviewResampling: "NEAREST" },
  "classes-without-overviews": {
    ...UTM,
    ...CLASSES,
    nodata: 2,
    width: 2000,
    height: 2000,
    affine: [300_000, 10, 0, 5_400_000, 0, -10],
  },
  "classes-rotated": { ...UTM, ...CLASSES, affine: [400_000, 90, 40, 5_400_000, 40, -90] },
  "classes-4326": { ...UTM, ...CLASSES, crs: 4326, affine: [10, 0.01, 0, 50, 0, -0.01] },
  "wrong-overviews": {
    ...UTM,
    width: 2000,
    height: 2000,
    affine: [300_000, 10, 0, 5_400_000, 0, -10],
    overviews: [3, 7],
    overviewResampling: "MODE",
  },
  "huge-and-sparse": {
    ...UTM,
    crs: 4326,
    affine: [-180, 0.01, 0, 90, 0, -0.01],
    width: 36_000,
    height: 18_000,
    options: ["TILED=YES", "SPARSE_OK=TRUE", "COMPRESS=DEFLATE"],
    nodata: 0,
    patch: { left: 19_000, top: 4100, width: 600, height: 500 },
  },
  "missing-overviews": { ...UTM, width: 3000, height: 3000, affine: [300_000, 10, 0, 5_400_000, 0, -10] },
  "one-far-overview": {
    ...UTM,
    width: 2000,
    height: 2000,
    affine: [300_000, 10, 0, 5_400_000, 0, -10],
    overviews: [16],
  },
  "stretched-pixels": {
    ...UTM,
    affine: [400_000, 100, 0, 5_400_000, 0, -25],
    height: 900,
    overviews: [2, 4],
  },
  "strips-of-int32": {
    ...UTM,
    dataType: "Int32",
    options: [],
    value: (band, x, y) => 1000 * wave(band, x, y),
  },
  float64: { ...UTM, dataType: "Float64", value: (band, x, y) => wave(band, x, y) / 1e6 },
  jpeg: {
    ...UTM,
    bands: 3,
    options: ["TILED=YES", "COMPRESS=JPEG", "PHOTOMETRIC=YCBCR"],
    overviews: [2],
  },
  webp: { ...UTM, bands: 3, options: ["TILED=YES", "COMPRESS=WEBP"], overviews: [2] },
  zstd: { ...UTM, options: ["TILED=YES", "COMPRESS=ZSTD"] },
  lerc: { ...UTM, dataType: "Float32", options: ["TILED=YES", "COMPRESS=LERC"] },
  "seam-utm": {
    ...UTM,
    width: 2000,
    height: 2000,
    affine: [300_000, 30, 0, 5_400_000, 0, -30],
    overviews: [2, 4],
  },
  "seam-mercator": {
    ...UTM,
    crs: 3857,
    width: 1500,
    height: 1500,
    affine: [1_500_000, 30, 0, 6_200_000, 0, -30],
    overviews: [2, 4],
  },
  "seam-rotated": {
    ...UTM,
    width: 1500,
    height: 1500,
    affine: [400_000, 30, 15, 5_400_000, 15, -30],
    overviews: [2, 4],
  },
} as const satisfies Record<string, RasterRecipe>;
