import type { Map as MapLibreMap } from "maplibre-gl";
import { useState } from "preact/hooks";
import type { Answer } from "../../client/ask-json.ts";
import { tilejsonAt, type LinkIntroduction } from "../../client/link-client.ts";
import type { Legend, SharedItemsPage, SharedMap, TileJson } from "../../client/shared-map.ts";
import { LanguageChoice } from "../../components/language-choice.tsx";
import { Mark } from "../../components/mark.tsx";
import { setRasterOpacity } from "../../components/map/raster-map.ts";
import { useWording, type Language } from "../../languages/translate.ts";
import type { Compared } from "../comparison.ts";
import { nameOf } from "../name-of.ts";
import { plainText } from "../plain-text.ts";
import type { ShownItems } from "../shown-items.ts";
import type { KnownItems } from "../use-items.ts";
import { Compare } from "./compare.tsx";
import { Downloads } from "./downloads.tsx";
import { Facts } from "./facts.tsx";
import { GoTo } from "./go-to.tsx";
import { Items } from "./items.tsx";
import { LegendOf } from "./legend-of.tsx";
import { OtherSoftware } from "./other-software.tsx";
import { Tools } from "./tools.tsx";

interface PanelProps {
  readonly shared: SharedMap;
  readonly legend: Legend | undefined;
  readonly items: KnownItems;
  readonly shownItems: ShownItems;
  readonly compared: Compared | undefined;
  readonly isMeasuring: boolean;
  readonly introduction: LinkIntroduction | undefined;
  readonly map: MapLibreMap;
  /** Items and files from an offset on. */
  readonly listItems: (offset: number) => Promise<Answer<SharedItemsPage>>;
  /** Shows another document of the link. */
  readonly onTilejson: (tilejson: TileJson) => void;
  readonly onShowItems: (shown: ShownItems) => void;
  readonly onCompare: (compared: Compared | undefined) => void;
  readonly onMeasure: (isMeasuring: boolean) => void;
  readonly onSave: () => Promise<void>;
  readonly onLanguage: (language: Language) => void;
}

/** What is known of a map and can be done with it, beside it. */
export function Panel(props: PanelProps) {
  const { shared, introduction, map, listItems, items, onTilejson, onLanguage } = props;
  const { t } = useWording();
  // In the frame of another page, the map comes first.
  const [isOpen] = useState(() => !isEmbedded() && matchMedia("(min-width: 720px)").matches);
  const { share, tilejson } = shared;
  const description = share.target?.description ?? tilejson.description;
  const attribution = plainText(tilejson.attribution);
  return (
    <aside class="panel" aria-labelledby="map-title">
      <details id="panel" open={isOpen}>
        <summary>
          <Mark />
          <h1 id="map-title">{nameOf(shared) || t("map.title")}</h1>
        </summary>
        <div class="panel-body">
          {description ? (
            <p id="map-description" class="description">
              {description}
            </p>
          ) : null}
          <Profiles tilejson={tilejson} onTilejson={onTilejson} />
          <LegendOf legend={props.legend} />
          <Opacity map={map} />
          <Compare
            tilejson={tilejson}
            items={items.items}
            compared={props.compared}
            onCompare={props.onCompare}
          />
          <Tools isMeasuring={props.isMeasuring} onMeasure={props.onMeasure} onSave={props.onSave} />
          {share.gives_values === true ? <p class="hint">{t("panel.valuesHint")}</p> : null}
          {items.items.length > 0 ? (
            <Items
              items={items.items}
              tilejson={tilejson}
              map={map}
              shown={props.shownItems}
              onShow={props.onShowItems}
              onMore={items.more}
            />
          ) : null}
          <Downloads share={share} listItems={listItems} />
          <Facts shared={shared} introduction={introduction} />
          <GoTo map={map} />
          <OtherSoftware shared={shared} />
          {attribution ? (
            <p id="map-attribution" class="attribution">
              {attribution}
            </p>
          ) : null}
          {isEmbedded() ? (
            <a class="more" href={location.pathname + location.hash} target="_blank" rel="noreferrer">
              {t("panel.ownPage")}
            </a>
          ) : null}
          <LanguageChoice onChoose={onLanguage} />
        </div>
      </details>
    </aside>
  );
}

/** Whether the page was made for a frame of another page. */
function isEmbedded(): boolean {
  return new URLSearchParams(location.search).has("embed");
}

interface ProfilesProps {
  readonly tilejson: TileJson;
  readonly onTilejson: (tilejson: TileJson) => void;
}

/** The ways to draw the data, where there are several. */
function Profiles({ tilejson, onTilejson }: ProfilesProps) {
  const { t } = useWording();
  const { profiles = [] } = tilejson;
  const shown = profiles.find(({ is_shown: isShown }) => isShown);
  if (profiles.length < (shown === undefined ? 1 : 2)) return null;
  const choose = async (name: string) => {
    const profile = profiles.find((each) => each.name === name);
    if (profile === undefined) return;
    const answer = await tilejsonAt(profile.tilejson_url);
    if (answer.ok) onTilejson(answer.value);
  };
  return (
    <label class="choice" for="profile">
      <span>{t("panel.show")}</span>
      <select
        id="profile"
        value={shown?.name ?? ""}
        onChange={(event) => void choose(event.currentTarget.value)}
      >
        {shown === undefined ? <option value="">{t("panel.default")}</option> : null}
        {profiles.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Opacity({ map }: { map: MapLibreMap }) {
  const { t } = useWording();
  const [percent, setPercent] = useState(100);
  return (
    <label class="choice" for="opacity">
      <span>{t("panel.opacity")}</span>
      <input
        id="opacity"
        type="range"
        min="0"
        max="100"
        step="5"
        value={percent}
        aria-valuetext={`${percent} %`}
        onInput={(event) => {
          const value = Number(event.currentTarget.value);
          setPercent(value);
          setRasterOpacity(map, value / 100);
        }}
      />
    </label>
  );
}
