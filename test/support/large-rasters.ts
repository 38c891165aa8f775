import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import gdal from "gdal-async";

/** A GeoTIFF as programs export it: in strips, not compressed, without overviews; north of Munich. */
export async function writeStrips(
  path: string,
  { side = 2_600, bands = 3, options = [] as readonly string[], overviews = [] as number[] } = {},
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const dataset = gdal.drivers.get("GTiff").create(path, side, side, bands, gdal.GDT_Byte, [...options]);
  dataset.srs = gdal.SpatialReference.fromEPSGA(32632);
  dataset.geoTransform = [680_000, 10, 0, 5_400_000, 0, -10];
  const rows = 100;
  for (let top = 0; top < side; top += rows) {
    const height = Math.min(rows, side - top);
    for (let band = 1; band <= bands; band++) {
      const pixels = Uint8Array.from(
        { length: side * height },
        (_, index) => 1 + (((index % side) + band * 40 + ((top + Math.floor(index / side)) >> 3)) % 250),
      );
      dataset.bands.get(band).pixels.write(0, top, side, height, pixels);
    }
  }
  dataset.flush();
  if (overviews.length > 0) dataset.buildOverviews("NEAREST", overviews);
  dataset.close();
}
