import type { TileSize } from "../tile-format.ts";
import type { DATA_TYPES, DataLayout } from "./layout.ts";

/** The values of a tile: a typed array of its number type for each band, in rows from the north, and the opacity of each pixel. */
export interface DataTile {
  readonly layout: DataLayout;
  readonly size: TileSize;
  readonly bands: readonly DataArray[];
  /** 0 where there is no data, 255 where there is; between where an alpha band says so. */
  readonly opacity: Uint8Array;
}

/** A typed array of one of {@link DATA_TYPES}. */
export type DataArray = InstanceType<(typeof DATA_TYPES)[keyof typeof DATA_TYPES]["array"]>;
