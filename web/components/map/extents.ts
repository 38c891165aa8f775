import type { Bounds } from "../../client/shared-map.ts";
import { boundsOf } from "./framing.ts";

/** Where an image lies. */
export interface Extent {
  readonly id: string;
  /** East is below west over the antimeridian. */
  readonly bounds: Bounds;
}

/** Extents as GeoJSON: a rectangle and its middle for each, small ones over the large ones they lie in. */
export function extentFeatures(
  extents: readonly Extent[],
  lit: string | undefined,
): GeoJSON.FeatureCollection {
  const boxes = extents.map(({ id, bounds }) => ({ id, box: boundsOf({ bounds }) }));
  return {
    type: "FeatureCollection",
    features: boxes
      .sort((one, other) => areaOf(other.box) - areaOf(one.box))
      .flatMap(({ id, box: [west, south, east, north] }): GeoJSON.Feature[] => {
        const properties = { id, isLit: id === lit };
        const ring = [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ];
        const middle = [(west + east) / 2, (south + north) / 2];
        return [
          { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [ring] } },
          { type: "Feature", properties, geometry: { type: "Point", coordinates: middle } },
        ];
      }),
  };
}

function areaOf([west, south, east, north]: Bounds): number {
  return (east - west) * (north - south);
}

/**
 * What a map shows as a search takes it: longitudes from -180 to 180, east below west over the antimeridian.
 */
export function viewBounds([west, south, east, north]: Bounds): Bounds {
  const latitudes = [Math.max(-90, south), Math.min(90, north)] as const;
  if (east - west >= 360) return [-180, latitudes[0], 180, latitudes[1]];
  return [wrapped(west), latitudes[0], wrapped(east), latitudes[1]];
}

function wrapped(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}
