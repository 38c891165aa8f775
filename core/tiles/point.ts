import { styleFingerprint } from "./tile-plan.ts";
import type { PlanLayer } from "./plan-layer.ts";
import {
  latToMercator,
  lonToMercator,
  MERCATOR_LATITUDE_MAX,
  tileAt,
  tileMercatorBox,
  ZOOM_MAX,
} from "./tile-grid.ts";
import { tileSpec, type TileSpec } from "./tile-spec.ts";

/** Levels beyond the useful zooms: there a source pixel is eight tile pixels wide, or more. */
const DEEPER = 3;

/** The tile of values in which a point is looked up, and its pixel there. */
export interface PointInTile {
  readonly layers: readonly PlanLayer[];
  readonly spec: TileSpec;
  readonly column: number;
  readonly row: number;
}

/**
 * Where the values of a point are read: from the deepest tile that is drawn, without mixing source pixels, so
 * that its pixel holds the value of the source pixel under the point (to a sixteenth of that pixel).
 * Undefined where no raster reaches.
 */
export function pointInTile(
  layers: readonly PlanLayer[],
  [lon, lat]: readonly [number, number],
  zoomMax: number | null,
): PointInTile | undefined {
  if (Math.abs(lat) > MERCATOR_LATITUDE_MAX) return undefined;
  const touching = layers.filter(({ raster }) =>
    raster.footprint.some(
      ([west, south, east, north]) => west <= lon && lon <= east && south <= lat && lat <= north,
    ),
  );
  if (touching.length === 0) return undefined;
  const deepest = Math.max(...touching.map(({ raster }) => raster.zoomMax)) + DEEPER;
  const address = tileAt(lon, lat, Math.min(deepest, ZOOM_MAX, zoomMax ?? ZOOM_MAX));
  const spec = tileSpec(address, { format: "npy" });
  const [west, , east, north] = tileMercatorBox(address);
  const pixel = (east - west) / spec.size;
  const within = (index: number) => Math.max(0, Math.min(spec.size - 1, Math.floor(index)));
  return {
    layers: touching.map(unmixed),
    spec,
    column: within((lonToMercator(lon) - west) / pixel),
    row: within((north - latToMercator(lat)) / pixel),
  };
}

function unmixed(layer: PlanLayer): PlanLayer {
  const style = { ...layer.style, resampling: "nearest" } as const;
  return { ...layer, style, styleKey: styleFingerprint(style) };
}
