import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import gdal from "gdal-async";

/** A recipe for a test raster; `value(band, column, row)` is the value of a pixel. */
export interface RasterRecipe {
  readonly width?: number;
  readonly height?: number;
  readonly bands?: number;
  readonly dataType?: string;
  readonly epsg?: number;
  /** GDAL's: origin x, pixel width, 0, origin y, 0, negative pixel height. */
  readonly geoTransform?: [number, number, number, number, number, number];
  readonly nodata?: number;
  /** Of all bands. */
  readonly scale?: number;
  readonly offset?: number;
  readonly bandNames?: readonly string[];
  readonly value?: (band: number, column: number, row: number) => number;
}

/** Writes a GeoTIFF with overviews into the store of a test system; answers its object key. */
export async function putRaster(
  storeFolder: string,
  key: string,
  recipe: RasterRecipe = {},
): Promise<string> {
  const { width = 512, height = 512, bands = 3, dataType = gdal.GDT_Byte, epsg = 4326, nodata } = recipe;
  const value = recipe.value ?? ((band, column, row) => (band * 60 + column / 4 + row / 8) % 256);
  const path = join(storeFolder, key);
  await mkdir(dirname(path), { recursive: true });
  const dataset = gdal.drivers
    .get("GTiff")
    .create(path, width, height, bands, dataType, ["TILED=YES", "COMPRESS=DEFLATE"]);
  dataset.srs = gdal.SpatialReference.fromEPSGA(epsg);
  dataset.geoTransform = recipe.geoTransform ?? [10, 10 / width, 0, 50, 0, -10 / height];
  for (let band = 1; band <= bands; band += 1) {
    const pixels = new Float64Array(width * height);
    for (let row = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1) {
        pixels[row * width + column] = value(band, column, row);
      }
    }
    const target = dataset.bands.get(band);
    if (nodata !== undefined) target.noDataValue = nodata;
    if (recipe.scale !== undefined) target.scale = recipe.scale;
    if (recipe.offset !== undefined) target.offset = recipe.offset;
    target.pixels.write(0, 0, width, height, pixels);
  }
  dataset.flush();
  if (recipe.bandNames === undefined) dataset.buildOverviews("AVERAGE", [2]);
  dataset.close();
  if (recipe.bandNames !== undefined) await nameBands(path, recipe.bandNames, { width, height, dataType });
  return key;
}

/** The binding cannot name bands, a virtual file can. */
async function nameBands(
  path: string,
  names: readonly string[],
  { width, height, dataType }: { readonly width: number; readonly height: number; readonly dataType: string },
): Promise<void> {
  const plain = `${path}.plain.tif`;
  await rename(path, plain);
  const bands = names.map(
    (
      name,
      index,
    ) => `<VRTRasterBand dataType="${dataType}" band="${index + 1}"><Description>${name}</Description>
      <SimpleSource><SourceFilename>${plain}</SourceFilename><SourceBand>${index + 1}</SourceBand></SimpleSource>
      </VRTRasterBand>`,
  );
  const source = gdal.open(plain);
  const transform = (source.geoTransform ?? []).join(",");
  const head = `<SRS>${source.srs?.toWKT() ?? ""}</SRS><GeoTransform>${transform}</GeoTransform>`;
  const virtual = gdal.open(
    `<VRTDataset rasterXSize="${width}" rasterYSize="${height}">${head}${bands.join("")}</VRTDataset>`,
  );
  const named = gdal.translate(path, virtual, ["-co", "TILED=YES", "-co", "COMPRESS=DEFLATE"]);
  named.buildOverviews("AVERAGE", [2]);
  named.close();
  virtual.close();
  source.close();
  await rm(plain);
}
