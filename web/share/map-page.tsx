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
import type { MeasureTool as MeasureToolComponent } from "../components/measure/measure-tool.tsx";
import { useWording, type Language, type Wording } from "../languages/translate.ts";
import { nameOf } from "./name-of.ts";
import { useComparison, type Compared } from "./comparison.ts";
import { Panel } from "./panel/panel.tsx";
import { composePicture, savePicture } from "./picture.ts";
import { plainText } from "./plain-text.ts";
import { ALL_ITEMS, choiceOf, tilesWith } from "./shown-items.ts";
import { Swipe } from "./swipe.tsx";
import { useItems } from "./use-items.ts";
import { useLegend } from "./use-legend.ts";
import { usePrinting } from "./use-printing.ts";
import { endedAddresses, tilesRenewer } from "./tiles-renewer.ts";
import { usePlaceValues } from "./place-values.ts";

interface MapPageProps {
  readonly shared: SharedMap;
  readonly password: string;
  readonly link: LinkClient;
  readonly introduction: LinkIntroduction | undefined;
  /** Called when the map is drawn for the first time. */
  readonly onDrawn: () => void;
  /** Called when the map has to close; with the map where the password lets it go on. */
  readonly onEnd: (why: PlainProblem, resumable?: SharedMap) => void;
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
  const [shownItems, setShownItems] = useState(ALL_ITEMS);
  const [compared, setCompared] = useState<Compared>();
  const [isMeasuring, setMeasuring] = useState(false);
  const legend = useLegend(tilejson.legend_url);
  const listItems = async (offset: number) => await link.items(password, offset);
  const items = useItems(shared.share, listItems);
  const { comparison, move, container: comparedContainer } = useComparison(map, compared, wording);
  const isNarrowed = useRef(false);
  const name = nameOf({ ...shared, tilejson });
  const shownName = tilejson.profiles?.find(({ is_shown: isShown }) => isShown)?.name ?? name;
  const show = (document: TileJson) => {
    shown.current = document;
    setTilejson(document);
  };

  const pause = (why: PlainProblem) => onEnd(why, { ...shared, tilejson: shown.current });

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
    showContext(made, wording.language, RASTER);
    made.on("dataloading", () => setLoading(true));
    made.on("idle", () => setLoading(false));
    watchTileFaults(made, RASTER, {
      onFaults: setFaults,
      onRefused: tilesRenewer(made, {
        shown,
        show,
        renew: async (document) => await link.renew(password, document),
        end: onEnd,
        pause,
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
    const isFirst = tilejson === shared.tilejson && shownItems === ALL_ITEMS && !isNarrowed.current;
    if (map === undefined || isFirst) return;
    isNarrowed.current = true;
    setRasterTiles(map, tilesWith(tilejson, shownItems));
  }, [tilejson.tiles[0], shownItems]);
  usePreparation(tilejson, show);
  useEndOfAddresses(tilejson, wording, pause);
  usePlaceValues(map, {
    isAllowed: shared.share.gives_values === true && !isMeasuring,
    read: async (place) => {
      const profile = tilejson.profiles?.find(({ is_shown: isShown }) => isShown)?.name;
      return await link.pointValues(password, { ...place, ...choiceOf(shownItems) }, profile);
    },
    wording,
  });

  const compose = () =>
    map &&
    composePicture({
      map,
      comparison,
      title: name || wording.t("map.title"),
      comparedTitle: compared?.name,
      legend,
      attribution: plainText(tilejson.attribution),
      wording,
    });
  const sheet = usePrinting(compose);
  const save = async () => {
    const picture = compose();
    if (picture !== undefined) await savePicture(picture, name);
  };

  return (
    <main id="view" class="view">
      <div id="map" class="map" ref={container} />
      <div class="map compared" ref={comparedContainer} hidden={compared === undefined} />
      {comparison && compared ? (
        <Swipe left={shownName} right={compared.name} place={comparison.place} onMove={move} />
      ) : null}
      <div id="progress" class={`progress${isLoading ? " active" : ""}`} aria-hidden="true" />
      {map ? (
        <Panel
          shared={{ ...shared, tilejson }}
          introduction={introduction}
          map={map}
          listItems={listItems}
          legend={legend}
          items={items}
          shownItems={shownItems}
          compared={compared}
          isMeasuring={isMeasuring}
          onTilejson={show}
          onShowItems={setShownItems}
          onCompare={setCompared}
          onMeasure={setMeasuring}
          onSave={save}
          onLanguage={onLanguage}
        />
      ) : null}
      <Message tilejson={tilejson} faults={faults} />
      {map && isMeasuring ? <LazyMeasureTool map={map} onClose={() => setMeasuring(false)} /> : null}
      <p id="readout" class="readout" ref={readout} />
      <div class="sheet" ref={sheet} />
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

/** The longest delay of a browser's timer. */
const TIMER_MAX_MS = 2 ** 31 - 1;

/** Pauses the map at the end of its addresses, also while it requests no tiles. */
function useEndOfAddresses(document: TileJson, wording: Wording, pause: (why: PlainProblem) => void): void {
  const { expires_at: end, tilejson_url: url } = document;
  useEffect(() => {
    if (end === undefined) return undefined;
    const delay = Math.min(Math.max(0, Date.parse(end) - Date.now()) + 1_000, TIMER_MAX_MS);
    // The service decides: the clock of this device may be wrong, and the link may have been extended.
    const timer = setTimeout(
      () => void endedAddresses(document, wording).then((why) => why && pause(why)),
      delay,
    );
    return () => clearTimeout(timer);
  }, [end, url]);
}

type MeasureTool = typeof MeasureToolComponent;

/** The tool for measuring loads when it is used first. */
function LazyMeasureTool(props: Parameters<MeasureTool>[0]) {
  const [loaded, setLoaded] = useState<{ readonly Tool: MeasureTool }>();
  useEffect(() => {
    void import("../components/measure/measure-tool.tsx").then(({ MeasureTool: Tool }) =>
      setLoaded({ Tool }),
    );
  }, []);
  return loaded ? <loaded.Tool {...props} /> : null;
}
