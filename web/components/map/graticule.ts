import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import type { Bounds } from "../../client/shared-map.ts";

const STEPS_DEGREES = [30, 15, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005];
const STEP_MIN_DEGREES = 0.0005;
const LINES_MIN = 5;
const LATITUDE_MAX = 85;

type Position = [number, number];

/** A GeoJSON MultiLineString of straight lines. */
interface Lines {
  readonly type: "MultiLineString";
  readonly coordinates: [Position, Position][];
}

/**
 * Meridians and parallels over a part of the world, at least five across it down to steps of 0.0005 degrees.
 */
export function graticuleOver([west, south, east, north]: Bounds): Lines {
  const step = STEPS_DEGREES.find((degrees) => (east - west) / degrees >= LINES_MIN) ?? STEP_MIN_DEGREES;
  const bottom = Math.max(south, -LATITUDE_MAX);
  const top = Math.min(north, LATITUDE_MAX);
  const meridian = (lon: number): [Position, Position] => [
    [lon, bottom],
    [lon, top],
  ];
  const parallel = (lat: number): [Position, Position] => [
    [west, lat],
    [east, lat],
  ];
  const coordinates = [
    ...multiplesIn(west, east, step).map(meridian),
    ...multiplesIn(bottom, top, step).map(parallel),
  ];
  return { type: "MultiLineString", coordinates };
}

/** Keeps the source's graticule as fine as the view needs, with room to pan. */
export function followView(map: MapLibreMap, sourceId: string): void {
  const draw = () => {
    const [[west, south], [east, north]] = map.getBounds().toArray();
    const width = Math.min(360, (east - west) * 2);
    const height = (north - south) * 2;
    const [lon, lat] = [(west + east) / 2, (south + north) / 2];
    const view: Bounds = [lon - width / 2, lat - height / 2, lon + width / 2, lat + height / 2];
    void map.getSource<GeoJSONSource>(sourceId)?.setData(graticuleOver(view));
  };
  map.on("moveend", draw);
  map.once("load", draw);
}

function multiplesIn(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}
