import type { LayerSpecification, Map as MapLibreMap } from "maplibre-gl";

/** The source and the layer of meridians and parallels. */
export const GRATICULE = "graticule";

/** The colours of what lies below the data. */
export interface Colours {
  readonly background: string;
  readonly line: string;
}

/** Those of the page, which follow light and dark. */
export function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  return {
    background: style.getPropertyValue("--map-background").trim(),
    line: style.getPropertyValue("--map-line").trim(),
  };
}

/** What lies below the data; the graticule needs its source. */
export function groundLayers({ background, line }: Colours): LayerSpecification[] {
  return [
    { id: "background", type: "background", paint: { "background-color": background } },
    { id: GRATICULE, type: "line", source: GRATICULE, paint: { "line-color": line, "line-width": 1 } },
  ];
}

/** Keeps what lies below the data in the colours of the page. */
export function followTheme(map: MapLibreMap): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    if (map._removed) return;
    const { background, line } = colours();
    map.setPaintProperty("background", "background-color", background);
    map.setPaintProperty(GRATICULE, "line-color", line);
  });
}

/** Whether the person wants no motion. */
export function isCalm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
