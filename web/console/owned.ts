import type { Bounds } from "../client/shared-map.ts";

/** A project, as far as the console reads it. */
export interface Project {
  readonly id: string;
  readonly name: string;
  /** Takes nothing new. */
  readonly is_archived?: boolean;
}

/** An item, as far as the console reads it. */
export interface Item {
  readonly id: string;
  readonly project_id: string;
  readonly collection_id?: string | null;
  readonly name: string;
  readonly created_at: string;
  /** West, south, east, north in degrees; east is below west over the antimeridian. */
  readonly bbox?: Bounds | null;
  readonly warnings?: readonly { readonly text: string }[];
}

/** A collection, as far as the console reads it. */
export interface Collection {
  readonly id: string;
  readonly project_id: string;
  readonly name: string;
  readonly description?: string | null;
  readonly item_count: number;
}

/** How far the preparation of an item is. */
export interface Ingest {
  readonly state: string;
  readonly percent: number;
  readonly message: string | null;
}

/** A link, as far as the console reads it. */
export interface Link {
  readonly id: string;
  readonly organization_id: string;
  readonly target_type: string;
  readonly target_id: string;
  readonly target_name?: string | null;
  readonly label: string | null;
  readonly expires_at: string;
  readonly status: "live" | "revoked" | "expired" | "paused";
  readonly limits_reached: readonly string[];
  readonly access_count: number;
  readonly tiles_used: number | null;
  readonly last_accessed_at: string | null;
  readonly created_at: string;
  /** The person or the key that made it. */
  readonly created_by?: string | null;
  readonly address_life: AddressLife;
  readonly introduction: Introduction;
  readonly preview_card: PreviewCard;
  readonly allowed_origins: readonly string[];
  readonly max_views: number | null;
  readonly max_tiles: number | null;
  /** In millionths of the currency. */
  readonly spend_limit: number | null;
}

/** How long addresses for map software live. */
export type AddressLife = "hour" | "day" | "link";

/** What messengers show of a link. */
export type PreviewCard = "none" | "name" | "picture";

/** What the page of a link says before the password. */
export type Introduction = "none" | "sender" | "label";

/** A page of a list. */
export interface PageOf {
  readonly total: number;
  readonly next_offset: number | null;
}
