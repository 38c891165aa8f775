import * as maplibre from "./maplibre-gl.mjs";
import { boundsOf, fitData, isGlobal, WORLD } from "./framing.js";
import { graticuleOver } from "./graticule.js";
import { createButtonControl } from "./map-controls.js";
import { fillPanel, nameOf, showTileAddress } from "./panel.js";
import { describeProblem } from "./problems.js";
import { followPosition } from "./readout.js";
import { watchTileFaults } from "./tile-faults.js";

const RASTER = "raster";
const GRATICULE = "graticule";

/** Zoom levels beyond the last tiles, where their pixels become visible as squares. */
const OVERZOOM = 3;

/**
 * Shows the shared data on a map; resolves when it is drawn for the first time. `reopen` redeems the link again, `close` shows why
 * the map had to go.
 */
export async function showMap({ share, tilejson, reopen, close }) {
  const view = document.getElementById("view");
  view.hidden = false;
  fillPanel({ share, tilejson });
  try {
    const map = createMap({ share, tilejson });
    fitData(map, tilejson, { animate: false });
    addControls(map, tilejson);
    followTheme(map);
    followView(map);
    followPosition(map, document.getElementById("readout"));
    showProgress(map, document.getElementById("progress"));
    watchTileFaults(map, RASTER, {
      onWaiting: showWaiting,
      onRefused: renewer(map, tilejson, { reopen, close }),
    });
    await map.once("render");
    if (matchMedia("(pointer: fine)").matches) map.getCanvas().focus();
  } catch (error) {
    view.hidden = true;
    throw error;
  }
}

function createMap({ share, tilejson }) {
  return new maplibre.Map({
    container: "map",
    style: {
      version: 8,
      projection: { type: isGlobal(tilejson) ? "globe" : "mercator" },
      sources: sourcesOf(tilejson),
      layers: layersIn(colours()),
    },
    minZoom: Math.max(-1, (tilejson.minzoom ?? 0) - 1),
    maxZoom: Math.min(24, (tilejson.maxzoom ?? 20) + OVERZOOM),
    maxPitch: 0,
    pitchWithRotate: false,
    attributionControl: false,
    canvasContextAttributes: { antialias: isGlobal(tilejson) },
    locale: { "Map.Title": `Map of ${nameOf({ share, tilejson })}` },
  });
}

function sourcesOf(tilejson) {
  const [west, , east] = boundsOf(tilejson);
  return {
    [RASTER]: {
      type: "raster",
      tiles: tilejson.tiles,
      tileSize: tilejson.tileSize ?? 256,
      minzoom: tilejson.minzoom ?? 0,
      maxzoom: tilejson.maxzoom ?? 22,
      // MapLibre asks for nothing at all outside these, and knows no bounds over the antimeridian.
      ...(west >= -180 && east <= 180 ? { bounds: boundsOf(tilejson) } : {}),
    },
    [GRATICULE]: { type: "geojson", data: graticuleOver(WORLD) },
  };
}

function layersIn({ background, line }) {
  return [
    { id: "background", type: "background", paint: { "background-color": background } },
    { id: GRATICULE, type: "line", source: GRATICULE, paint: { "line-color": line, "line-width": 1 } },
    { id: RASTER, type: "raster", source: RASTER, paint: { "raster-fade-duration": isCalm() ? 0 : 180 } },
  ];
}

function addControls(map, tilejson) {
  const fit = () => fitData(map, tilejson, { animate: !isCalm() });
  map.addControl(new maplibre.NavigationControl({ visualizePitch: false }), "top-right");
  map.addControl(
    createButtonControl({ className: "fit", label: "Show all of it", onClick: fit }),
    "top-right",
  );
  if (isGlobal(tilejson)) {
    map.addControl(new maplibre.GlobeControl(), "top-right");
    map.on("projectiontransition", fit);
  }
  if (document.fullscreenEnabled) map.addControl(new maplibre.FullscreenControl(), "top-right");
  map.addControl(new maplibre.ScaleControl({ maxWidth: 150 }), "bottom-left");
}

function followTheme(map) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    const { background, line } = colours();
    map.setPaintProperty("background", "background-color", background);
    map.setPaintProperty(GRATICULE, "line-color", line);
  });
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  return {
    background: style.getPropertyValue("--map-background").trim(),
    line: style.getPropertyValue("--map-line").trim(),
  };
}

/** Keeps the graticule as fine as the view needs, with room to pan. */
function followView(map) {
  const draw = () => {
    const [[west, south], [east, north]] = map.getBounds().toArray();
    const wide = Math.min(360, (east - west) * 2);
    const centre = (west + east) / 2;
    const high = north - south;
    map
      .getSource(GRATICULE)
      .setData(graticuleOver([centre - wide / 2, south - high / 2, centre + wide / 2, north + high / 2]));
  };
  map.on("moveend", draw);
  map.once("load", draw);
}

function showProgress(map, bar) {
  map.on("dataloading", () => bar.classList.add("active"));
  map.on("idle", () => bar.classList.remove("active"));
}

function showWaiting(count) {
  const toast = document.getElementById("toast");
  toast.hidden = count === 0;
  toast.textContent = count === 0 ? "" : "Parts of the map are not ready yet. Trying again…";
}

/**
 * What to do when a tile is refused: its address has run out, or the link is dead. Redeeming the link again tells which; when
 * the new address is refused as well, the link is taken to be dead.
 */
function renewer(map, tilejson, { reopen, close }) {
  let [current] = tilejson.tiles;
  let isRenewed = false;
  const end = (problem) => {
    map.remove();
    close(problem.kind === "end" ? problem : describeProblem({ status: 410 }));
  };
  return async (address) => {
    if (!address.startsWith(current.split("{")[0])) return;
    if (isRenewed) return end(describeProblem({ status: 410 }));
    const answer = await reopen();
    if (!answer.ok) return end(describeProblem(answer));
    [current] = answer.value.tilejson.tiles;
    isRenewed = true;
    map.once("idle", () => {
      isRenewed = false;
    });
    map.getSource(RASTER).setTiles(answer.value.tilejson.tiles);
    showTileAddress(answer.value.tilejson);
  };
}

function isCalm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
