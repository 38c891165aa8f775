import type { RasterInfo } from "./raster-info.ts";

/** What is known of a band. */
export type Band = RasterInfo["bands"][number];

/** A band of bytes without a meaning, from 0 to 4000 with p2 to p98 from 100 to 3000, but for `fields`. */
export const bandOf = (fields: Partial<Band> = {}): Band => ({
  dataType: "Byte",
  colorInterpretation: "Undefined",
  description: null,
  nodata: null,
  scale: 1,
  offset: 0,
  hasPalette: false,
  statistics: { min: 0, max: 4000, p2: 100, p98: 3000 },
  ...fields,
});

/** A small GeoTIFF of these bands. */
export const rasterOf = (...bands: Band[]): RasterInfo => ({
  driver: "GTiff",
  width: 10,
  height: 10,
  crs: "EPSG:3857",
  bands,
  footprint: [[0, 0, 1, 1]],
  zoomMin: 0,
  zoomMax: 1,
  hasAlpha: false,
  overviewCount: 0,
  isCloudOptimized: true,
});
