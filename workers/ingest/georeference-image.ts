import gdal from "gdal-async";
import { writeCog, type CogCompression } from "./write-cog.ts";

/** A picture without a georeference, and the box that its edges lie on. */
export interface PlacedImage {
  readonly path: string;
  /** GDAL's short name of the only driver that may open the file. */
  readonly driver: string;
  readonly crs: string;
  /** West, south, east, north in units of the CRS. */
  readonly bounds: readonly [number, number, number, number];
}

/** Writes a picture as a georeferenced COG. Throws GDAL's error when the picture cannot be read. */
export async function georeferenceImage(
  { path, driver, crs, bounds: [west, south, east, north] }: PlacedImage,
  destination: string,
  compression: CogCompression,
): Promise<void> {
  const image = gdal.open(path, "r", [driver]);
  const corners = [west, north, east, south].map(String);
  const placed = gdal.translate("", image, ["-of", "MEM", "-a_srs", crs, "-a_ullr", ...corners]);
  try {
    await writeCog(placed, destination, compression);
  } finally {
    placed.close();
    image.close();
  }
}
