import type { RasterInfo } from "../../core/rasters/raster-info.ts";
import { gdal } from "../render/engine/configure-gdal.ts";

/**
 * The names of the classes of each band, by value: GDAL's category names, which lie in an `.aux.xml` beside a
 * TIFF. Empty for bands without. A conversion does not keep them.
 */
export function readClassNames(path: string): string[][] {
  const dataset = gdal.open(path, "r", ["GTiff"]);
  try {
    return dataset.bands.map((band) => {
      // GDAL's GTiff driver reads what lies beside a file with the description, and not with the names.
      void band.description;
      return [...band.categoryNames];
    });
  } finally {
    dataset.close();
  }
}

/** A raster whose classes carry their names. */
export function withClassNames(raster: RasterInfo, names: readonly (readonly string[])[]): RasterInfo {
  const bands = raster.bands.map((band, index) => {
    const classes = band.classes?.map((known) => {
      const name = names[index]?.[known.value]?.trim();
      return name ? { ...known, name } : known;
    });
    return classes === undefined ? band : { ...band, classes };
  });
  return { ...raster, bands };
}
