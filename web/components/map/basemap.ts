import type { LayerSpecification, Map as MapLibreMap, StyleSpecification } from "maplibre-gl";

/** Separates the basemap's names from those of the page. */
const PREFIX = "basemap-";

/** The address of the style that the operator of the service chose; undefined where there is none. */
export function basemapStyleUrl(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="basemap"]')?.content;
}

/**
 * Shows a style of MapLibre below the layer of the data, and its labels above. A map without it is a map all
 * the same. Resolves to whether it is shown.
 */
export async function showBasemap(map: MapLibreMap, styleUrl: string, dataLayer: string): Promise<boolean> {
  const answer = await fetch(styleUrl, { credentials: "omit" });
  if (!answer.ok) return false;
  const style = (await answer.json()) as StyleSpecification;
  if (map._removed) return false;
  if (style.glyphs !== undefined) map.setGlyphs(absolute(style.glyphs, styleUrl));
  if (typeof style.sprite === "string") map.setSprite(absolute(style.sprite, styleUrl));
  for (const [name, source] of Object.entries(style.sources)) map.addSource(PREFIX + name, source);
  for (const layer of style.layers)
    map.addLayer(renamed(layer), layer.type === "symbol" ? undefined : dataLayer);
  return true;
}

function renamed(layer: LayerSpecification): LayerSpecification {
  const id = PREFIX + layer.id;
  return "source" in layer && typeof layer.source === "string"
    ? { ...layer, id, source: PREFIX + layer.source }
    : { ...layer, id };
}

/** Styles may name their fonts and signs relative to themselves; braces of templates stay. */
function absolute(url: string, base: string): string {
  return new URL(url, base).href.replaceAll("%7B", "{").replaceAll("%7D", "}");
}
