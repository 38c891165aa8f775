import { MERCATOR_HALF_WIDTH, type Box } from "./tile.ts";

/** What a WMTS capabilities document describes: one layer of tiles. */
export interface WmtsLayer {
  readonly title: string;
  readonly bounds: Box;
  readonly minzoom: number;
  readonly maxzoom: number;
  /** The tile URL for a file name extension, with `{TileMatrix}`, `{TileCol}` and `{TileRow}` in it (REST binding). */
  readonly resourceUrl: (extension: string) => string;
  /** Where GetTile is answered by key and value. */
  readonly serviceUrl: string;
}

/** Formats a client may choose from, the one it takes without choosing first. */
const FORMATS = [
  ["image/png", "png"],
  ["image/jpeg", "jpg"],
  ["image/webp", "webp"],
] as const;

/** The scale denominator of zoom 0 for tiles of 256 pixels, by the standard's pixel of 0.28 mm (OGC 07-057r7 annex E). */
const SCALE_AT_ZOOM_0 = 559_082_264.028_717_8;

/** The OGC WMTS 1.0.0 capabilities of a layer on the web map grid. */
export function wmtsCapabilities(layer: WmtsLayer): string {
  const { bounds, minzoom, maxzoom } = layer;
  const zooms = Array.from({ length: maxzoom + 1 }, (_, zoom) => zoom).slice(minzoom);
  // Clients append keys and values to what stands here (OGC 06-121r3, 11.5.2).
  const service = escapeXml(`${layer.serviceUrl}${layer.serviceUrl.includes("?") ? "&" : "?"}`);
  const operation = (name: string) => `
    <ows:Operation name="${name}"><ows:DCP><ows:HTTP><ows:Get xlink:href="${service}">
      <ows:Constraint name="GetEncoding"><ows:AllowedValues><ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint>
    </ows:Get></ows:HTTP></ows:DCP></ows:Operation>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
  <ows:ServiceIdentification>
    <ows:Title>${escapeXml(layer.title)}</ows:Title>
    <ows:ServiceType>OGC WMTS</ows:ServiceType>
    <ows:ServiceTypeVersion>1.0.0</ows:ServiceTypeVersion>
  </ows:ServiceIdentification>
  <ows:OperationsMetadata>${operation("GetCapabilities")}${operation("GetTile")}
  </ows:OperationsMetadata>
  <Contents>
    <Layer>
      <ows:Title>${escapeXml(layer.title)}</ows:Title>
      <ows:WGS84BoundingBox>
        <ows:LowerCorner>${bounds[0]} ${bounds[1]}</ows:LowerCorner>
        <ows:UpperCorner>${bounds[2]} ${bounds[3]}</ows:UpperCorner>
      </ows:WGS84BoundingBox>
      <ows:Identifier>layer</ows:Identifier>
      <Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style>
${FORMATS.map(([contentType]) => `      <Format>${contentType}</Format>\n`).join("")}      <TileMatrixSetLink><TileMatrixSet>WebMercatorQuad</TileMatrixSet></TileMatrixSetLink>
${FORMATS.map(
  ([contentType, extension]) =>
    `      <ResourceURL format="${contentType}" resourceType="tile" template="${escapeXml(layer.resourceUrl(extension))}"/>\n`,
).join("")}    </Layer>
    <TileMatrixSet>
      <ows:Identifier>WebMercatorQuad</ows:Identifier>
      <ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>
      <WellKnownScaleSet>urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible</WellKnownScaleSet>${zooms.map(tileMatrix).join("")}
    </TileMatrixSet>
  </Contents>
  <ServiceMetadataURL xlink:href="${service}"/>
</Capabilities>
`;
}

function tileMatrix(zoom: number): string {
  return `
      <TileMatrix>
        <ows:Identifier>${zoom}</ows:Identifier>
        <ScaleDenominator>${SCALE_AT_ZOOM_0 / 2 ** zoom}</ScaleDenominator>
        <TopLeftCorner>-${MERCATOR_HALF_WIDTH} ${MERCATOR_HALF_WIDTH}</TopLeftCorner>
        <TileWidth>256</TileWidth>
        <TileHeight>256</TileHeight>
        <MatrixWidth>${2 ** zoom}</MatrixWidth>
        <MatrixHeight>${2 ** zoom}</MatrixHeight>
      </TileMatrix>`;
}

function escapeXml(text: string): string {
  return (
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      // Control characters have no place in XML at all.
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
  );
}
