import { createHash } from "node:crypto";
import { boundsOfPolygons, type Polygon } from "../rasters/polygon-area.ts";
import { canonicalStyle, type RenderStyle } from "../styles/render-style.ts";
import { intersectBoxes } from "./tile-area.ts";
import {
  composedKey,
  compositionOf,
  LAYERS_PER_TILE_MAX,
  touches,
  type Composition,
} from "./tile-composition.ts";
import { isDataFormat } from "./tile-format.ts";
import { tileLonLatBox, type Box } from "./tile-grid.ts";
import type { PlanLayer } from "./plan-layer.ts";
import { tileKey, type TileKey, type TileSpec } from "./tile-spec.ts";

export type { PlanLayer } from "./plan-layer.ts";

/**
 * Zoom levels beyond the deepest useful one that are still drawn. Map clients enlarge tiles themselves, and
 * each further level would cost four times as many tiles that show nothing more.
 */
const OVERZOOM_LEVELS = 3;

/** The deepest zoom level at which layers are drawn. */
function zoomLimitOf(layers: readonly PlanLayer[]): number {
  return layers.reduce((deepest, { raster }) => Math.max(deepest, raster.zoomMax), 0) + OVERZOOM_LEVELS;
}

/** How a tile is made. */
export type TilePlan =
  | { readonly kind: "empty" }
  | { readonly kind: "unprepared"; readonly state: "preparing" | "failed" | "cancelled" }
  /** Deeper than the layers are drawn. */
  | { readonly kind: "too_deep"; readonly zoomLimit: number }
  | {
      readonly kind: "tile";
      readonly key: TileKey;
      readonly layers: readonly PlanLayer[];
      /** Layers that touch the tile and are left out: of tiles of values only. */
      readonly omitted: number;
      /** The pictures of which this one is made, instead of the files. */
      readonly composition?: Composition;
    };

/**
 * Plans a tile: its layers, topmost first, and the key of its bytes; `empty` outside every footprint,
 * `too_deep` beyond the zoom levels that show more, `unprepared` while a file is not drawn.
 */
export function planTile(layers: readonly PlanLayer[], spec: TileSpec): TilePlan {
  const unprepared = layers.find((layer) => layer.unprepared !== undefined)?.unprepared;
  if (unprepared !== undefined) return { kind: "unprepared", state: unprepared };
  const zoomLimit = zoomLimitOf(layers);
  if (layers.length > 0 && spec.address.z > zoomLimit) return { kind: "too_deep", zoomLimit };
  const box = tileLonLatBox(spec.address);
  const touching: PlanLayer[] = [];
  for (const layer of layers) {
    if (touches(layer.raster.footprint, box)) touching.push(layer);
  }
  if (touching.length === 0) return { kind: "empty" };
  if (!isDataFormat(spec.format)) {
    const composition = compositionOf(touching, spec, zoomLimitOf(touching));
    const key = tileKey(touching, spec);
    if (composition === undefined) return { kind: "tile", key, layers: touching, omitted: 0 };
    return { kind: "tile", key: composedKey(key, composition), layers: touching, omitted: 0, composition };
  }
  const omitted = touching.splice(LAYERS_PER_TILE_MAX).length;
  return { kind: "tile", key: tileKey(touching, spec), layers: touching, omitted };
}

/** The layers within an area in degrees: other tiles, with keys of their own. */
export function clipLayers(layers: readonly PlanLayer[], area: readonly Box[]): PlanLayer[] {
  const clip = area.map((box): [number, number, number, number] => [...box]);
  return layers.flatMap((layer) => {
    const footprint = intersectBoxes(layer.raster.footprint, area);
    if (footprint.length === 0) return [];
    const styleKey = createHash("sha256")
      .update(`${layer.styleKey}|${JSON.stringify(clip)}`)
      .digest("base64url");
    return [
      {
        ...layer,
        raster: { ...layer.raster, footprint: footprint.map((box) => [...box]) },
        style: { ...layer.style, clip },
        styleKey,
      },
    ];
  });
}

/** The layers within polygons in degrees, also those of which nothing is left: tiles with other keys. */
export function layersWithin(layers: readonly PlanLayer[], polygons: readonly Polygon[]): PlanLayer[] {
  const bounds = boundsOfPolygons(polygons);
  const within = polygons.map((rings) =>
    rings.map((ring) => ring.map(([longitude, latitude]): [number, number] => [longitude, latitude])),
  );
  return layers.map((layer) => {
    const footprint = intersectBoxes(layer.raster.footprint, bounds === undefined ? [] : [bounds]);
    const style = { ...layer.style, within };
    const raster = { ...layer.raster, footprint: footprint.map((box): [...Box] => [...box]) };
    return { ...layer, raster, style, styleKey: styleFingerprint(style) };
  });
}

/** A style's part of tile keys. */
export function styleFingerprint(style: RenderStyle): string {
  return createHash("sha256").update(canonicalStyle(style)).digest("base64url");
}
