/** What a link shares, as far as pages read the answer of `share.link.validate`. */
export interface SharedTarget {
  readonly target_type: string;
  readonly permission: string;
  readonly gives_values?: boolean;
  readonly target?: {
    readonly name?: string | null;
    readonly title?: string | null;
    readonly description?: string | null;
    readonly datetime?: string | null;
  } | null;
  readonly tilejson_url?: string | null;
}

/** Where the tiles are and what they cover, as far as pages read a TileJSON document. */
export interface TileJson {
  /** Tile URL templates; never empty. */
  readonly tiles: readonly [string, ...string[]];
  readonly tileSize?: number;
  readonly minzoom?: number;
  readonly maxzoom?: number;
  /** West, south, east, north in degrees; east is below west when the data crosses the antimeridian. */
  readonly bounds?: Bounds;
  readonly name?: string;
  readonly description?: string;
  /** Images that are more than a mosaic shows. */
  readonly items_omitted?: number;
  /** May hold HTML, by the TileJSON specification. */
  readonly attribution?: string;
}

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** All that a page needs to show a shared map. */
export interface SharedMap {
  readonly share: SharedTarget;
  readonly tilejson: TileJson;
}
