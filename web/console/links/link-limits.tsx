import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { NumberField, numberIn, textOfNumber } from "../number-field.tsx";
import type { Link } from "../owned.ts";

/** Money of limits is in millionths of the currency. */
const MICROS = 1_000_000;

/** What ends a link before its day: views, tiles, cost; those of `link`, or none. */
export function useLinkLimits(link?: Pick<Link, "max_views" | "max_tiles" | "spend_limit">) {
  const spend = link?.spend_limit ?? null;
  const [views, setViews] = useState(textOfNumber(link?.max_views));
  const [tiles, setTiles] = useState(textOfNumber(link?.max_tiles));
  const [cost, setCost] = useState(textOfNumber(spend === null ? null : spend / MICROS));
  const limit = numberIn(cost);
  const input = {
    max_views: numberIn(views),
    max_tiles: numberIn(tiles),
    spend_limit: limit === null ? null : Math.round(limit * MICROS),
  };
  return { views, setViews, tiles, setTiles, cost, setCost, input };
}

/** The fields of {@link useLinkLimits}. */
export function LinkLimits(limits: ReturnType<typeof useLinkLimits>) {
  const { t } = useWording();
  const hint = t("link.noLimit");
  return (
    <>
      <NumberField
        id="link-views"
        label={t("link.maxViews")}
        hint={hint}
        value={limits.views}
        onInput={limits.setViews}
      />
      <NumberField
        id="link-tiles"
        label={t("link.maxTiles")}
        hint={hint}
        value={limits.tiles}
        onInput={limits.setTiles}
      />
      <NumberField
        id="link-spend"
        label={t("link.spendLimit")}
        hint={hint}
        value={limits.cost}
        onInput={limits.setCost}
      />
    </>
  );
}
