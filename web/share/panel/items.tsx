import type { Map as MapLibreMap } from "maplibre-gl";
import { useState } from "preact/hooks";
import type { Answer } from "../../client/ask-json.ts";
import type { SharedItem, SharedItemsPage, SharedMap } from "../../client/shared-map.ts";
import { fitBounds } from "../../components/map/framing.ts";
import { useWording } from "../../languages/translate.ts";

interface ItemsProps {
  readonly shared: SharedMap;
  readonly map: MapLibreMap;
  readonly listItems: (offset: number) => Promise<Answer<SharedItemsPage>>;
}

/** The items of a collection, each with its date and a way to zoom to it. */
export function Items({ shared: { share }, map, listItems }: ItemsProps) {
  const { t, day } = useWording();
  const [items, setItems] = useState<readonly SharedItem[]>(share.target?.items ?? []);
  const [next, setNext] = useState<number | null>(share.target?.next_offset ?? null);
  if (share.target_type !== "collection" || items.length === 0) return null;
  const more = async (offset: number) => {
    const answer = await listItems(offset);
    if (!answer.ok) return;
    setItems([...items, ...answer.value.items]);
    setNext(answer.value.next_offset);
  };
  return (
    <details class="section" id="items">
      <summary>
        {t("panel.images")} <span class="count">{next === null ? items.length : `${items.length}+`}</span>
      </summary>
      <ul class="list">
        {items.map(({ id, name, datetime, bbox }) => (
          <li key={id}>
            <button
              type="button"
              class="row"
              disabled={!bbox}
              aria-label={t("panel.zoomTo", { name: name ?? "" })}
              onClick={() => bbox && fitBounds(map, bbox)}
            >
              <span class="row-name">{name}</span>
              {datetime ? <span class="row-detail">{day(datetime)}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      {next === null ? null : (
        <button type="button" class="more" onClick={() => void more(next)}>
          {t("panel.more")}
        </button>
      )}
    </details>
  );
}
