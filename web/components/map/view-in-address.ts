import type { Map as MapLibreMap } from "maplibre-gl";

/** A place and a zoom of the map. */
export interface MapView {
  readonly zoom: number;
  readonly lat: number;
  readonly lng: number;
}

/** The view that an address holds after `#map=zoom/latitude/longitude`. */
export function viewInAddress(hash: string): MapView | undefined {
  const [zoom, lat, lng, more] = (new URLSearchParams(hash.replace(/^#/, "")).get("map") ?? "")
    .split("/")
    .map((text) => (text.trim() === "" ? Number.NaN : Number(text)));
  if (zoom === undefined || lat === undefined || lng === undefined || more !== undefined) return undefined;
  const isThere = zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(lng) <= 540;
  return isThere ? { zoom, lat, lng } : undefined;
}

/** A view as an address holds it, as exact as a pixel. */
export function viewAsHash({ zoom, lat, lng }: MapView): string {
  const decimals = Math.min(7, Math.max(1, Math.ceil(zoom / 3) + 1));
  return `#map=${zoom.toFixed(2)}/${lat.toFixed(decimals)}/${lng.toFixed(decimals)}`;
}

/** The view of a map now. */
export function viewOf(map: MapLibreMap): MapView {
  const { lat, lng } = map.getCenter();
  return { zoom: Math.max(0, map.getZoom()), lat, lng };
}

/** Keeps the address at the view of the map: a reload or a copied address shows the same place. */
export function keepViewInAddress(map: MapLibreMap): void {
  map.on("moveend", () => {
    history.replaceState(null, "", location.pathname + location.search + viewAsHash(viewOf(map)));
  });
}
