import { createHash } from "node:crypto";
import type { RasterInfo } from "../rasters/raster-info.ts";
import { canonicalStyle, type RenderStyle } from "../styles/render-style.ts";
import { boxesOverlap, tileLonLatBox, type Box } from "./tile-grid.ts";
import { tileKey, type KeyedLayer, type TileKey, type TileSpec } from "./tile-spec.ts";

/**
 * A mosaic tile is made of at most this many items, the topmost. Views from far out report how many more
 * touch the tile.
 */
export const LAYERS_PER_TILE_MAX = 32;

/** One raster in one style: everything that decides its pixels, and where it lies. */
export interface PlanLayer extends KeyedLayer {
  readonly assetId: string;
  readonly raster: RasterInfo;
  readonly style: RenderStyle;
  /**
   * The {@link styleFingerprint}, kept because hashing the style for every tile would cost more than the rest
   * of the plan.
   */
  readonly styleKey: string;
  /** The style was not chosen: data tiles then hold every band. */
  readonly isAutomatic?: boolean;
}

/** How a tile is made. */
export type TilePlan =
  | { readonly kind: "empty" }
  | {
      readonly kind: "tile";
      readonly key: TileKey;
      readonly layers: readonly PlanLayer[];
      /** Layers that touch the tile and are left out. */
      readonly omitted: number;
    };

/** Plans a tile: its layers, topmost first, and the key of its bytes; `empty` outside every footprint. */
export function planTile(layers: readonly PlanLayer[], spec: TileSpec): TilePlan {
  const box = tileLonLatBox(spec.address);
  const touching: PlanLayer[] = [];
  for (const layer of layers) {
    if (touches(layer.raster.footprint, box)) touching.push(layer);
  }
  if (touching.length === 0) return { kind: "empty" };
  const omitted = touching.splice(LAYERS_PER_TILE_MAX).length;
  return { kind: "tile", key: tileKey(touching, spec), layers: touching, omitted };
}

/** A style's part of tile keys. */
export function styleFingerprint(style: RenderStyle): string {
  return createHash("sha256").update(canonicalStyle(style)).digest("base64url");
}

function touches(footprint: readonly Box[], box: Box): boolean {
  return footprint.some((part) => boxesOverlap(part, box));
}
