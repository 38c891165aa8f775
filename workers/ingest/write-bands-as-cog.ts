import { rmSync } from "node:fs";
import gdal from "gdal-async";
import { writeCog } from "./write-cog.ts";
import { escapeXml } from "../../core/xml.ts";

/** A band of a raster to be written. */
export interface BandDescription {
  readonly description: string;
  /** GDAL's name of the colour interpretation. */
  readonly color: string;
}

/** A square raster of 16-bit bands, north up. */
export interface RasterDescription<Bands extends readonly BandDescription[]> {
  readonly sidePixels: number;
  readonly crs: string;
  /** West and north of the top left corner, in units of the CRS. */
  readonly origin: readonly [number, number];
  /** Edge of a pixel, in units of the CRS. */
  readonly resolution: number;
  readonly nodata: number;
  readonly bands: Bands;
}

const ROWS_AT_ONCE = 200;

/** The pixels of each band. */
type BandRows<Bands> = { readonly [Band in keyof Bands]: Uint16Array };

/** Writes values into one row of every band, from `offset` on. */
type FillRow<Bands> = (row: number, bands: BandRows<Bands>, offset: number) => void;

/** Writes a raster, row by row, as a COG without loss. */
export async function writeBandsAsCog<const Bands extends readonly BandDescription[]>(
  raster: RasterDescription<Bands>,
  fillRow: FillRow<Bands>,
  destination: string,
): Promise<void> {
  const painted = `${destination}.painted`;
  const { sidePixels: side, bands } = raster;
  try {
    const canvas = gdal.open(painted, "w", "GTiff", side, side, bands.length, gdal.GDT_UInt16);
    fill(canvas, side, fillRow);
    canvas.close();
    const described = gdal.open(virtualRaster(painted, raster), "r", ["VRT"]);
    await writeCog(described, destination, "lossless");
    described.close();
  } finally {
    rmSync(painted, { force: true });
  }
}

function fill<Bands>(canvas: gdal.Dataset, side: number, fillRow: FillRow<Bands>): void {
  const pixels = canvas.bands.map(() => new Uint16Array(side * ROWS_AT_ONCE));
  for (let top = 0; top < side; top += ROWS_AT_ONCE) {
    const height = Math.min(ROWS_AT_ONCE, side - top);
    for (let row = 0; row < height; row++) fillRow(top + row, pixels as BandRows<Bands>, row * side);
    pixels.forEach((values, index) => {
      canvas.bands.get(index + 1).pixels.write(0, top, side, height, values);
    });
  }
}

/** gdal-async cannot write the names of bands; a virtual raster around the file carries them. */
function virtualRaster(
  path: string,
  { sidePixels: side, crs, origin, resolution, nodata, bands }: RasterDescription<readonly BandDescription[]>,
): string {
  const described = bands.map(
    ({ description, color }, index) => `
      <VRTRasterBand dataType="UInt16" band="${index + 1}">
        <Description>${description}</Description>
        <ColorInterp>${color}</ColorInterp>
        <NoDataValue>${nodata}</NoDataValue>
        <SimpleSource><SourceFilename>${escapeXml(path)}</SourceFilename><SourceBand>${index + 1}</SourceBand></SimpleSource>
      </VRTRasterBand>`,
  );
  const transform = [origin[0], resolution, 0, origin[1], 0, -resolution].join(", ");
  return `<VRTDataset rasterXSize="${side}" rasterYSize="${side}">
    <SRS>${crs}</SRS><GeoTransform>${transform}</GeoTransform>${described.join("")}
  </VRTDataset>`;
}
