import type { PlanLayer } from "./plan-layer.ts";
import { tileExtent } from "./tile-extent.ts";
import { tileAt } from "./tile-grid.ts";
import { planTile } from "./tile-plan.ts";
import { tileSpec, type TileSpec } from "./tile-spec.ts";

/** Tiles that are prepared at once; a collection that is spread over more has few items in each. */
const FAR_TILES_MAX = 1_024;

/**
 * The tiles of a target's farthest zoom that are made of other tiles. Once these are drawn, so is every
 * composed tile below them.
 */
export function farTiles(layers: readonly PlanLayer[]): TileSpec[] {
  const extent = tileExtent(layers.map(({ raster }) => raster));
  if (extent === undefined) return [];
  const [west, south, east, north] = extent.bounds;
  const z = extent.minzoom;
  const [first, last] = [tileAt(west, north, z), tileAt(east, south, z)];
  const specs: TileSpec[] = [];
  // Bounds beyond 180 degrees east begin again in the west.
  const columns = Math.min(2 ** z, east > 180 ? 2 ** z : last.x - first.x + 1);
  for (let y = first.y; y <= last.y; y += 1) {
    for (let column = 0; column < columns; column += 1) {
      const spec = tileSpec({ z, x: (first.x + column) % 2 ** z, y }, { format: "png" });
      const plan = planTile(layers, spec);
      if (plan.kind === "tile" && plan.composition !== undefined) specs.push(spec);
      if (specs.length >= FAR_TILES_MAX) return specs;
    }
  }
  return specs;
}
