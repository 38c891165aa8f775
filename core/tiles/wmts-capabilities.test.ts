import { expect, test } from "vitest";
import { tileAt, type Box } from "./tile-grid.ts";
import { wmtsCapabilities, type WmtsLayer } from "./wmts-capabilities.ts";

const LAYER: WmtsLayer = {
  identifier: "Heights-3f2a",
  title: 'Heights & "depths" <2026>',
  bounds: [14.9, 44.9, 15.1, 45.1],
  minzoom: 5,
  maxzoom: 14,
  resourceUrl: (extension) =>
    `https://tiles.example/{TileMatrix}/{TileCol}/{TileRow}.${extension}?profile=a+b%C3%A4&key=k_1`,
  serviceUrl: "https://tiles.example/wmts?profile=a+b%C3%A4&key=k_1",
};
const WORLD: Box = [-180, -90, 180, 90];
const LAYERS: Readonly<Record<string, WmtsLayer>> = {
  "a small one": LAYER,
  "the whole world": { ...LAYER, bounds: WORLD, minzoom: 0, maxzoom: 24 },
  "the north-west corner": { ...LAYER, bounds: [-180, 84, -179, 85], minzoom: 0, maxzoom: 6 },
  "a few metres": { ...LAYER, bounds: [1e-9, -1e-5, 2e-5, 1e-7], minzoom: 0, maxzoom: 24 },
  "one level": { ...LAYER, bounds: WORLD, minzoom: 0, maxzoom: 0 },
};

/**
 * The allowed children of each element in use, in order: from wmtsGetCapabilities_response.xsd of WMTS 1.0
 * and the OWS 1.1 schemas it imports.
 */
const CHILDREN: Readonly<Record<string, string>> = {
  Capabilities:
    "ows:ServiceIdentification? ows:ServiceProvider? ows:OperationsMetadata? Contents? Themes* WSDL* ServiceMetadataURL*",
  "ows:ServiceIdentification":
    "ows:Title* ows:Abstract* ows:Keywords* ows:ServiceType ows:ServiceTypeVersion+ ows:Profile* ows:Fees? ows:AccessConstraints*",
  "ows:OperationsMetadata": "ows:Operation ows:Operation+ ows:Parameter* ows:Constraint*",
  "ows:Operation": "ows:DCP+ ows:Parameter* ows:Constraint* ows:Metadata*",
  "ows:DCP": "ows:HTTP",
  "ows:HTTP": "ows:Get+",
  "ows:Get": "ows:Constraint*",
  "ows:Constraint": "ows:AllowedValues ows:DefaultValue? ows:Meaning? ows:DataType? ows:Metadata*",
  "ows:AllowedValues": "ows:Value+",
  Contents: "Layer* ows:OtherSource* TileMatrixSet*",
  Layer:
    "ows:Title* ows:Abstract* ows:Keywords* ows:WGS84BoundingBox* ows:Identifier ows:BoundingBox* ows:Metadata* Style+ Format+ InfoFormat* Dimension* TileMatrixSetLink+ ResourceURL*",
  "ows:WGS84BoundingBox": "ows:LowerCorner ows:UpperCorner",
  Style: "ows:Title* ows:Abstract* ows:Keywords* ows:Identifier LegendURL*",
  TileMatrixSetLink: "TileMatrixSet TileMatrixSetLimits?",
  TileMatrixSetLimits: "TileMatrixLimits+",
  TileMatrixLimits: "TileMatrix MinTileRow MaxTileRow MinTileCol MaxTileCol",
  "Contents/TileMatrixSet":
    "ows:Title* ows:Abstract* ows:Keywords* ows:Identifier ows:BoundingBox? ows:SupportedCRS WellKnownScaleSet? TileMatrix+",
  "TileMatrixSet/TileMatrix":
    "ows:Title* ows:Abstract* ows:Keywords* ows:Identifier ScaleDenominator TopLeftCorner TileWidth TileHeight MatrixWidth MatrixHeight",
};

const COUNT = /^[1-9]\d*$/;
const NUMBER = String.raw`[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?`;
const PAIR = new RegExp(`^${NUMBER} ${NUMBER}$`);

/** What the text of an element has to be, of the same schemas. */
const TEXTS: Readonly<Record<string, RegExp>> = {
  "ows:ServiceTypeVersion": /^\d+\.\d?\d\.\d?\d$/,
  "ows:LowerCorner": PAIR,
  "ows:UpperCorner": PAIR,
  TopLeftCorner: PAIR,
  ScaleDenominator: new RegExp(`^${NUMBER}$`),
  Format: /^image\/.+$/,
  MinTileRow: /^\d+$/,
  MinTileCol: /^\d+$/,
  MaxTileRow: COUNT,
  MaxTileCol: COUNT,
  TileWidth: COUNT,
  TileHeight: COUNT,
  MatrixWidth: COUNT,
  MatrixHeight: COUNT,
};

/** Attributes that an element must have, of the same schemas. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  Capabilities: { version: /^1\.0\.0$/ },
  "ows:Operation": { name: /^Get(Capabilities|Tile)$/ },
  "ows:Get": { "xlink:href": /^https?:\/\/[^\s<>"]+[?&]$/ },
  "ows:Constraint": { name: /^GetEncoding$/ },
  ServiceMetadataURL: { "xlink:href": /^https?:\/\/[^\s<>"]+[?&]$/ },
  ResourceURL: {
    format: /^image\/.+$/,
    resourceType: /^tile$/,
    template: /^([A-Za-z0-9\-_.!~*'();/?:@+$,#{}=&]|%[A-Fa-f0-9]{2})+$/,
  },
};

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML without comments, sections or instructions after the first; throws where tags do not match. */
function parseXml(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const unescape = (text: string) =>
    text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  for (const [, end, name, attributes, empty, text] of xml
    .replace(/^<\?xml[^?]*\?>\n/, "")
    .matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<>]+)/g)) {
    const parent = open[open.length - 1]!;
    if (text !== undefined) parent.text += unescape(text);
    else if (end === "/") expect(open.pop()!.name).toBe(name);
    else {
      const pairs = [...attributes!.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [
        key!,
        unescape(value!),
      ]);
      const element: Element = { name: name!, attributes: Object.fromEntries(pairs), children: [], text: "" };
      parent.children.push(element);
      if (empty !== "/") open.push(element);
    }
  }
  expect(open).toHaveLength(1);
  expect(root.children).toHaveLength(1);
  return root.children[0]!;
}

function expectToFollowSchema(element: Element, parent: string): void {
  const { name } = element;
  for (const [key, pattern] of Object.entries(ATTRIBUTES[name] ?? {})) {
    expect(element.attributes[key], `${name} ${key}`).toMatch(pattern);
  }
  if (TEXTS[name] !== undefined) expect(element.text, name).toMatch(TEXTS[name]);
  const children = CHILDREN[`${parent}/${name}`] ?? CHILDREN[name];
  const pattern = (children ?? "").replaceAll(/([\w:]+)([?*+]?) ?/g, "(?:$1 )$2");
  expect(element.children.map((child) => `${child.name} `).join(""), name).toMatch(
    new RegExp(`^${pattern}$`),
  );
  for (const child of element.children) expectToFollowSchema(child, name);
}

function childrenOf(element: Element, ...path: string[]): Element[] {
  return path.reduce(
    (elements, name) => elements.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );
}

const textOf = (element: Element, ...path: string[]) => childrenOf(element, ...path)[0]!.text;
const numbersOf = (element: Element, ...path: string[]) =>
  textOf(element, ...path)
    .split(" ")
    .map(Number);

test.each(Object.entries(LAYERS))(
  "the capabilities of %s follow the schema of WMTS 1.0.0",
  (_name, layer) => {
    const capabilities = parseXml(wmtsCapabilities(layer));
    expect(capabilities.name).toBe("Capabilities");
    expect(capabilities.attributes).toMatchObject({
      xmlns: "http://www.opengis.net/wmts/1.0",
      "xmlns:ows": "http://www.opengis.net/ows/1.1",
      "xmlns:xlink": "http://www.w3.org/1999/xlink",
    });
    expectToFollowSchema(capabilities, "");
    expect(textOf(capabilities, "Contents", "Layer", "ows:Title")).toBe(layer.title);
  },
);

test.each(Object.entries(LAYERS))(
  "the tile matrices of %s are the well-known scale set's, from the largest scale on without a gap",
  (_name, layer) => {
    const [set] = childrenOf(parseXml(wmtsCapabilities(layer)), "Contents", "TileMatrixSet");
    expect(textOf(set!, "WellKnownScaleSet")).toBe("urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible");
    expect(textOf(set!, "ows:SupportedCRS")).toBe("urn:ogc:def:crs:EPSG::3857");
    const matrices = childrenOf(set!, "TileMatrix");
    expect(matrices.map((matrix) => textOf(matrix, "ows:Identifier"))).toEqual(
      Array.from({ length: layer.maxzoom + 1 }, (_, zoom) => `${zoom}`),
    );
    for (const [zoom, matrix] of matrices.entries()) {
      // A pixel of 0.28 mm at that scale, times the pixels of a row, is once around the equator.
      const [scale] = numbersOf(matrix, "ScaleDenominator");
      expect((scale! * 0.000_28 * 256 * 2 ** zoom) / 40_075_016.685_578_49).toBeCloseTo(1, 12);
      expect(numbersOf(matrix, "MatrixWidth")).toEqual([2 ** zoom]);
    }
  },
);

test.each(Object.entries(LAYERS))(
  "the limits of %s hold its corners and lie in its matrices",
  (_name, layer) => {
    const [west, south, east, north] = layer.bounds;
    const limits = childrenOf(
      parseXml(wmtsCapabilities(layer)),
      "Contents",
      "Layer",
      "TileMatrixSetLink",
      "TileMatrixSetLimits",
      "TileMatrixLimits",
    );
    const zooms = Array.from({ length: layer.maxzoom + 1 }, (_, zoom) => zoom).slice(
      Math.max(1, layer.minzoom),
    );
    expect(limits.map((limit) => Number(textOf(limit, "TileMatrix")))).toEqual(zooms);
    for (const [index, limit] of limits.entries()) {
      const zoom = zooms[index]!;
      const [first, last] = [tileAt(west, north, zoom), tileAt(east, south, zoom)];
      const [top, bottom, left, right] = ["MinTileRow", "MaxTileRow", "MinTileCol", "MaxTileCol"].map(
        (name) => numbersOf(limit, name)[0]!,
      );
      expect([top, left]).toEqual([first.y, first.x]);
      expect([bottom, right]).toEqual([Math.max(1, last.y), Math.max(1, last.x)]);
      expect(Math.max(bottom!, right!)).toBeLessThan(2 ** zoom);
    }
  },
);

test("the bounding box ends where the map does, since clients put it into EPSG:3857", () => {
  const [box] = childrenOf(
    parseXml(wmtsCapabilities(LAYERS["the whole world"]!)),
    "Contents",
    "Layer",
    "ows:WGS84BoundingBox",
  );
  expect(numbersOf(box!, "ows:LowerCorner")).toEqual([-180, -85.051_128_779_806_59]);
  expect(numbersOf(box!, "ows:UpperCorner")).toEqual([180, 85.051_128_779_806_59]);
});

test("every format has its address, and the first is one that shows transparency everywhere", () => {
  const [layer] = childrenOf(parseXml(wmtsCapabilities(LAYER)), "Contents", "Layer");
  const formats = childrenOf(layer!, "Format").map(({ text }) => text);
  expect(formats).toEqual(["image/png", "image/jpeg", "image/webp"]);
  const addresses = childrenOf(layer!, "ResourceURL").map(({ attributes }) => attributes);
  expect(addresses.map(({ format }) => format)).toEqual(formats);
  for (const { template } of addresses) expect(template).toContain("{TileMatrix}/{TileCol}/{TileRow}");
});
