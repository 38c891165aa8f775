import { useEffect, useRef, useState } from "preact/hooks";
import type { Bounds } from "../../client/shared-map.ts";
import type { Extent } from "../../components/map/extents.ts";
import type { ExtentsMap } from "../../components/map/extents-map.ts";
import { useWording } from "../../languages/translate.ts";
import { Problem } from "../problem.tsx";

/** Beside the list there is room for a map from this width on; it is closed at first where there is not. */
const BESIDE = "(min-width: 900px)";

interface ItemsMapProps {
  readonly extents: readonly Extent[];
  /** The image that the pointer or the focus is on, in the list or here. */
  readonly lit: string | undefined;
  /** The image to move to; another object moves again. */
  readonly sought: { readonly id: string } | undefined;
  /** Whether the list follows the map, which then stays where it is. */
  readonly isOfArea: boolean;
  readonly onPoint: (id: string | undefined) => void;
  readonly onChoose: (id: string) => void;
  readonly onArea: (area: Bounds | undefined) => void;
}

/** The map of the listed images; its code is loaded when it is opened. */
export function ItemsMap(props: ItemsMapProps) {
  const { extents, lit, sought, isOfArea, onArea } = props;
  const { t, language } = useWording();
  const [isOpen, setOpen] = useState(() => matchMedia(BESIDE).matches);
  const [map, setMap] = useState<ExtentsMap>();
  const [problem, setProblem] = useState("");
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    if (!isOpen) return undefined;
    let made: ExtentsMap | undefined;
    let isGone = false;
    void import("../../components/map/extents-map.ts")
      .then((loaded) => {
        if (isGone || container.current === null) return;
        made = new loaded.ExtentsMap({
          container: container.current,
          title: t("items.map"),
          language,
          onPoint: (id) => latest.current.onPoint(id),
          onChoose: (id) => latest.current.onChoose(id),
        });
        setMap(made);
      })
      .catch(() => setProblem(t("problem.webgl")));
    return () => {
      isGone = true;
      made?.remove();
      setMap(undefined);
    };
  }, [isOpen, language]);
  const shown = JSON.stringify(extents);
  useEffect(() => {
    map?.show(extents);
    if (!isOfArea) map?.frame(extents);
  }, [map, shown]);
  useEffect(() => map?.light(lit), [map, lit]);
  useEffect(() => {
    const found = extents.filter(({ id }) => id === sought?.id);
    if (found.length > 0) setOpen(true);
    map?.frame(found);
  }, [map, sought]);
  return (
    <details class="items-map" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("items.map")}</summary>
      <Problem text={problem} />
      <div class="map-frame">
        <div class="map" ref={container} />
      </div>
      <p class="actions">
        <button type="button" class="quiet" disabled={map === undefined} onClick={() => onArea(map?.view)}>
          {t("items.searchHere")}
        </button>
        {isOfArea ? (
          <button type="button" class="quiet" onClick={() => onArea(undefined)}>
            {t("items.searchAnywhere")}
          </button>
        ) : null}
      </p>
    </details>
  );
}
