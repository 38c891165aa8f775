import { createHash } from "node:crypto";
import type { PlanLayer } from "./plan-layer.ts";
import { boxesOverlap, tileLonLatBox, ZOOM_MAX, type Box, type TileAddress } from "./tile-grid.ts";
import { tileSpec, type TileKey, type TileSpec } from "./tile-spec.ts";

/** A tile that at most so many layers touch is always read from its files: one or two more cost little. */
const FEW_LAYERS = 8;

/** At most so many layers are read for one picture, the topmost; those below follow in further passes. */
export const LAYERS_PER_TILE_MAX = 32;

/** How a picture is made of other pictures. */
export const ARRANGEMENTS = ["children", "stack", "frame"] as const;

/** One of {@link ARRANGEMENTS}. */
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** A picture of which another one is made: PNG, planned and stored like any tile. */
export interface CompositionPart {
  readonly layers: readonly PlanLayer[];
  readonly spec: TileSpec;
}

/**
 * `children`: the four tiles of the next zoom, north-west, north-east, south-west, south-east. `stack`: the
 * same tile in passes of {@link LAYERS_PER_TILE_MAX} layers, topmost first; those below an opaque one are not
 * needed. (A `frame` is no tile: it is cut out of tiles that lie side by side.)
 */
export interface Composition {
  readonly arrangement: Exclude<Arrangement, "frame">;
  readonly parts: readonly CompositionPart[];
}

/**
 * How a picture is made of others; undefined where it is read from its files. Layers that lie side by side
 * are drawn by the next zoom, where fewer touch each tile. That ends, because each level must divide them:
 * four tiles together may have twice the layers at most. Layers that lie on top of each other are drawn in
 * passes.
 */
export function compositionOf(
  touching: readonly PlanLayer[],
  spec: TileSpec,
  zoomLimit: number,
): Composition | undefined {
  if (touching.length <= FEW_LAYERS) return undefined;
  if (spec.address.z < Math.min(zoomLimit, ZOOM_MAX)) {
    const children = childrenOf(spec.address).map((address): CompositionPart => {
      const box = tileLonLatBox(address);
      const layers = touching.filter((layer) => touches(layer.raster.footprint, box));
      return { layers, spec: tileSpec(address, { format: "png" }) };
    });
    const sum = children.reduce((count, { layers }) => count + layers.length, 0);
    if (sum <= dividedMax(touching.length)) return { arrangement: "children", parts: children };
  }
  return touching.length <= LAYERS_PER_TILE_MAX
    ? undefined
    : { arrangement: "stack", parts: passes(touching, spec) };
}

/** Whether a footprint shares more than an edge with a box. */
export function touches(footprint: readonly Box[], box: Box): boolean {
  return footprint.some((part) => boxesOverlap(part, box));
}

/** The key of a composed tile: as for the same layers, but other pixels. */
export function composedKey(key: TileKey, { arrangement }: Composition): TileKey {
  return createHash("sha256").update(`composed 1 ${arrangement}|${key}`).digest("base64url") as TileKey;
}

/** The key of a composed tile that lacks some of its parts: `parts` are the keys of the others. */
export function partialKey(key: TileKey, parts: readonly (TileKey | null)[]): TileKey {
  return createHash("sha256").update(`partial 1|${key}|${parts.join()}`).digest("base64url") as TileKey;
}

/**
 * How many layers the four children may have together. Sheets side by side have little more than their
 * parent; strips have twice as many, which doubles with each level and is affordable for few only.
 */
function dividedMax(count: number): number {
  return count * (count <= LAYERS_PER_TILE_MAX ? 2.3 : 1.9);
}

function childrenOf({ z, x, y }: TileAddress): TileAddress[] {
  return [0, 1, 2, 3].map((index) => ({ z: z + 1, x: 2 * x + (index % 2), y: 2 * y + (index >> 1) }));
}

function passes(touching: readonly PlanLayer[], { address, size }: TileSpec): CompositionPart[] {
  const parts: CompositionPart[] = [];
  for (let from = 0; from < touching.length; from += LAYERS_PER_TILE_MAX) {
    const layers = touching.slice(from, from + LAYERS_PER_TILE_MAX);
    parts.push({ layers, spec: tileSpec(address, { format: "png", size }) });
  }
  return parts;
}
