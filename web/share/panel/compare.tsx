import { tilejsonAt } from "../../client/link-client.ts";
import type { SharedItem, TileJson } from "../../client/shared-map.ts";
import { useWording } from "../../languages/translate.ts";
import type { Compared } from "../comparison.ts";
import { tilesWith } from "../shown-items.ts";

interface CompareProps {
  readonly tilejson: TileJson;
  readonly items: readonly SharedItem[];
  readonly compared: Compared | undefined;
  readonly onCompare: (compared: Compared | undefined) => void;
}

/** The choice of what a line on the map compares with: another way to show it, or one image. */
export function Compare({ tilejson, items, compared, onCompare }: CompareProps) {
  const { t } = useWording();
  const { profiles = [] } = tilejson;
  if (profiles.length + items.length < 2) return null;
  const choose = async (choice: string) => {
    const profile = profiles.find(({ name }) => choice === `profile:${name}`);
    if (profile !== undefined) {
      const answer = await tilejsonAt(profile.tilejson_url);
      return answer.ok && onCompare({ name: profile.name, tilejson: answer.value });
    }
    const item = items.find(({ id }) => choice === `item:${id}`);
    if (item === undefined) return onCompare(undefined);
    const tiles = tilesWith(tilejson, { only: item.id, hidden: [] });
    onCompare({ name: item.name ?? item.id, tilejson: { ...tilejson, tiles } });
  };
  return (
    <label class="choice" for="compare">
      <span>{t("compare.with")}</span>
      <select id="compare" onChange={(event) => void choose(event.currentTarget.value)}>
        <option value="" selected={compared === undefined}>
          {t("compare.nothing")}
        </option>
        {profiles.length > 0 ? (
          <optgroup label={t("panel.show")}>
            {profiles.map(({ name }) => (
              <option key={name} value={`profile:${name}`}>
                {name}
              </option>
            ))}
          </optgroup>
        ) : null}
        {items.length > 1 ? (
          <optgroup label={t("panel.images")}>
            {items.map(({ id, name }) => (
              <option key={id} value={`item:${id}`}>
                {name ?? id}
              </option>
            ))}
          </optgroup>
        ) : null}
      </select>
    </label>
  );
}
