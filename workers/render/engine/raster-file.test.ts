import { expect, test } from "vitest";
import { gdal } from "./configure-gdal.ts";
import { rasterFileOf } from "./raster-file.ts";

/** A band of a virtual raster, with the colours of its classes. GeoTIFFs keep one colour table at most. */
function bandOf(index: number, colors: readonly (readonly [number, number, number])[]): string {
  const entries = colors.map(
    ([red, green, blue]) => `<Entry c1="${red}" c2="${green}" c3="${blue}" c4="255"/>`,
  );
  const table = entries.length > 0 ? `<ColorTable>${entries.join("")}</ColorTable>` : "";
  return `<VRTRasterBand dataType="Byte" band="${index}">${table}</VRTRasterBand>`;
}

test("each band has its own palette, in whatever order they are asked for", () => {
  const bands = [
    bandOf(1, [[1, 2, 3]]),
    bandOf(2, [
      [4, 5, 6],
      [7, 8, 9],
    ]),
    bandOf(3, []),
  ];
  const dataset = gdal.open(
    `<VRTDataset rasterXSize="8" rasterYSize="8"><SRS>EPSG:3857</SRS>
     <GeoTransform>0, 10, 0, 0, 0, -10</GeoTransform>${bands.join("")}</VRTDataset>`,
    "r",
    ["VRT"],
  );
  const file = rasterFileOf(dataset);
  for (const band of [3, 1, 2, 1, 3]) {
    const expected = { 1: [1, 2, 3, 255], 2: [4, 5, 6, 255, 7, 8, 9, 255], 3: undefined }[band];
    const palette = file.paletteAt(band);
    expect(palette && [...palette]).toEqual(expected);
  }
  file.close();
});
