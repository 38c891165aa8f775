import type { FilterSpecification, Map as MapLibreMap } from "maplibre-gl";
import { contextColours } from "./context-colours.ts";

const TOWNS = "towns";

/** How many of the largest towns there are from a zoom on; the map leaves out names that would collide. */
const SHOWN: FilterSpecification = [
  "<",
  ["get", "rank"],
  ["step", ["zoom"], 60, 4, 200, 5, 700, 6, 2_000, 7, 4_000, 8, 10_000],
];

/** Shows the names of towns over a map. */
export async function showTowns(map: MapLibreMap): Promise<void> {
  const { names, hundredths } = await import("virtual:towns");
  if (map._removed) return;
  const features = names.map((name, rank): GeoJSON.Feature => {
    const coordinates = hundredths.slice(2 * rank, 2 * rank + 2).map((each) => each / 100);
    return { type: "Feature", properties: { name, rank }, geometry: { type: "Point", coordinates } };
  });
  const { text, halo } = contextColours();
  map.addSource(TOWNS, { type: "geojson", data: { type: "FeatureCollection", features }, maxzoom: 8 });
  map.addLayer({
    id: `${TOWNS}-places`,
    type: "circle",
    source: TOWNS,
    minzoom: 3,
    filter: SHOWN,
    paint: {
      "circle-radius": 2.2,
      "circle-color": text,
      "circle-stroke-color": halo,
      "circle-stroke-width": 1,
    },
  });
  map.addLayer({
    id: TOWNS,
    type: "symbol",
    source: TOWNS,
    minzoom: 3,
    filter: SHOWN,
    layout: {
      "text-field": ["get", "name"],
      "text-font": ["sans-serif"],
      "text-size": ["interpolate", ["linear"], ["zoom"], 3, 10, 9, 13],
      "text-variable-anchor": ["left", "right", "top", "bottom"],
      "text-radial-offset": 0.45,
      "text-justify": "auto",
      "symbol-sort-key": ["get", "rank"],
    },
    paint: { "text-color": text, "text-halo-color": halo, "text-halo-width": 1.3 },
  });
}
