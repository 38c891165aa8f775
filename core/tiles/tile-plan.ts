import { createHash } from "node:crypto";
import type { RasterInfo } from "../rasters/raster-info.ts";
import { canonicalStyle, type RenderStyle } from "../styles/render-style.ts";
import { isDataFormat, QUALITY_DEFAULT, qualityOf, type TileFormat, type TileSize } from "./tile-format.ts";
import { boxesOverlap, tileLonLatBox, type Box, type TileAddress } from "./tile-grid.ts";

/** How many items one mosaic tile is made of at most, the topmost; a view from so far out that more of them touch says so and leaves the rest out. */
export const LAYERS_PER_TILE_MAX = 32;

/** One raster in one style, as planned for: what decides its pixels and where it lies. */
export interface PlanLayer {
  readonly assetId: string;
  /** Names the file's content. */
  readonly version: string;
  readonly raster: RasterInfo;
  readonly style: RenderStyle;
  /** {@link styleFingerprint} of the style, kept because hashing it for every tile would cost more than the rest of the plan. */
  readonly styleKey: string;
  /** Nobody chose the style: data tiles then hold every band. */
  readonly isAutomatic?: boolean;
}

/** What has to be done for a tile. */
export type TilePlan =
  | { readonly kind: "empty" }
  | {
      readonly kind: "tile";
      readonly key: string;
      readonly layers: readonly PlanLayer[];
      /** Layers that touch the tile and are left out. */
      readonly omitted: number;
    };

/** Which layers make up a tile, and the key that names its bytes; `empty` outside every footprint. Layers are topmost first. */
export function planTile(
  layers: readonly PlanLayer[],
  address: TileAddress,
  size: TileSize,
  format: TileFormat,
  quality?: number,
): TilePlan {
  const box = tileLonLatBox(address);
  const touching: PlanLayer[] = [];
  for (const layer of layers) {
    if (touches(layer.raster.footprint, box)) touching.push(layer);
  }
  if (touching.length === 0) return { kind: "empty" };
  const omitted = touching.splice(LAYERS_PER_TILE_MAX).length;
  return { kind: "tile", key: tileKey(touching, address, size, format, quality), layers: touching, omitted };
}

/** Tiles along each side of a block. */
export type BlockSpan = 1 | 2 | 4;

/**
 * Names the block in which a tile is rendered: an aligned square of neighbours, so that what is wanted of it at the same time is read at once. Mosaics
 * are rendered tile by tile: neighbours may consist of other layers. So is data, which is large and seldom asked for by the screen.
 */
export function blockKey(
  layers: readonly PlanLayer[],
  { z, x, y }: TileAddress,
  size: TileSize,
  format: TileFormat,
  spanWanted: BlockSpan,
  quality?: number,
): string {
  const span = layers.length === 1 && !isDataFormat(format) ? spanWanted : 1;
  const corner = { z, x: x - (x % span), y: y - (y % span) };
  const key = tileKey(layers, corner, size, format, quality);
  return span === 1 ? key : `${key}.${span}`;
}

/** A style's part of tile keys. */
export function styleFingerprint(style: RenderStyle): string {
  return createHash("sha256").update(canonicalStyle(style)).digest("base64url");
}

/**
 * Names a tile by its content: asset versions, styles, address, size and format, never the link. Two links on one item share tiles; a
 * replaced file has other keys. 43 characters of base64url.
 */
function tileKey(
  layers: readonly Pick<PlanLayer, "version" | "styleKey">[],
  { z, x, y }: TileAddress,
  size: TileSize,
  format: TileFormat,
  quality: number | undefined,
): string {
  const hash = createHash("sha256").update(`${z}/${x}/${y}@${size}.${format}`);
  const decisive = qualityOf(format, quality);
  if (decisive !== QUALITY_DEFAULT) hash.update(`q${decisive}`);
  for (const layer of layers) hash.update(`|${layer.version}|${layer.styleKey}`);
  return hash.digest("base64url");
}

function touches(footprint: readonly Box[], box: Box): boolean {
  return footprint.some((part) => boxesOverlap(part, box));
}
