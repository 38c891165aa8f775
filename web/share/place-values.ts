import { Popup, type LngLat, type Map as MapLibreMap, type MapMouseEvent } from "maplibre-gl";
import { useEffect, useRef } from "preact/hooks";
import type { Answer } from "../client/ask-json.ts";
import type { PointValues } from "../client/shared-map.ts";
import { describeFailure } from "../components/describe-failure.ts";
import { histogramOf, shareBelow } from "./histogram.ts";
import { spectrumOf } from "./spectrum.ts";
import { formatPosition } from "../components/map/position-readout.ts";
import type { Wording } from "../languages/translate.ts";

interface PlaceReading {
  /** Whether the link gives values; without them, a place has only its position. */
  readonly isAllowed: boolean;
  readonly read: (place: { lon: number; lat: number }) => Promise<Answer<PointValues>>;
  readonly wording: Wording;
}

/** Shows the values of a place that is clicked or tapped, or of the middle by the Enter key. */
export function usePlaceValues(map: MapLibreMap | undefined, reading: PlaceReading): void {
  const latest = useRef(reading);
  latest.current = reading;
  useEffect(() => {
    if (map === undefined || !reading.isAllowed) return undefined;
    const canvas = map.getCanvas();
    const open = (lngLat: LngLat) => {
      const { lng, lat } = lngLat.wrap();
      const popup = new Popup({ maxWidth: "280px", className: "values" })
        .setLngLat(lngLat)
        .setDOMContent(element("p", "…"))
        .addTo(map);
      void latest.current.read({ lon: lng, lat }).then((answer) => {
        const place = formatPosition({ lng, lat }, map.getZoom());
        popup.setDOMContent(contentOf(answer, place, latest.current.wording));
      });
    };
    const click = (event: MapMouseEvent) => open(event.lngLat);
    const press = (event: KeyboardEvent) => {
      if (event.key === "Enter") open(map.getCenter());
    };
    canvas.classList.add("reading");
    map.on("click", click);
    canvas.addEventListener("keydown", press);
    return () => {
      canvas.classList.remove("reading");
      map.off("click", click);
      canvas.removeEventListener("keydown", press);
    };
  }, [map, reading.isAllowed]);
}

/** Texts of the owner enter the page as text, never as HTML. */
function contentOf(answer: Answer<PointValues>, place: string, wording: Wording): HTMLElement {
  const content = document.createElement("div");
  content.append(element("p", place, "place"));
  if (!answer.ok) {
    content.append(element("p", describeFailure(answer, wording).text));
    return content;
  }
  const { has_data: hasData, values } = answer.value;
  if (!hasData) {
    content.append(element("p", wording.t("panel.noData")));
    return content;
  }
  const list = document.createElement("dl");
  for (const { name, value, unit, distribution } of values) {
    const shown = value === null ? wording.t("panel.noValue") : wording.number(value, 7);
    const row = element("dd", unit && value !== null ? `${shown} ${unit}` : shown);
    list.append(element("dt", name), row);
    if (value === null || !distribution) continue;
    const percent = wording.number(100 * shareBelow(distribution, value), 2);
    row.append(histogramOf(distribution, value, wording.t("panel.higherThan", { percent })));
  }
  content.append(list);
  const spectrum = spectrumOf(answer.value, wording.t("panel.spectrum"));
  if (spectrum !== undefined) content.append(spectrum);
  return content;
}

function element(name: "p" | "dt" | "dd", text: string, className = ""): HTMLElement {
  const created = document.createElement(name);
  created.textContent = text;
  created.className = className;
  return created;
}
