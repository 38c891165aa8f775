import type { LngLatBoundsLike, Map as MapLibreMap, PaddingOptions } from "maplibre-gl";
import type { Bounds, TileJson } from "../../client/shared-map.ts";

/** The largest area that a web map can show. */
export const WORLD: Bounds = [-180, -85.0511, 180, 85.0511];

/** Data that spans more than this many degrees goes round the Earth and is shown on a globe. */
const GLOBAL_SPAN_DEGREES = 300;

/** The centre of the globe's view: shows the tropics and the larger land masses. */
const GLOBE_LATITUDE = 18;

const PANEL_WIDTH = 344;

/** Bounds of the data; over the antimeridian, east is beyond 180. */
export function boundsOf({ bounds = WORLD }: Pick<TileJson, "bounds">): Bounds {
  const [west, south, east, north] = bounds;
  return [west, Math.max(south, WORLD[1]), east < west ? east + 360 : east, Math.min(north, WORLD[3])];
}

/** Whether the data goes round the Earth. */
export function isGlobal(tilejson: Pick<TileJson, "bounds">): boolean {
  const [west, , east] = boundsOf(tilejson);
  return east - west > GLOBAL_SPAN_DEGREES;
}

/** Moves the map so that all data is visible, beside the panel if there is room. */
export function fitData(map: MapLibreMap, tilejson: TileJson, { animate }: { animate: boolean }): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const padding = paddingOf(clientWidth);
  const bounds = boundsOf(tilejson);
  // Until its style is loaded, a map says no projection; it starts as a globe where the data is global.
  const onGlobe = isGlobal(tilejson) && (map.getStyle()?.projection?.type ?? "globe") === "globe";
  if (!onGlobe) {
    // The globe's padding stays with the map and would be added.
    map.setPadding({ top: 0, right: 0, bottom: 0, left: 0 });
    map.fitBounds([...bounds] satisfies LngLatBoundsLike, { padding, bearing: 0, animate });
    return;
  }
  const across = Math.min(
    clientWidth - padding.left - padding.right,
    clientHeight - padding.top - padding.bottom,
  );
  const [west, , east] = bounds;
  map.easeTo({
    center: [(west + east) / 2, GLOBE_LATITUDE],
    zoom: globeZoom(across),
    bearing: 0,
    padding,
    animate,
  });
}

/** Moves the map to a part of the data, beside the panel if there is room. */
export function fitBounds(map: MapLibreMap, bounds: Bounds): void {
  const padding = paddingOf(map.getContainer().clientWidth);
  map.setPadding({ top: 0, right: 0, bottom: 0, left: 0 });
  const animate = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  map.fitBounds([...boundsOf({ bounds })] satisfies LngLatBoundsLike, { padding, animate });
}

/** The zoom at which the globe is that many pixels across: at zoom 0 its equator is 512 pixels long. */
function globeZoom(pixels: number): number {
  return Math.log2((Math.max(pixels, 100) * Math.PI) / 512);
}

function paddingOf(width: number): Required<PaddingOptions> {
  if (width >= 1100) return { top: 40, right: 64, bottom: 56, left: PANEL_WIDTH };
  if (width >= 720) return { top: 40, right: 64, bottom: 56, left: 40 };
  return { top: 76, right: 16, bottom: 48, left: 16 };
}
