import type { Map as MapLibreMap } from "maplibre-gl";
import type { Answer } from "../client/ask-json.ts";
import type { SharedMap, TileJson } from "../client/shared-map.ts";
import type { PlainProblem } from "../components/describe-failure.ts";
import { elementById } from "../components/element-by-id.ts";
import { followPosition } from "../components/map/position-readout.ts";
import { createRasterMap, RASTER, setRasterTiles } from "../components/map/raster-map.ts";
import { watchTileFaults } from "../components/map/tile-faults.ts";
import { describeEnd, describeRenewal } from "./describe-refusal.ts";
import { fillPanel, nameOf, showTileAddress } from "./panel.ts";

/** How the map gets fresh tile addresses, and how it ends. */
export interface MapLifecycle {
  /** Opens the link again. */
  readonly reopen: () => Promise<Answer<SharedMap>>;
  /** Shows why the map had to close. */
  readonly close: (problem: PlainProblem) => void;
}

/** Shows the shared data on a map; resolves when the map is drawn for the first time. */
export async function showMap(shared: SharedMap, lifecycle: MapLifecycle): Promise<void> {
  const view = elementById("view", HTMLElement);
  view.hidden = false;
  fillPanel(shared);
  try {
    const map = createRasterMap({
      container: elementById("map", HTMLElement),
      tilejson: shared.tilejson,
      title: `Map of ${nameOf(shared)}`,
    });
    followPosition(map, elementById("readout", HTMLElement));
    showProgress(map, elementById("progress", HTMLElement));
    watchTileFaults(map, RASTER, {
      onWaiting: showWaiting,
      onRefused: renewer(map, shared.tilejson, lifecycle),
    });
    await map.once("render");
    if (matchMedia("(pointer: fine)").matches) map.getCanvas().focus();
  } catch (error) {
    view.hidden = true;
    throw error;
  }
}

function showProgress(map: MapLibreMap, bar: HTMLElement): void {
  map.on("dataloading", () => bar.classList.add("active"));
  map.on("idle", () => bar.classList.remove("active"));
}

function showWaiting(count: number): void {
  const toast = elementById("toast", HTMLElement);
  toast.hidden = count === 0;
  toast.textContent = count === 0 ? "" : "Parts of the map are not ready yet. Trying again…";
}

/**
 * Handles a refused tile: its address has expired, or the link has ended. Opening the link again tells which.
 * When the new address is refused as well, the link counts as ended.
 */
function renewer(map: MapLibreMap, tilejson: TileJson, { reopen, close }: MapLifecycle) {
  let [current] = tilejson.tiles;
  let isRenewed = false;
  const end = (problem: PlainProblem) => {
    map.remove();
    close(problem);
  };
  return async (address: string): Promise<void> => {
    const [origin = ""] = current.split("{");
    // An answer to an address that has been renewed already.
    if (!address.startsWith(origin)) return;
    if (isRenewed) return end(describeEnd());
    const answer = await reopen();
    if (!answer.ok) {
      const problem = describeRenewal(answer);
      // A service that is busy or out of reach says nothing about the link: the next tile tries again.
      return problem === undefined ? undefined : end(problem);
    }
    const renewed = answer.value.tilejson;
    [current] = renewed.tiles;
    isRenewed = true;
    void map.once("idle", () => {
      isRenewed = false;
    });
    setRasterTiles(map, renewed.tiles);
    showTileAddress(renewed);
  };
}
