import { useEffect, useRef } from "preact/hooks";
import { useWording } from "../languages/translate.ts";

interface SwipeProps {
  readonly left: string;
  readonly right: string;
  readonly place: number;
  readonly onMove: (place: number) => void;
}

const STEPS = 1000;

/** The line between two maps: a slider over the width of the map, moved by its handle or by the keyboard. */
export function Swipe({ left, right, place, onMove }: SwipeProps) {
  const { t } = useWording();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.style.setProperty("--place", String(place)), [place]);
  return (
    <div class="swipe" ref={element}>
      <div class="swipe-line" aria-hidden="true">
        <span class="swipe-name left">{left}</span>
        <span class="swipe-name right">{right}</span>
      </div>
      <input
        type="range"
        min="0"
        max={STEPS}
        step="10"
        value={Math.round(place * STEPS)}
        aria-label={t("compare.line", { left, right })}
        aria-valuetext={`${Math.round(place * 100)} %`}
        onInput={(event) => onMove(Number(event.currentTarget.value) / STEPS)}
      />
    </div>
  );
}
