import { gdal } from "../../workers/render/engine/configure-gdal.ts";
import { tileMercatorBox, type TileAddress } from "../../core/tiles/tile-grid.ts";
import type { Resampling } from "../../core/styles/render-style.ts";

/** Band values and opacity of one tile as gdalwarp makes them. */
export interface ReferenceTile {
  readonly bands: readonly Float64Array[];
  readonly opacity: Uint8Array;
}

const GDAL_NAME: Readonly<Record<Resampling, string>> = {
  nearest: "near",
  bilinear: "bilinear",
  cubic: "cubic",
  mode: "mode",
};

/**
 * gdalwarp's result for a tile (or a span of tiles): every band but alpha, and alpha from the area it
 * covered.
 */
export function referenceTile(
  location: string,
  tile: TileAddress,
  options: { size: number; resampling: Resampling; span?: number; flags?: readonly string[] },
): ReferenceTile {
  const { size, resampling, span = 1, flags = [] } = options;
  const [west, , , north] = tileMercatorBox(tile);
  const [, south, east] = tileMercatorBox({ z: tile.z, x: tile.x + span - 1, y: tile.y + span - 1 });
  const source = gdal.open(location, "r", ["GTiff"]);
  const extent = ["-te", west, south, east, north, "-ts", size, size].map(String);
  // With less memory gdalwarp divides a large window and chooses a kernel width per part: memory would change
  // the result.
  const method = ["-r", GDAL_NAME[resampling], "-dstalpha", "-wm", "4000000000", ...flags];
  let warped: gdal.Dataset;
  try {
    warped = gdal.warp(
      "/vsimem/reference",
      null,
      [source],
      ["-of", "MEM", "-q", "-t_srs", "EPSG:3857", ...extent, ...method],
    );
  } finally {
    source.close();
  }
  const count = warped.bands.count();
  const read = (band: number) =>
    warped.bands
      .get(band)
      .pixels.read(0, 0, size, size, new Float64Array(size * size), { data_type: "Float64" });
  const alpha = read(count);
  const bands = Array.from({ length: count - 1 }, (_, index) => read(index + 1));
  const most = Math.max(255, ...alpha) > 255 ? 65_535 : 255;
  warped.close();
  return { bands, opacity: Uint8Array.from(alpha, (value) => (value / most) * 255) };
}

/**
 * Peak signal-to-noise ratio in decibels where both have data; Infinity when identical, NaN without common
 * data.
 */
export function psnr(
  ours: { bands: readonly ArrayLike<number>[]; opacity: Uint8Array },
  theirs: { bands: readonly ArrayLike<number>[]; opacity: Uint8Array },
  peak: number,
): number {
  let [sum, count] = [0, 0];
  for (const [index, band] of ours.bands.entries()) {
    const other = theirs.bands[index]!;
    for (let pixel = 0; pixel < band.length; pixel++) {
      if (ours.opacity[pixel] === 0 || theirs.opacity[pixel] === 0) continue;
      const [a, b] = [band[pixel]!, other[pixel]!];
      if (Number.isNaN(a) && Number.isNaN(b)) continue;
      sum += (a - b) ** 2;
      count++;
    }
  }
  return 10 * Math.log10(peak ** 2 / (sum / count));
}

/** Share of pixels that both have or both lack. */
export function maskAgreement(ours: Uint8Array, theirs: Uint8Array): number {
  let same = 0;
  for (let pixel = 0; pixel < ours.length; pixel++) if (ours[pixel]! > 0 === theirs[pixel]! > 0) same++;
  return same / ours.length;
}
