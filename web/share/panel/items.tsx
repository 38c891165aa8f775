import type { Map as MapLibreMap } from "maplibre-gl";
import type { SharedItem, TileJson } from "../../client/shared-map.ts";
import { fitBounds } from "../../components/map/framing.ts";
import { useWording } from "../../languages/translate.ts";
import { daysOf, queryOf, type ShownItems } from "../shown-items.ts";

interface ItemsProps {
  readonly items: readonly SharedItem[];
  readonly tilejson: TileJson;
  readonly map: MapLibreMap;
  readonly shown: ShownItems;
  readonly onShow: (shown: ShownItems) => void;
  /** Loads more items; undefined when all are there. */
  readonly onMore: (() => void) | undefined;
}

/** An address hides so many items at most. */
const HIDDEN_MAX = 100;

/** The items of a collection: each with its picture and date, to be shown, hidden and zoomed to. */
export function Items({ items, tilejson, map, shown, onShow, onMore }: ItemsProps) {
  const { t, day } = useWording();
  const { hidden } = shown;
  const toggle = (id: string) =>
    onShow({
      ...shown,
      hidden: hidden.includes(id) ? hidden.filter((each) => each !== id) : [...hidden, id],
    });
  return (
    <details class="section" id="items">
      <summary>
        {t("panel.images")} <span class="count">{onMore ? `${items.length}+` : items.length}</span>
      </summary>
      <Days items={items} shown={shown} onShow={onShow} />
      <ul class="list images">
        {items.map(({ id, name, datetime, bbox }) => (
          <li key={id}>
            <input
              type="checkbox"
              aria-label={t("panel.showImage", { name: name ?? id })}
              checked={!hidden.includes(id)}
              disabled={hidden.length >= HIDDEN_MAX && !hidden.includes(id)}
              onChange={() => toggle(id)}
            />
            <button
              type="button"
              class="row"
              disabled={!bbox}
              title={t("panel.zoomTo", { name: name ?? "" })}
              onClick={() => bbox && fitBounds(map, bbox)}
            >
              <Thumbnail url={tilejson.preview_url} id={id} />
              <span class="row-text">
                <span class="row-name">{name}</span>
                {datetime ? <span class="row-detail">{day(datetime)}</span> : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {onMore ? (
        <button type="button" class="more" onClick={onMore}>
          {t("panel.more")}
        </button>
      ) : null}
    </details>
  );
}

/** Loads when it comes into sight: each picture costs its owner a tile. */
function Thumbnail({ url, id }: { url: string | undefined; id: string }) {
  if (url === undefined) return null;
  const address = `${url}${queryOf({ only: id, hidden: [] })}&width=96&height=64`;
  return <img class="thumb" src={address} alt="" width={48} height={32} loading="lazy" decoding="async" />;
}

/** Steps through the days of the items. */
function Days({ items, shown, onShow }: Pick<ItemsProps, "items" | "shown" | "onShow">) {
  const { t, day } = useWording();
  const days = daysOf(items);
  if (days.length < 2) return null;
  const place = shown.day === undefined ? 0 : days.indexOf(shown.day) + 1;
  const text = shown.day === undefined ? t("panel.allDays") : day(`${shown.day}T12:00:00Z`);
  return (
    <label class="choice days" for="days">
      <span>{t("panel.day")}</span>
      <input
        id="days"
        type="range"
        min="0"
        max={days.length}
        value={place}
        aria-valuetext={text}
        onInput={(event) => onShow({ ...shown, day: days[Number(event.currentTarget.value) - 1] })}
      />
      <output for="days" class="row-detail">
        {text}
      </output>
    </label>
  );
}
