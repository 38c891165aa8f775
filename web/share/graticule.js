const STEPS_DEGREES = [30, 15, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005];
const LINES_MIN = 5;
const LATITUDE_MAX = 85;

/** Meridians and parallels over a part of the world, at least some five across it, as a GeoJSON MultiLineString. */
export function graticuleOver([west, south, east, north]) {
  const step = STEPS_DEGREES.find((degrees) => (east - west) / degrees >= LINES_MIN) ?? STEPS_DEGREES.at(-1);
  const bottom = Math.max(south, -LATITUDE_MAX);
  const top = Math.min(north, LATITUDE_MAX);
  const meridian = (lon) => [
    [lon, bottom],
    [lon, top],
  ];
  const parallel = (lat) => [
    [west, lat],
    [east, lat],
  ];
  const coordinates = [
    ...multiplesIn(west, east, step).map(meridian),
    ...multiplesIn(bottom, top, step).map(parallel),
  ];
  return { type: "MultiLineString", coordinates };
}

function multiplesIn(from, to, step) {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}
