import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { shortestLines, type Position } from "./geodesic-measures.ts";

const SOURCE = "measure";

/** Shows a path on the map, and the area that it encloses. */
export function showPath(map: MapLibreMap, path: readonly Position[]): void {
  if (map.getSource(SOURCE) === undefined) addLayers(map);
  void map.getSource<GeoJSONSource>(SOURCE)?.setData(featuresOf(path));
}

/** Takes the path off the map. */
export function removePath(map: MapLibreMap): void {
  // The map itself may be gone.
  if (map._removed || map.getSource(SOURCE) === undefined) return;
  for (const layer of [`${SOURCE}-area`, `${SOURCE}-line`, `${SOURCE}-points`]) map.removeLayer(layer);
  map.removeSource(SOURCE);
}

function featuresOf(path: readonly Position[]): GeoJSON.FeatureCollection {
  const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({
    type: "Feature",
    properties: {},
    geometry,
  });
  const [first] = path;
  const ring = first && path.length > 2 ? shortestLines([...path, first]) : undefined;
  return {
    type: "FeatureCollection",
    features: [
      ...(ring ? [feature({ type: "Polygon", coordinates: [ring] })] : []),
      ...(path.length > 1 ? [feature({ type: "LineString", coordinates: shortestLines(path) })] : []),
      ...path.map(([lng, lat]) => feature({ type: "Point", coordinates: [lng, lat] })),
    ],
  };
}

function addLayers(map: MapLibreMap): void {
  const accent = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
  map.addSource(SOURCE, { type: "geojson", data: featuresOf([]) });
  map.addLayer({
    id: `${SOURCE}-area`,
    type: "fill",
    source: SOURCE,
    filter: ["==", ["geometry-type"], "Polygon"],
    paint: { "fill-color": accent, "fill-opacity": 0.18 },
  });
  map.addLayer({
    id: `${SOURCE}-line`,
    type: "line",
    source: SOURCE,
    filter: ["==", ["geometry-type"], "LineString"],
    paint: { "line-color": accent, "line-width": 3 },
  });
  map.addLayer({
    id: `${SOURCE}-points`,
    type: "circle",
    source: SOURCE,
    filter: ["==", ["geometry-type"], "Point"],
    paint: {
      "circle-color": "#ffffff",
      "circle-radius": 5,
      "circle-stroke-color": accent,
      "circle-stroke-width": 2.5,
    },
  });
}
