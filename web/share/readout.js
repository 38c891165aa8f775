/** A position as "48.1374° N, 11.5755° E", as exact as one pixel at that zoom. */
export function formatPosition({ lng, lat }, zoom) {
  const degreesPerPixel = 360 / (512 * 2 ** zoom);
  const decimals = Math.min(7, Math.max(1, Math.ceil(-Math.log10(degreesPerPixel))));
  const wrapped = ((((lng + 180) % 360) + 360) % 360) - 180;
  return `${formatDegrees(lat, "N", "S", decimals)}, ${formatDegrees(wrapped, "E", "W", decimals)}`;
}

function formatDegrees(degrees, positive, negative, decimals) {
  return `${Math.abs(degrees).toFixed(decimals)}° ${degrees < 0 ? negative : positive}`;
}

/** Keeps the readout at the pointer's position, or at the centre where there is no pointer. */
export function followPosition(map, element) {
  let pointer;
  const show = () => {
    const zoom = map.getZoom();
    const place = formatPosition(pointer ?? map.getCenter(), zoom);
    element.textContent = `${place}  ·  zoom ${zoom.toFixed(1)}`;
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
