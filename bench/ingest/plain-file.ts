import { statSync } from "node:fs";
import { gdal } from "../../workers/render/engine/configure-gdal.ts";

const ROWS_AT_ONCE = 64;

/** Writes a picture of three bands in strips, not compressed, without overviews; resolves to its bytes. */
export function writePlainFile(path: string, megabytes: number): number {
  const side = Math.round(Math.sqrt((megabytes * 1e6) / 3));
  const dataset = gdal.drivers.get("GTiff").create(path, side, side, 3, gdal.GDT_Byte, ["INTERLEAVE=PIXEL"]);
  dataset.srs = gdal.SpatialReference.fromEPSGA(32_633);
  dataset.geoTransform = [400_000, 1, 0, 5_400_000, 0, -1];
  let noise = 12_345;
  for (let top = 0; top < side; top += ROWS_AT_ONCE) {
    const height = Math.min(ROWS_AT_ONCE, side - top);
    const rows = [1, 2, 3].map((band) => {
      const values = new Uint8Array(side * height);
      for (let index = 0; index < values.length; index++) {
        noise = (Math.imul(noise, 1_103_515_245) + 12_345) >>> 0;
        const [x, y] = [index % side, top + Math.floor(index / side)];
        const land =
          110 + 60 * Math.sin(x / (170 + 40 * band)) * Math.cos(y / 230) + (((x >> 6) ^ (y >> 6)) % 24);
        values[index] = land + ((noise >>> 24) & 7);
      }
      return values;
    });
    for (const [index, values] of rows.entries()) {
      dataset.bands.get(index + 1).pixels.write(0, top, side, height, values);
    }
  }
  dataset.close();
  return statSync(path).size;
}
