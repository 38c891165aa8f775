import {
  FullscreenControl,
  GlobeControl,
  Map as MapLibreMap,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
  type LayerSpecification,
  type RasterTileSource,
  type SourceSpecification,
  type StyleSpecification,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import "./map.css";
import type { TileJson } from "../../client/shared-map.ts";
import { createButtonControl } from "./button-control.ts";
import { colours, followTheme, groundLayers, GRATICULE, isCalm, type Colours } from "./map-ground.ts";
import { boundsOf, fitData, isGlobal, WORLD } from "./framing.ts";
import type { MapView } from "./view-in-address.ts";
import { followView, graticuleOver } from "./graticule.ts";

/** The source that holds the data's tiles. */
export const RASTER = "raster";

/** Zoom levels beyond the last tiles, where their pixels become visible as squares. */
const OVERZOOM = 3;

/** What a map shows and where. */
export interface RasterMapOptions {
  readonly container: HTMLElement;
  readonly tilejson: TileJson;
  /** What a screen reader calls the map. */
  readonly title: string;
  /** What the button says that shows all of the data. */
  readonly fitLabel: string;
  /** Where the map starts, instead of showing all of the data. */
  readonly view?: MapView | undefined;
}

/** A map of raster tiles over a graticule, framed to the data, in the colours of the page. */
export function createRasterMap(options: RasterMapOptions): MapLibreMap {
  const { container, tilejson, title, fitLabel, view } = options;
  // A file of this service: the content security policy allows no worker from a blob.
  setWorkerUrl(new URL(workerUrl, import.meta.url).href);
  const map = new MapLibreMap({
    container,
    style: styleOf(tilejson),
    // Where tiles are shown at half the size of MapLibre's own, its zoom levels are one less than theirs.
    minZoom: Math.max(-1, (tilejson.minzoom ?? 0) - (shownSize(tilejson) === 512 ? 0 : 1)),
    maxZoom: Math.min(24, (tilejson.maxzoom ?? 20) + OVERZOOM),
    maxPitch: 0,
    pitchWithRotate: false,
    attributionControl: tilejson.attribution ? { compact: true } : false,
    canvasContextAttributes: { antialias: isGlobal(tilejson) },
    locale: { "Map.Title": title },
  });
  if (view === undefined) fitData(map, tilejson, { animate: false });
  else map.jumpTo({ center: [view.lng, view.lat], zoom: view.zoom });
  addControls(map, tilejson, fitLabel);
  followTheme(map);
  followView(map, GRATICULE);
  return map;
}

/** The same map with other tiles, which follows every move of the first one. */
export function createFollowingMap(
  map: MapLibreMap,
  { container, tilejson, title }: Pick<RasterMapOptions, "container" | "tilejson" | "title">,
): MapLibreMap {
  const follower = new MapLibreMap({
    container,
    style: { ...styleOf(tilejson), projection: map.getProjection() },
    minZoom: -2,
    maxZoom: 24,
    interactive: false,
    attributionControl: false,
    locale: { "Map.Title": title },
  });
  const follow = () =>
    follower.jumpTo({ center: map.getCenter(), zoom: map.getZoom(), bearing: 0, padding: map.getPadding() });
  const project = () => follower.setProjection(map.getProjection());
  follow();
  map.on("move", follow);
  map.on("projectiontransition", project);
  follower.on("remove", () => {
    map.off("move", follow);
    map.off("projectiontransition", project);
  });
  followTheme(follower);
  followView(follower, GRATICULE);
  return follower;
}

/** Sets how much of what lies below the data shines through: 1 for nothing. */
export function setRasterOpacity(map: MapLibreMap, opacity: number): void {
  map.setPaintProperty(RASTER, "raster-opacity", opacity);
}

/** Replaces the addresses of the data's tiles. */
export function setRasterTiles(map: MapLibreMap, tiles: TileJson["tiles"]): void {
  map.getSource<RasterTileSource>(RASTER)?.setTiles([...tiles]);
}

/**
 * The edge at which a tile is shown, in CSS pixels: on dense screens half of its own pixels, so that it is
 * sharp.
 */
function shownSize({ tileSize = 256 }: TileJson): number {
  return devicePixelRatio > 1 ? Math.min(256, tileSize) : tileSize;
}

function styleOf(tilejson: TileJson): StyleSpecification {
  return {
    version: 8,
    projection: { type: isGlobal(tilejson) ? "globe" : "mercator" },
    sources: sourcesOf(tilejson),
    layers: layersIn(colours()),
  };
}

function sourcesOf(tilejson: TileJson): Record<string, SourceSpecification> {
  const bounds = boundsOf(tilejson);
  const [west, , east] = bounds;
  return {
    [RASTER]: {
      type: "raster",
      tiles: [...tilejson.tiles],
      tileSize: shownSize(tilejson),
      minzoom: tilejson.minzoom ?? 0,
      maxzoom: tilejson.maxzoom ?? 22,
      // The service has made text of what the owner wrote.
      ...(tilejson.attribution ? { attribution: tilejson.attribution } : {}),
      // MapLibre requests nothing outside these, and has no bounds over the antimeridian.
      ...(west >= -180 && east <= 180 ? { bounds: [...bounds] } : {}),
    },
    [GRATICULE]: { type: "geojson", data: graticuleOver(WORLD) },
  };
}

function layersIn(ground: Colours): LayerSpecification[] {
  return [
    ...groundLayers(ground),
    { id: RASTER, type: "raster", source: RASTER, paint: { "raster-fade-duration": isCalm() ? 0 : 180 } },
  ];
}

function addControls(map: MapLibreMap, tilejson: TileJson, fitLabel: string): void {
  const fit = () => fitData(map, tilejson, { animate: !isCalm() });
  map.addControl(new NavigationControl({ visualizePitch: false }), "top-right");
  map.addControl(createButtonControl({ className: "fit", label: fitLabel, onClick: fit }), "top-right");
  if (isGlobal(tilejson)) {
    map.addControl(new GlobeControl(), "top-right");
    // The first one is that of the style itself, and leaves the map where it starts.
    void map.once("idle").then(() => map.on("projectiontransition", fit));
  }
  if (document.fullscreenEnabled) map.addControl(new FullscreenControl(), "top-right");
  map.addControl(new ScaleControl({ maxWidth: 150 }), "bottom-left");
}
