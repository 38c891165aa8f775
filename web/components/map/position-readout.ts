import type { LngLat, Map as MapLibreMap } from "maplibre-gl";

/** A position as "48.1374° N, 11.5755° E", as exact as one pixel at that zoom. */
export function formatPosition({ lng, lat }: { lng: number; lat: number }, zoom: number): string {
  const degreesPerPixel = 360 / (512 * 2 ** zoom);
  const decimals = Math.min(7, Math.max(1, Math.ceil(-Math.log10(degreesPerPixel))));
  const wrapped = ((((lng + 180) % 360) + 360) % 360) - 180;
  return `${formatDegrees(lat, "N", "S", decimals)}, ${formatDegrees(wrapped, "E", "W", decimals)}`;
}

function formatDegrees(degrees: number, positive: string, negative: string, decimals: number): string {
  return `${Math.abs(degrees).toFixed(decimals)}° ${degrees < 0 ? negative : positive}`;
}

/** Keeps the readout at the pointer's position, or at the map's centre without a pointer. */
export function followPosition(
  map: MapLibreMap,
  readout: HTMLElement,
  zoomText: (zoom: string) => string,
): void {
  let pointer: LngLat | undefined;
  const show = () => {
    const zoom = map.getZoom();
    const place = formatPosition(pointer ?? map.getCenter(), zoom);
    readout.textContent = `${place}  ·  ${zoomText(zoom.toFixed(1))}`;
  };
  map.on("mousemove", (event) => {
    pointer = event.lngLat;
    show();
  });
  map.on("mouseout", () => {
    pointer = undefined;
    show();
  });
  map.on("move", (event) => {
    if (event.originalEvent?.type !== "mousemove") pointer = undefined;
    show();
  });
  show();
}
