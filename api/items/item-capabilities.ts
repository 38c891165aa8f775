import { ProblemError } from "../../core/errors.ts";
import type { PlanLayer } from "../../core/tiles/tile-plan.ts";
import { attributionHtml } from "../../core/tiles/attribution.ts";
import { tileExtent } from "../../core/tiles/tile-extent.ts";
import { layerIdentifier, wmtsCapabilities } from "../../core/tiles/wmts-capabilities.ts";
import { wmtsStyles } from "../../core/tiles/wmts-styles.ts";
import type { ItemRow } from "../../storage/catalog/items.ts";
import { itemTileTemplate } from "../tiles/item-tile-url.ts";

/**
 * The WMTS capabilities of an item's tiles, drawn as `query` says; a ProblemError `not_found` when it has no
 * raster.
 */
export function itemCapabilities(
  baseUrl: string,
  item: ItemRow,
  layers: readonly PlanLayer[],
  query: Parameters<typeof itemTileTemplate>[2],
  profiles: readonly string[] = [],
): string {
  const extent = tileExtent(layers.map((layer) => layer.raster));
  if (extent === undefined) throw new ProblemError("not_found", "The item has no raster to show.");
  const place = "{TileMatrix}/{TileCol}/{TileRow}";
  const legendUrl = (style: string) => {
    const url = itemTileTemplate(baseUrl, item.id, query, "legend.png");
    return `${url}${url.includes("?") ? "&" : "?"}style=${style}`;
  };
  const styles = wmtsStyles(profiles, legendUrl);
  return wmtsCapabilities({
    ...extent,
    styles,
    title: item.name,
    identifier: layerIdentifier(item.name, item.id),
    attribution: attributionHtml([item.attribution]),
    resourceUrl: (extension) => {
      const url = itemTileTemplate(baseUrl, item.id, query, `${place}.${extension}`);
      return styles.length === 1 ? url : `${url}${url.includes("?") ? "&" : "?"}style={Style}`;
    },
    serviceUrl: itemTileTemplate(baseUrl, item.id, query, "wmts"),
  });
}
