import { TILE_FORMATS } from "./tile-format.ts";
import { MERCATOR_HALF_WIDTH, MERCATOR_LATITUDE_MAX, tileAt, type Box } from "./tile-grid.ts";
import { DEFAULT_STYLE, type WmtsStyle } from "./wmts-styles.ts";
import { escapeXml } from "../xml.ts";

/** The one layer of tiles that a WMTS capabilities document describes. */
export interface WmtsLayer {
  readonly title: string;
  /** What clients call the layer; GetTile takes any. */
  readonly identifier: string;
  /** The ways to draw it, the default one first; only that one where none are given. */
  readonly styles?: readonly WmtsStyle[];
  /** Whom maps must name, as XML text. */
  readonly attribution?: string | undefined;
  /** When the addresses of the document end. */
  readonly endsAt?: string | undefined;
  readonly bounds: Box;
  readonly minzoom: number;
  readonly maxzoom: number;
  /**
   * The tile URL for a file name extension, with `{TileMatrix}`, `{TileCol}` and `{TileRow}` in it (REST
   * binding).
   */
  readonly resourceUrl: (extension: string) => string;
  /** The URL of GetTile by key and value. */
  readonly serviceUrl: string;
}

/** An identifier that says what the layer is, and stays unique: its name in plain letters, and its id. */
export function layerIdentifier(name: string, id: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${plain === "" ? "layer" : plain}-${id.slice(-8)}`;
}

const FORMATS = Object.values(TILE_FORMATS).filter(({ inWmts }) => inWmts);

/**
 * The scale denominator of zoom 0 for tiles of 256 pixels, by the standard's pixel of 0.28 mm (OGC 07-057r7
 * annex E).
 */
const SCALE_AT_ZOOM_0 = 559_082_264.028_717_8;

/** The OGC WMTS 1.0.0 capabilities of a layer on the web map grid. */
export function wmtsCapabilities(layer: WmtsLayer): string {
  const bounds = onMap(layer.bounds);
  // The well-known set starts at its largest scale, wherever the layer begins (OGC 07-057r7, 6.2); the limits
  // say where it does.
  const zooms = Array.from({ length: layer.maxzoom + 1 }, (_, zoom) => zoom);
  // Clients append keys and values to this URL (OGC 06-121r3, 11.5.2).
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
    <ows:ServiceTypeVersion>1.0.0</ows:ServiceTypeVersion>${layer.attribution === undefined ? "" : `\n    <ows:AccessConstraints>${layer.attribution}</ows:AccessConstraints>`}
  </ows:ServiceIdentification>
  <ows:OperationsMetadata>${operation("GetCapabilities")}${operation("GetTile")}
  </ows:OperationsMetadata>
  <Contents>
    <Layer>
      <ows:Title>${escapeXml(layer.title)}</ows:Title>${abstractOf(layer)}
      <ows:WGS84BoundingBox>
        <ows:LowerCorner>${bounds[0]} ${bounds[1]}</ows:LowerCorner>
        <ows:UpperCorner>${bounds[2]} ${bounds[3]}</ows:UpperCorner>
      </ows:WGS84BoundingBox>
      <ows:Identifier>${escapeXml(layer.identifier)}</ows:Identifier>
${(layer.styles ?? [{ identifier: DEFAULT_STYLE, title: DEFAULT_STYLE }]).map(styleOf).join("")}${FORMATS.map(({ contentType }) => `      <Format>${contentType}</Format>\n`).join("")}      <TileMatrixSetLink>
        <TileMatrixSet>WebMercatorQuad</TileMatrixSet>${tileMatrixSetLimits(bounds, zooms.slice(layer.minzoom))}
      </TileMatrixSetLink>
${FORMATS.map(
  ({ contentType, extension }) =>
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

/** Clients show it beside the layer: whom to name, and until when the addresses work. */
function abstractOf({ attribution, endsAt }: WmtsLayer): string {
  const end = endsAt === undefined ? [] : [`These addresses work until ${endsAt}.`];
  const sentences = [...(attribution === undefined ? [] : [attribution]), ...end];
  return sentences.length === 0 ? "" : `\n      <ows:Abstract>${sentences.join(" ")}</ows:Abstract>`;
}

function styleOf({ identifier, title, legendUrl }: WmtsStyle): string {
  const legend =
    legendUrl === undefined ? "" : `<LegendURL format="image/png" xlink:href="${escapeXml(legendUrl)}"/>`;
  const isDefault = identifier === DEFAULT_STYLE ? ' isDefault="true"' : "";
  return `      <Style${isDefault}><ows:Title>${escapeXml(title)}</ows:Title><ows:Identifier>${escapeXml(identifier)}</ows:Identifier>${legend}</Style>\n`;
}

/**
 * The part of the bounds that is on the map: clients convert them to EPSG:3857, which has no poles and ends
 * at the antimeridian. Columns are counted without a gap, so an area on both sides of it takes all of them.
 */
function onMap([west, south, east, north]: Box): Box {
  const clamp = (lat: number) => Math.max(-MERCATOR_LATITUDE_MAX, Math.min(MERCATOR_LATITUDE_MAX, lat));
  const isSplit = west < -180 || east > 180;
  return [isSplit ? -180 : west, clamp(south), isSplit ? 180 : east, clamp(north)];
}

/** The useful zoom levels of the layer, each with its rows and columns. */
function tileMatrixSetLimits(bounds: Box, zooms: readonly number[]): string {
  // The schema forbids 0 as the last row or column: level 0 has no limits, and those in the north-west corner
  // are one tile wider.
  const limits = zooms.filter((zoom) => zoom > 0).map((zoom) => tileMatrixLimits(bounds, zoom));
  if (limits.length === 0) return "";
  return `
        <TileMatrixSetLimits>${limits.join("")}
        </TileMatrixSetLimits>`;
}

function tileMatrixLimits([west, south, east, north]: Box, zoom: number): string {
  const [first, last] = [tileAt(west, north, zoom), tileAt(east, south, zoom)];
  return `
          <TileMatrixLimits>
            <TileMatrix>${zoom}</TileMatrix>
            <MinTileRow>${first.y}</MinTileRow>
            <MaxTileRow>${Math.max(1, last.y)}</MaxTileRow>
            <MinTileCol>${first.x}</MinTileCol>
            <MaxTileCol>${Math.max(1, last.x)}</MaxTileCol>
          </TileMatrixLimits>`;
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
