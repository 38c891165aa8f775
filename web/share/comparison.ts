import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef, useState } from "preact/hooks";
import type { TileJson } from "../client/shared-map.ts";
import { showContext } from "../components/map/context-layers.ts";
import { createFollowingMap, RASTER } from "../components/map/raster-map.ts";
import type { Wording } from "../languages/translate.ts";

/** What is shown on the right of the line. */
export interface Compared {
  readonly name: string;
  readonly tilejson: TileJson;
}

/** A second map over the first one, to the right of a line. */
export interface Comparison {
  readonly map: MapLibreMap;
  /** Where the line is: from 0, the left edge, to 1. */
  readonly place: number;
}

/** Shows a second map in a container over the first one; undefined while there is nothing to compare. */
export function useComparison(
  map: MapLibreMap | undefined,
  compared: Compared | undefined,
  wording: Wording,
): {
  readonly comparison: Comparison | undefined;
  readonly move: (place: number) => void;
  readonly container: { current: HTMLDivElement | null };
} {
  const container = useRef<HTMLDivElement>(null);
  const [other, setOther] = useState<MapLibreMap>();
  const [place, setPlace] = useState(0.5);
  const address = compared?.tilejson.tiles[0];
  useEffect(() => {
    if (map === undefined || compared === undefined || container.current === null) return undefined;
    const made = createFollowingMap(map, {
      container: container.current,
      tilejson: compared.tilejson,
      title: wording.t("map.of", { name: compared.name }),
    });
    showContext(made, wording.language, RASTER);
    setOther(made);
    return () => {
      setOther(undefined);
      made.remove();
    };
  }, [map, address]);
  useEffect(() => {
    const element = container.current;
    // The policy of the page allows styles of elements by script, not in HTML.
    if (element !== null) element.style.clipPath = `inset(0 0 0 ${place * 100}%)`;
  }, [place, other]);
  return { comparison: other && { map: other, place }, move: setPlace, container };
}
