import type { TileJson } from "../../client/shared-map.ts";

/** The address of a document's tiles as PNG, the form that every map software reads. */
export function pngTiles({ tiles: [address] }: Pick<TileJson, "tiles">): string {
  return address.replace(/(@2x)?\.auto$/, ".png");
}

/** A file that QGIS imports at "XYZ Tiles > Load Connections". */
export function qgisConnections(name: string, tilejson: TileJson): string {
  const { minzoom = 0, maxzoom = 22 } = tilejson;
  const attributes = { name, url: pngTiles(tilejson), zmin: minzoom, zmax: maxzoom, tilePixelRatio: 1 };
  const text = Object.entries(attributes).map(([key, value]) => `${key}="${escaped(String(value))}"`);
  return `<!DOCTYPE connections>
<qgsXYZTilesConnections version="1.0">
  <xyztiles ${text.join(" ")}/>
</qgsXYZTilesConnections>
`;
}

/** A line of JavaScript that adds the tiles to a Leaflet map called `map`. */
export function leafletSnippet(tilejson: TileJson): string {
  const { minzoom = 0, maxzoom = 22, attribution = "" } = tilejson;
  const options = { minZoom: minzoom, maxNativeZoom: maxzoom, maxZoom: 24, attribution };
  return `L.tileLayer(${JSON.stringify(pngTiles(tilejson))}, ${JSON.stringify(options)}).addTo(map);`;
}

/** A line of JavaScript that adds the tiles to a MapLibre map called `map`. */
export function mapLibreSnippet(tilejson: TileJson): string {
  const { minzoom = 0, maxzoom = 22, attribution } = tilejson;
  const source = {
    type: "raster",
    tiles: [pngTiles(tilejson)],
    tileSize: 256,
    minzoom,
    maxzoom,
    ...(attribution === undefined ? {} : { attribution }),
  };
  return `map.addLayer({ id: "shared", type: "raster", source: ${JSON.stringify(source)} });`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };
  return text.replaceAll(/[&<"]/g, (character) => entities[character] ?? character);
}
