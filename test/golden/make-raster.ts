import { gdal } from "../../workers/render/engine/configure-gdal.ts";

/** A small raster to be written for a test. */
export interface RasterRecipe {
  readonly width: number;
  readonly height: number;
  /** EPSG code or WKT; undefined: none is stored. */
  readonly crs?: number | string;
  /** GDAL's geotransform; undefined: none is stored. */
  readonly affine?: readonly number[];
  readonly dataType?: "Byte" | "UInt16" | "Int16" | "UInt32" | "Int32" | "Float32" | "Float64" | "CFloat32";
  /** A value for each band (from 0), column and row. */
  readonly value: (band: number, column: number, row: number) => number;
  /** Where values are written; elsewhere the file stays sparse. The whole raster unless given. */
  readonly patch?: { left: number; top: number; width: number; height: number };
  readonly bands?: number;
  readonly nodata?: number;
  /** Red, green, blue, alpha, grey … of each band. */
  readonly colors?: readonly string[];
  /** Colours of classes 0, 1, 2 … */
  readonly palette?: readonly (readonly [number, number, number, number])[];
  /** Opacity of each pixel of a mask for the whole dataset. */
  readonly mask?: (column: number, row: number) => number;
  readonly overviews?: readonly number[];
  readonly overviewResampling?: string;
  readonly options?: readonly string[];
  readonly scale?: number;
  readonly offset?: number;
}

/** Writes a GeoTIFF and returns its path. */
export function makeRaster(path: string, recipe: RasterRecipe): string {
  const { width, height, dataType = "Byte", bands = 1 } = recipe;
  const options = [
    ...(recipe.options ?? ["TILED=YES", "BLOCKXSIZE=128", "BLOCKYSIZE=128", "COMPRESS=DEFLATE"]),
  ];
  gdal.config.set("GDAL_TIFF_INTERNAL_MASK", "YES");
  const dataset = gdal.open(path, "w", "GTiff", width, height, bands, dataType, options);
  if (recipe.crs !== undefined) dataset.srs = crsOf(recipe.crs);
  if (recipe.affine) dataset.geoTransform = [...recipe.affine];
  for (let index = 0; index < bands; index++) {
    const band = dataset.bands.get(index + 1);
    if (recipe.nodata !== undefined) band.noDataValue = recipe.nodata;
    const color = recipe.colors?.[index];
    if (color !== undefined) band.colorInterpretation = color;
    if (recipe.scale !== undefined) band.scale = recipe.scale;
    if (recipe.offset !== undefined) band.offset = recipe.offset;
    if (recipe.palette) band.colorTable = colorTableOf(recipe.palette);
    const patch = recipe.patch ?? { left: 0, top: 0, width, height };
    const data = new Float64Array(patch.width * patch.height);
    for (let pixel = 0; pixel < data.length; pixel++) {
      const [column, row] = [pixel % patch.width, Math.floor(pixel / patch.width)];
      data[pixel] = recipe.value(index, patch.left + column, patch.top + row);
    }
    band.pixels.write(patch.left, patch.top, patch.width, patch.height, data);
  }
  if (recipe.mask) writeMask(dataset, recipe.mask);
  dataset.flush();
  if (recipe.overviews) {
    dataset.buildOverviews(recipe.overviewResampling ?? "AVERAGE", [...recipe.overviews]);
  }
  dataset.close();
  return path;
}

function crsOf(crs: number | string) {
  return typeof crs === "number" ? gdal.SpatialReference.fromEPSG(crs) : gdal.SpatialReference.fromWKT(crs);
}

function colorTableOf(palette: NonNullable<RasterRecipe["palette"]>) {
  const table = new gdal.ColorTable(gdal.GPI_RGB);
  for (const [index, [c1, c2, c3, c4]] of palette.entries()) table.set(index, { c1, c2, c3, c4 });
  return table;
}

const MASK_PER_DATASET = 2;

function writeMask(dataset: gdal.Dataset, mask: NonNullable<RasterRecipe["mask"]>): void {
  const { x: width, y: height } = dataset.rasterSize;
  const first = dataset.bands.get(1);
  first.createMaskBand(MASK_PER_DATASET);
  const data = Uint8Array.from({ length: width * height }, (_, pixel) =>
    mask(pixel % width, Math.floor(pixel / width)),
  );
  first.getMaskBand()!.pixels.write(0, 0, width, height, data);
}
