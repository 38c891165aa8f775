import type { Map as MapLibreMap } from "maplibre-gl";
import type { GeometryCollection, Topology } from "topojson-specification";
import { contextColours } from "./context-colours.ts";
import { showTowns } from "./town-layers.ts";
import { basemapStyleUrl, showBasemap } from "./basemap.ts";
import countriesUrl from "world-atlas/countries-50m.json?url";

/** What the world's map holds of a country. */
interface CountryProperties {
  readonly name: string;
}

type Countries = Topology<{ countries: GeometryCollection<CountryProperties> }>;

const BORDERS = "borders";
const LABELS = "country-names";

/**
 * Shows coasts, borders, countries and towns over a map, by Natural Earth (public domain), or the basemap of
 * the operator, whose ground goes below the layer of the data. They come from this service, after the first
 * tiles; a map without them is a map all the same.
 */
export function showContext(map: MapLibreMap, language: string, dataLayer: string): void {
  void map.once("idle").then(async () => {
    try {
      const styleUrl = basemapStyleUrl();
      if (styleUrl !== undefined && (await showBasemap(map, styleUrl, dataLayer))) return;
      const { mesh, feature } = await import("topojson-client");
      const answer = await fetch(new URL(countriesUrl, import.meta.url));
      if (!answer.ok) return;
      const world = (await answer.json()) as Countries;
      if (map._removed) return;
      const { countries } = world.objects;
      addLines(map, {
        type: "MultiLineString",
        coordinates: withoutJumps(mesh(world, countries).coordinates),
      });
      const { features } = feature(world, countries);
      addNames(map, namesOf(features, language));
      await showTowns(map);
    } catch {
      // Out of reach: the data is what the page is for.
    }
  });
}

function addLines(map: MapLibreMap, data: GeoJSON.MultiLineString): void {
  const { line, halo } = contextColours();
  map.addSource(BORDERS, { type: "geojson", data, maxzoom: 8 });
  map.addLayer({
    id: `${BORDERS}-halo`,
    type: "line",
    source: BORDERS,
    paint: { "line-color": halo, "line-width": 2.4, "line-opacity": 0.5, "line-blur": 0.5 },
  });
  map.addLayer({
    id: BORDERS,
    type: "line",
    source: BORDERS,
    paint: { "line-color": line, "line-width": 0.9, "line-opacity": 0.75 },
  });
}

function addNames(map: MapLibreMap, data: GeoJSON.FeatureCollection): void {
  const { text, halo } = contextColours();
  map.addSource(LABELS, { type: "geojson", data });
  map.addLayer({
    id: LABELS,
    type: "symbol",
    source: LABELS,
    maxzoom: 7,
    layout: {
      "text-field": ["get", "name"],
      "text-font": ["sans-serif"],
      "text-size": ["interpolate", ["linear"], ["zoom"], 1, 10, 5, 14],
      "text-max-width": 7,
      "symbol-sort-key": ["-", ["get", "size"]],
    },
    paint: { "text-color": text, "text-halo-color": halo, "text-halo-width": 1.4 },
  });
}

/** Lines that pass the antimeridian go on as lines of their own. */
function withoutJumps(lines: readonly GeoJSON.Position[][]): GeoJSON.Position[][] {
  return lines.flatMap((line) => {
    const parts: GeoJSON.Position[][] = [[]];
    line.forEach((position, at) => {
      const before = line[at - 1];
      if (before !== undefined && Math.abs((before[0] ?? 0) - (position[0] ?? 0)) > 180) parts.push([]);
      parts.at(-1)?.push(position);
    });
    return parts.filter(({ length }) => length > 1);
  });
}

/** A point with the name of each country, in the middle of its largest part. */
function namesOf(
  countries: readonly GeoJSON.Feature<GeoJSON.Geometry, CountryProperties>[],
  language: string,
): GeoJSON.FeatureCollection {
  const regions = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  const features = countries.flatMap(({ id, geometry, properties }): GeoJSON.Feature[] => {
    const largest = largestRing(geometry);
    if (largest === undefined) return [];
    const name = regionName(regions, id) ?? properties.name;
    return [
      {
        type: "Feature",
        properties: { name, size: largest.size },
        geometry: { type: "Point", coordinates: largest.middle },
      },
    ];
  });
  return { type: "FeatureCollection", features };
}

/** By the ISO 3166 number that the world's map has as id. */
function regionName(regions: Intl.DisplayNames, id: unknown): string | undefined {
  const number = String(id);
  if (!/^\d{3}$/.test(number)) return undefined;
  const { region } = new Intl.Locale(`und-${number}`);
  return region === undefined || /^\d/.test(region) ? undefined : regions.of(region);
}

interface Ring {
  readonly middle: [number, number];
  readonly size: number;
}

function largestRing(geometry: GeoJSON.Geometry): Ring | undefined {
  const polygons =
    geometry.type === "Polygon"
      ? [geometry.coordinates]
      : geometry.type === "MultiPolygon"
        ? geometry.coordinates
        : [];
  const rings = polygons.flatMap(([outer]) => (outer === undefined ? [] : [ringOf(outer)]));
  return rings.sort((a, b) => b.size - a.size)[0];
}

/** The centroid and the area of a ring in degrees, by the surveyor's formula. */
function ringOf(ring: readonly GeoJSON.Position[]): Ring {
  const longitudes = ring.map(([lon = 0]) => lon);
  const isCrossing = Math.max(...longitudes) - Math.min(...longitudes) > 180;
  const positions = isCrossing ? ring.map(([lon = 0, lat = 0]) => [lon < 0 ? lon + 360 : lon, lat]) : ring;
  let [area, x, y] = [0, 0, 0];
  for (let at = 0; at + 1 < positions.length; at += 1) {
    const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = []] = [positions[at], positions[at + 1]];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return { middle: [x / (3 * area), y / (3 * area)], size: Math.abs(area) };
}
