import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { gdal } from "./configure-gdal.ts";
import { openRaster } from "./raster-file.ts";

const folder = mkdtempSync(join(tmpdir(), "geopera-overviews-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(["OVERVIEW_FILE", "overview_file"])(
  "a file that names another one for its overviews (%s) is refused: it could be another organization's",
  (name) => {
    const other = join(folder, "other.tif");
    gdal.drivers.get("GTiff").create(other, 50, 50, 1, gdal.GDT_Byte).close();
    const path = join(folder, `${name}.tif`);
    const dataset = gdal.drivers.get("GTiff").create(path, 100, 100, 1, gdal.GDT_Byte);
    dataset.srs = gdal.SpatialReference.fromEPSGA(32632);
    dataset.geoTransform = [500_000, 1, 0, 5_300_000, 0, -1];
    dataset.setMetadata([`${name}=${other}`], "OVERVIEWS");
    dataset.close();
    expect(() => openRaster(path)).toThrow("OVERVIEW_FILE");
  },
);
