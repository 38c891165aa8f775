import type { DataArray, DataTile } from "./data-tile.ts";
import type { DataFormat, TileSize } from "../tile-format.ts";
import { tileMercatorBox, type TileAddress } from "../tile-grid.ts";
import { encodeGeoTiff } from "./geotiff.ts";
import { DATA_TYPES, type DataLayout } from "./layout.ts";
import { encodeNpy } from "./npy.ts";

/** Encodes a data tile. */
export function encodeDataTile(tile: DataTile, address: TileAddress, format: DataFormat): Buffer {
  switch (format) {
    case "npy":
      return encodeNpy(tile);
    case "tif":
      return encodeGeoTiff(tile, tileMercatorBox(address));
  }
}

/** Values in the number type of a layout, with its nodata value where there is no data. */
export function dataArrayOf(
  values: ArrayLike<number>,
  opacity: Uint8Array,
  { dataType, nodata }: DataLayout,
): DataArray {
  const array = new DATA_TYPES[dataType].array(values.length);
  const missing = nodata === "nan" ? Number.NaN : (nodata ?? 0);
  for (let pixel = 0; pixel < array.length; pixel++) {
    array[pixel] = opacity[pixel] === 0 ? missing : values[pixel]!;
  }
  return array;
}

/** A tile without any data. */
export function emptyDataTileOf(layout: DataLayout, size: TileSize): DataTile {
  const opacity = new Uint8Array(size * size);
  return { layout, size, opacity, bands: layout.bands.map(() => dataArrayOf(opacity, opacity, layout)) };
}
