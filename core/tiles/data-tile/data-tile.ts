import type { TileSize } from "../tile-format.ts";
import type { DATA_TYPES, DataLayout } from "./layout.ts";

/**
 * The values of a tile: a typed array for each band, in rows from the north, and the opacity of each pixel.
 */
export interface DataTile {
  readonly layout: DataLayout;
  readonly size: TileSize;
  readonly bands: readonly DataArray[];
  /** 0 without data, 255 with data; an alpha band may give values in between. */
  readonly opacity: Uint8Array;
}

/** A typed array of one of {@link DATA_TYPES}. */
export type DataArray = InstanceType<(typeof DATA_TYPES)[keyof typeof DATA_TYPES]["array"]>;
