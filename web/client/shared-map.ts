/** What a link shares, as far as pages read the answer of `share.link.validate`. */
export interface SharedTarget {
  readonly target_type: string;
  readonly permission: string;
  readonly gives_values?: boolean;
  readonly expires_at?: string;
  /** Whether addresses for map software live as long as the link. */
  readonly addresses_end_with_link?: boolean;
  readonly target?: SharedSubject | null;
  readonly tilejson_url?: string | null;
  /** Files to download, with addresses that live for minutes. */
  readonly assets?: readonly SharedFile[];
}

/** An item or a collection. */
export interface SharedSubject {
  readonly name?: string | null;
  readonly title?: string | null;
  readonly description?: string | null;
  readonly datetime?: string | null;
  /** Metres on the ground of a pixel. */
  readonly gsd?: number | null;
  /** Of a collection, its first items. */
  readonly items?: readonly SharedItem[];
  /** Of a collection, where the list of items goes on. */
  readonly next_offset?: number | null;
}

/** An item of a collection. */
export interface SharedItem {
  readonly id: string;
  readonly name?: string | null;
  readonly datetime?: string | null;
  readonly bbox?: Bounds | null;
}

/** A file to download. */
export interface SharedFile {
  readonly item_id: string;
  readonly key: string;
  readonly bytes: number;
  readonly url: string;
}

/** A page of the items of a collection. */
export interface SharedItemsPage {
  readonly items: readonly SharedItem[];
  readonly assets?: readonly SharedFile[];
  readonly next_offset: number | null;
}

/** What the colours of a map mean. */
export interface Legend {
  readonly kind: "ramp" | "classes" | "rgb" | "none";
  readonly title?: string;
  readonly unit?: string | null;
  readonly stops?: readonly {
    readonly value: number;
    readonly to?: number;
    readonly color: string;
    readonly label?: string;
  }[];
  readonly bands?: readonly { readonly channel: string; readonly name: string }[];
  readonly varies?: boolean;
}

/** The values under a place. */
export interface PointValues {
  readonly has_data: boolean;
  readonly values: readonly {
    readonly name: string;
    readonly value: number | null;
    readonly unit: string | null;
    readonly distribution?: Distribution | null;
  }[];
}

/** How often values of a band occur, in bins of equal width. */
export interface Distribution {
  readonly range: readonly [number, number];
  readonly counts: readonly number[];
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
  readonly tilejson_url?: string;
  readonly wmts_url?: string;
  readonly legend_url?: string;
  /** A picture of everything, in any size. */
  readonly preview_url?: string;
  /** When its addresses end; those of a link that chose so end with it. */
  readonly expires_at?: string;
  readonly profiles?: readonly ShownProfile[];
  readonly being_prepared?: { readonly percent: number };
  readonly nothing_to_show?: boolean;
}

/** A profile that the holder may choose. */
export interface ShownProfile {
  readonly name: string;
  readonly is_shown: boolean;
  readonly tilejson_url: string;
}

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** All that a page needs to show a shared map. */
export interface SharedMap {
  readonly share: SharedTarget;
  readonly tilejson: TileJson;
}
