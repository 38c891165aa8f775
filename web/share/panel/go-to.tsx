import type { Map as MapLibreMap } from "maplibre-gl";
import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { parsePlace } from "./parse-place.ts";

/** A field that moves the map to a place. */
export function GoTo({ map }: { map: MapLibreMap }) {
  const { t } = useWording();
  const [text, setText] = useState("");
  const [isBad, setBad] = useState(false);
  return (
    <form
      class="go-to"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const place = parsePlace(text);
        setBad(place === undefined);
        if (place !== undefined)
          map.flyTo({ center: [place.lng, place.lat], zoom: Math.max(map.getZoom(), 8) });
      }}
    >
      <label for="go-to">{t("panel.goTo")}</label>
      <input
        id="go-to"
        type="text"
        inputMode="text"
        placeholder={t("panel.goToHint")}
        aria-invalid={isBad ? "true" : undefined}
        aria-describedby="go-to-problem"
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setBad(false);
        }}
      />
      <p id="go-to-problem" class="problem" role="alert">
        {isBad ? t("panel.goToBad") : ""}
      </p>
    </form>
  );
}
