import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import { useEffect, useRef, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { formatArea, formatLength } from "./format-measures.ts";
import { pathLength, ringArea, type Position } from "./geodesic-measures.ts";
import { removePath, showPath } from "./measure-layers.ts";

interface MeasureToolProps {
  readonly map: MapLibreMap;
  readonly onClose: () => void;
}

/** Measures a path and what it encloses: by clicks, or by the keyboard at the middle of the map. */
export function MeasureTool({ map, onClose }: MeasureToolProps) {
  const wording = useWording();
  const { t } = wording;
  const [path, setPath] = useState<readonly Position[]>([]);
  const close = useRef(onClose);
  close.current = onClose;
  const addMiddle = () => {
    const { lng, lat } = map.getCenter();
    setPath((before) => [...before, [lng, lat]]);
  };
  const undo = () => setPath((before) => before.slice(0, -1));
  useEffect(() => {
    const add = ({ lngLat: { lng, lat } }: MapMouseEvent) => setPath((before) => [...before, [lng, lat]]);
    const press = (event: KeyboardEvent) => {
      if (event.key === "Enter") addMiddle();
      else if (event.key === "Backspace") undo();
      else if (event.key === "Escape") close.current();
    };
    const canvas = map.getCanvas();
    canvas.classList.add("measuring");
    map.doubleClickZoom.disable();
    map.on("click", add);
    canvas.addEventListener("keydown", press);
    return () => {
      canvas.classList.remove("measuring");
      map.doubleClickZoom.enable();
      map.off("click", add);
      canvas.removeEventListener("keydown", press);
      removePath(map);
    };
  }, [map]);
  useEffect(() => showPath(map, path), [map, path]);
  return (
    <>
      <div class="cross" aria-hidden="true" />
      <section id="measure" class="measure" aria-label={t("measure.title")}>
        <p role="status" class="measure-values">
          {path.length < 2
            ? t("measure.start")
            : t("measure.length", { length: formatLength(pathLength(path), wording) })}
          {path.length > 2 ? (
            <span>{t("measure.area", { area: formatArea(ringArea(path), wording) })}</span>
          ) : null}
        </p>
        <p class="measure-actions">
          <button type="button" onClick={addMiddle}>
            {t("measure.middle")}
          </button>
          <button type="button" disabled={path.length === 0} onClick={undo}>
            {t("measure.undo")}
          </button>
          <button type="button" onClick={onClose}>
            {t("measure.close")}
          </button>
        </p>
      </section>
    </>
  );
}
