import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef, useState } from "preact/hooks";
import { tilejsonAt, type LinkClient, type LinkIntroduction } from "../client/link-client.ts";
import type { SharedMap, TileJson } from "../client/shared-map.ts";
import type { PlainProblem } from "../components/describe-failure.ts";
import { showContext } from "../components/map/context-layers.ts";
import { followPosition } from "../components/map/position-readout.ts";
import { createRasterMap, RASTER, setRasterTiles } from "../components/map/raster-map.ts";
import { watchTileFaults, type TileFaults } from "../components/map/tile-faults.ts";
import { keepViewInAddress, viewInAddress } from "../components/map/view-in-address.ts";
import { useWording, type Language } from "../languages/translate.ts";
import { nameOf } from "./name-of.ts";
import { Panel } from "./panel/panel.tsx";
import { tilesRenewer } from "./tiles-renewer.ts";
import { usePlaceValues } from "./place-values.ts";

interface MapPageProps {
  readonly shared: SharedMap;
  readonly password: string;
  readonly link: LinkClient;
  readonly introduction: LinkIntroduction | undefined;
  /** Called when the map is drawn for the first time. */
  readonly onDrawn: () => void;
  /** Called when the map has to close. */
  readonly onEnd: (why: PlainProblem) => void;
  readonly onLanguage: (language: Language) => void;
}

/** How often a page asks whether its map is prepared. */
const PREPARED_EVERY_MS = 5_000;

const NO_FAULTS: TileFaults = { waiting: 0, damaged: 0, isOffline: false };

/** The map of a link, and what can be done with it. */
export function MapPage({ shared, password, link, introduction, onDrawn, onEnd, onLanguage }: MapPageProps) {
  const wording = useWording();
  const container = useRef<HTMLDivElement>(null);
  const readout = useRef<HTMLParagraphElement>(null);
  const [map, setMap] = useState<MapLibreMap>();
  const [tilejson, setTilejson] = useState(shared.tilejson);
  const [faults, setFaults] = useState(NO_FAULTS);
  const [isLoading, setLoading] = useState(true);
  const shown = useRef(tilejson);
  const name = nameOf({ ...shared, tilejson });
  const show = (document: TileJson) => {
    shown.current = document;
    setTilejson(document);
  };

  useEffect(() => {
    if (container.current === null) return undefined;
    let made: MapLibreMap;
    try {
      made = createRasterMap({
        container: container.current,
        tilejson,
        title: wording.t("map.of", { name }),
        fitLabel: wording.t("map.showAll"),
        view: viewInAddress(location.hash),
      });
    } catch (error) {
      reportError(error);
      onEnd({ kind: "retry", text: wording.t("problem.webgl") });
      return undefined;
    }
    setMap(made);
    followPosition(made, readout.current!, (zoom) => wording.t("map.zoom", { zoom }));
    keepViewInAddress(made);
    showContext(made, wording.language);
    made.on("dataloading", () => setLoading(true));
    made.on("idle", () => setLoading(false));
    watchTileFaults(made, RASTER, {
      onFaults: setFaults,
      onRefused: tilesRenewer(made, {
        shown,
        show,
        renew: async (document) => await link.renew(password, document),
        end: onEnd,
        wording,
      }),
    });
    void made.once("render").then(() => {
      onDrawn();
      if (matchMedia("(pointer: fine)").matches) made.getCanvas().focus();
    });
    return () => made.remove();
  }, []);
  useEffect(() => {
    document.title = wording.t("map.pageTitle", { name });
  }, [wording, name]);
  useEffect(() => {
    if (map !== undefined && tilejson !== shared.tilejson) setRasterTiles(map, tilejson.tiles);
  }, [tilejson.tiles[0]]);
  usePreparation(tilejson, show);
  usePlaceValues(map, {
    isAllowed: shared.share.gives_values === true,
    read: async (place) => {
      const profile = tilejson.profiles?.find(({ is_shown: isShown }) => isShown)?.name;
      return await link.pointValues(password, place, profile);
    },
    wording,
  });

  return (
    <main id="view" class="view">
      <div id="map" class="map" ref={container} />
      <div id="progress" class={`progress${isLoading ? " active" : ""}`} aria-hidden="true" />
      {map ? (
        <Panel
          shared={{ ...shared, tilejson }}
          introduction={introduction}
          map={map}
          listItems={async (offset) => await link.items(password, offset)}
          onTilejson={show}
          onLanguage={onLanguage}
        />
      ) : null}
      <Message tilejson={tilejson} faults={faults} />
      <p id="readout" class="readout" ref={readout} />
    </main>
  );
}

function Message({ tilejson, faults }: { tilejson: TileJson; faults: TileFaults }) {
  const { t } = useWording();
  const { being_prepared: preparation, nothing_to_show: isEmpty } = tilejson;
  const text = preparation
    ? t("map.preparing", { percent: preparation.percent })
    : isEmpty
      ? t("map.nothing")
      : faults.isOffline
        ? t("map.offline")
        : faults.damaged > 0
          ? t("map.damaged")
          : faults.waiting > 0
            ? t("map.waiting")
            : "";
  return (
    <p id="toast" class="toast" role="status" hidden={text === ""}>
      {text}
    </p>
  );
}

/** Asks for the document again while files are being prepared. */
function usePreparation(
  { being_prepared: preparation, tilejson_url: url }: TileJson,
  show: (next: TileJson) => void,
) {
  const isPreparing = preparation !== undefined && url !== undefined;
  useEffect(() => {
    if (!isPreparing) return undefined;
    const timer = setInterval(
      () => void tilejsonAt(url).then((answer) => answer.ok && show(answer.value)),
      PREPARED_EVERY_MS,
    );
    return () => clearInterval(timer);
  }, [isPreparing, url]);
}
