import {
  Map as MapLibreMap,
  NavigationControl,
  setWorkerUrl,
  type GeoJSONSource,
  type StyleSpecification,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import "./map.css";
import type { Bounds } from "../../client/shared-map.ts";
import { showContext } from "./context-layers.ts";
import { extentFeatures, viewBounds, type Extent } from "./extents.ts";
import { boundsOf, WORLD } from "./framing.ts";
import { followView, graticuleOver } from "./graticule.ts";
import { colours, followTheme, groundLayers, GRATICULE, isCalm } from "./map-ground.ts";

const EXTENTS = "extents";

const OUTLINES = "extents-outline";

const PLACES = "extents-places";

const DARK = matchMedia("(prefers-color-scheme: dark)");

const PADDING = 32;

/** Small extents are framed with what lies around them. */
const ZOOM_MAX = 14;

/** What an {@link ExtentsMap} is made of. */
export interface ExtentsMapOptions {
  readonly container: HTMLElement;
  /** What a screen reader calls the map. */
  readonly title: string;
  readonly language: string;
  /** Called as the pointer comes over an extent and leaves it. */
  readonly onPoint: (id: string | undefined) => void;
  readonly onChoose: (id: string) => void;
}

/** A map of the extents of images, over coasts, borders and names. */
export class ExtentsMap {
  readonly #map: MapLibreMap;
  #extents: readonly Extent[] = [];
  #lit: string | undefined;

  constructor({ container, title, language, onPoint, onChoose }: ExtentsMapOptions) {
    // A file of this service: the content security policy allows no worker from a blob.
    setWorkerUrl(new URL(workerUrl, import.meta.url).href);
    const map = new MapLibreMap({
      container,
      style: styleOf(),
      bounds: [...WORLD],
      maxZoom: 18,
      maxPitch: 0,
      pitchWithRotate: false,
      dragRotate: false,
      attributionControl: false,
      locale: { "Map.Title": title },
    });
    this.#map = map;
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), "top-right");
    followTheme(map);
    DARK.addEventListener("change", this.#paint);
    followView(map, GRATICULE);
    showContext(map, language, EXTENTS);
    map.once("load", () => this.#draw());
    map.on("mousemove", EXTENTS, ({ features }) => {
      map.getCanvas().style.cursor = "pointer";
      onPoint(idOf(features));
    });
    map.on("mouseleave", EXTENTS, () => {
      map.getCanvas().style.cursor = "";
      onPoint(undefined);
    });
    map.on("click", EXTENTS, ({ features }) => {
      const id = idOf(features);
      if (id !== undefined) onChoose(id);
    });
  }

  /** West, south, east and north of what the map shows, as searches take them. */
  get view(): Bounds {
    const [[west, south], [east, north]] = this.#map.getBounds().toArray();
    return viewBounds([west, south, east, north]);
  }

  /** Shows these extents instead of those before. */
  show(extents: readonly Extent[]): void {
    this.#extents = extents;
    this.#draw();
  }

  /** Highlights one extent, or none. */
  light(id: string | undefined): void {
    this.#lit = id;
    this.#draw();
  }

  /** Moves to where all of these are. */
  frame(extents: readonly Extent[]): void {
    const boxes = extents.map(({ bounds }) => boundsOf({ bounds }));
    if (boxes.length === 0) return;
    const around: Bounds = [
      Math.min(...boxes.map(([west]) => west)),
      Math.min(...boxes.map(([, south]) => south)),
      Math.max(...boxes.map(([, , east]) => east)),
      Math.max(...boxes.map(([, , , north]) => north)),
    ];
    this.#map.fitBounds([...around], { padding: PADDING, maxZoom: ZOOM_MAX, animate: !isCalm() });
  }

  remove(): void {
    DARK.removeEventListener("change", this.#paint);
    this.#map.remove();
  }

  readonly #paint = (): void => {
    this.#map.setPaintProperty(EXTENTS, "fill-color", accent());
    this.#map.setPaintProperty(OUTLINES, "line-color", accent());
    this.#map.setPaintProperty(PLACES, "circle-color", accent());
  };

  #draw(): void {
    void this.#map.getSource<GeoJSONSource>(EXTENTS)?.setData(extentFeatures(this.#extents, this.#lit));
  }
}

function idOf(features: readonly { readonly properties: Readonly<Record<string, unknown>> }[] = []) {
  const id = features[0]?.properties["id"];
  return typeof id === "string" ? id : undefined;
}

/** The colour of extents, which follows light and dark. */
function accent(): string {
  return getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
}

function styleOf(): StyleSpecification {
  return {
    version: 8,
    sources: {
      [GRATICULE]: { type: "geojson", data: graticuleOver(WORLD) },
      [EXTENTS]: { type: "geojson", data: extentFeatures([], undefined) },
    },
    layers: [
      ...groundLayers(colours()),
      {
        id: EXTENTS,
        type: "fill",
        source: EXTENTS,
        filter: ["==", ["geometry-type"], "Polygon"],
        paint: { "fill-color": accent(), "fill-opacity": ["case", ["get", "isLit"], 0.32, 0.12] },
      },
      {
        id: OUTLINES,
        type: "line",
        source: EXTENTS,
        filter: ["==", ["geometry-type"], "Polygon"],
        paint: { "line-color": accent(), "line-width": ["case", ["get", "isLit"], 3.5, 1.5] },
      },
      {
        // An extent of a few metres is still seen on the whole world.
        id: PLACES,
        type: "circle",
        source: EXTENTS,
        maxzoom: 9,
        filter: ["==", ["geometry-type"], "Point"],
        paint: {
          "circle-color": accent(),
          "circle-radius": ["case", ["get", "isLit"], 6, 3.5],
          "circle-opacity": ["interpolate", ["linear"], ["zoom"], 7, 1, 9, 0],
        },
      },
    ],
  };
}
