import type { SharedMap } from "../../client/shared-map.ts";
import { CopyField } from "../../components/copy-field.tsx";
import { useWording } from "../../languages/translate.ts";
import { nameOf } from "../name-of.ts";
import { leafletSnippet, mapLibreSnippet, pngTiles, qgisConnections } from "./software-files.ts";

/** The addresses by which other software shows the map, with their end. */
export function OtherSoftware({ shared }: { shared: SharedMap }) {
  const { t, moment } = useWording();
  const { tilejson } = shared;
  const name = nameOf(shared) || "Map";
  const connections = `data:text/xml;charset=utf-8,${encodeURIComponent(qgisConnections(name, tilejson))}`;
  const snippet = (library: string) => t("panel.snippet", { library });
  return (
    <details class="section tiles">
      <summary>{t("panel.software")}</summary>
      {tilejson.expires_at ? (
        <p class="hint">
          {t(shared.share.addresses_end_with_link ? "panel.softwareAsLong" : "panel.softwareText", {
            date: moment(tilejson.expires_at),
          })}
        </p>
      ) : null}
      <CopyField id="tile-address" label={t("panel.xyz")} value={pngTiles(tilejson)} />
      {tilejson.wmts_url ? <CopyField id="wmts-address" label="WMTS" value={tilejson.wmts_url} /> : null}
      {tilejson.tilejson_url ? (
        <CopyField
          id="tilejson-address"
          label="TileJSON"
          value={tilejson.tilejson_url.replace(/\?.*$/, "")}
        />
      ) : null}
      <a class="more" href={connections} download="qgis-connections.xml">
        {t("panel.qgis")}
      </a>
      <CopyField id="leaflet-snippet" label={snippet("Leaflet")} value={leafletSnippet(tilejson)} />
      <CopyField id="maplibre-snippet" label={snippet("MapLibre")} value={mapLibreSnippet(tilejson)} />
    </details>
  );
}
